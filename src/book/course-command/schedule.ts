/** A course as a schedule: what is read and done in each of its parts, and for how many minutes. */
import { readFileSync } from 'node:fs';
import { courseExercises } from '../course-exercises.ts';
import { type Course, dueDay, pageFile } from '../course.ts';
import type { Exercise } from '../exercises.ts';
import { headOf } from '../head-of.ts';
import { readingMinutes } from '../reading-time.ts';

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
      return {
        page,
        title: String(headOf(pageFile(page))['title'] ?? page),
        reading: readingMinutes(readFileSync(pageFile(page), 'utf8')),
        exercises: given.reduce((sum, exercise) => sum + exerciseMinutes[exercise.kind], 0),
        due: dueDay(course, page),
      };
    }),
  }));

const total = (pages: readonly ScheduledPage[], what: 'reading' | 'exercises') =>
  pages.reduce((sum, page) => sum + page[what], 0);

/** The schedule as a table of text. */
export function scheduleText(course: Course): string {
  const parts = scheduleOf(course);
  const all = parts.flatMap(({ pages }) => pages);
  const width = Math.max(...all.map(({ page }) => page.length), 8) + 2;
  const row = (name: string, reading: number, exercises: number, rest = '') =>
    `  ${name.padEnd(width)}${String(reading).padStart(7)}${String(exercises).padStart(10)}  ${rest}`.trimEnd();
  const sum = (name: string, pages: readonly ScheduledPage[]) =>
    row(
      name,
      total(pages, 'reading'),
      total(pages, 'exercises'),
      `${total(pages, 'reading') + total(pages, 'exercises')} min`,
    );
  return [
    course.title,
    `  ${'minutes to'.padEnd(width)}${'read'.padStart(7)}${'practise'.padStart(10)}`,
    ...parts.flatMap((part) => [
      '',
      part.title,
      ...part.pages.map(({ page, reading, exercises, due }) =>
        row(page, reading, exercises, due === undefined ? '' : `due ${due}`),
      ),
      sum('in all', part.pages),
    ]),
    '',
    sum('the course', all),
    '',
    `To read: the prose, at 200 words a minute. To practise: ${(
      Object.keys(exerciseMinutes) as Exercise['kind'][]
    )
      .map((kind) => `${exerciseMinutes[kind]} for ${exerciseNames[kind]}`)
      .join(', ')}.`,
  ].join('\n');
}
