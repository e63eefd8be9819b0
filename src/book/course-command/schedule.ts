/** A course as a schedule: what is read and done in each of its parts, and for how many minutes. */
import { readFileSync } from 'node:fs';
import { courseExercises } from '../course-exercises.ts';
import { type Course, dueDay, pageFile } from '../course.ts';
import type { Exercise } from '../exercises.ts';
import { headOf } from '../head-of.ts';
import { plannedMinutes, readingMinutes } from '../reading-time.ts';

/** Minutes to work on an exercise, by its kind: our estimate, to plan with. */
const exerciseMinutes: Readonly<Record<Exercise['kind'], number>> = {
  prediction: 2,
  choice: 2,
  number: 5,
  code: 15,
};

const exerciseNames: Readonly<Record<Exercise['kind'], string>> = {
  prediction: 'a prediction',
  choice: 'a choice',
  number: 'a number',
  code: 'a program to mend',
};

interface ScheduledPage {
  page: string;
  title: string;
  /** Minutes to read it and to work on its exercises. */
  reading: number;
  exercises: number;
  /** Minutes in class, by its notes. */
  inClass: number;
  due: string | undefined;
}

interface ScheduledPart {
  title: string;
  pages: ScheduledPage[];
}

const scheduleOf = (course: Course): ScheduledPart[] =>
  course.parts.map(({ title, pages }) => ({
    title,
    pages: pages.map((page) => {
      const [kind, id] = page.split('/') as [string, string];
      const given = kind === 'chapters' ? courseExercises(id, course) : [];
      const text = readFileSync(pageFile(page), 'utf8');
      return {
        page,
        title: String(headOf(pageFile(page))['title'] ?? page),
        reading: readingMinutes(text),
        inClass: plannedMinutes(text),
        exercises: given.reduce((sum, exercise) => sum + exerciseMinutes[exercise.kind], 0),
        due: dueDay(course, page),
      };
    }),
  }));

const columns = [
  ['read', 'reading'],
  ['practise', 'exercises'],
  ['in class', 'inClass'],
] as const;

type Minutes = Pick<ScheduledPage, (typeof columns)[number][1]>;

const sumOf = (pages: readonly Minutes[]): Minutes => {
  const total = (what: keyof Minutes) => pages.reduce((sum, page) => sum + page[what], 0);
  return { reading: total('reading'), exercises: total('exercises'), inClass: total('inClass') };
};

/** The schedule as a table of text. */
export function scheduleText(course: Course): string {
  const parts = scheduleOf(course);
  const all = parts.flatMap(({ pages }) => pages);
  const width = Math.max(...all.map(({ page }) => page.length)) + 2;
  const row = (name: string, minutes: Minutes, rest = '') =>
    `  ${name.padEnd(width)}${columns.map(([, what]) => String(minutes[what]).padStart(10)).join('')}  ${rest}`.trimEnd();
  const kinds = Object.keys(exerciseMinutes) as Exercise['kind'][];
  return [
    course.title,
    `  ${'minutes'.padEnd(width)}${columns.map(([title]) => title.padStart(10)).join('')}`,
    ...parts.flatMap(({ title, pages }) => [
      '',
      title,
      ...pages.map((page) => row(page.page, page, page.due === undefined ? '' : `due ${page.due}`)),
      row('in all', sumOf(pages)),
    ]),
    '',
    row('the course', sumOf(all)),
    '',
    `To read: the prose, at 200 words a minute. To practise: ${kinds
      .map((kind) => `${exerciseMinutes[kind]} for ${exerciseNames[kind]}`)
      .join(', ')}. In class: what the notes of the pages say.`,
  ].join('\n');
}
