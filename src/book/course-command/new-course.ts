/** The text of a new course file: what was wished for, and the pages of another course to choose from. */
import { stringify } from 'yaml';
import { readCourse } from '../course.ts';

export interface CourseWishes {
  title?: string;
  subtitle?: string;
  description?: string;
  institution?: string;
  term?: string;
  /** Names with commas between them. */
  authors?: string;
  language?: string;
  /** The course whose pages it begins with. */
  from?: string;
  /** Names of pages with commas between them, instead of those of another course. */
  pages?: string;
  exercises?: string;
  hints?: string;
  solutions?: string;
}

type Wish = keyof CourseWishes;

const wishes: readonly Wish[] = [
  'title',
  'subtitle',
  'description',
  'institution',
  'term',
  'authors',
  'language',
  'from',
  'pages',
  'exercises',
  'hints',
  'solutions',
];

export const wishOptions: readonly string[] = wishes;

/** What is asked at a terminal, in this order. */
export const courseQuestions: readonly { option: Wish; question: string; byDefault?: string }[] = [
  { option: 'title', question: 'Title of the course' },
  { option: 'institution', question: 'Institution (or nothing)' },
  { option: 'term', question: 'Term (or nothing)' },
  { option: 'authors', question: 'Who teaches it, with commas between names (or nothing)' },
  { option: 'from', question: 'Begin with the pages of the course', byDefault: 'book' },
  { option: 'solutions', question: 'Solutions: shown, after passing or never', byDefault: 'shown' },
];

/** @throws if there is no title. */
export function newCourse(id: string, wishes: CourseWishes): string {
  const { title, from = 'book' } = wishes;
  if (!title) throw new Error('new: --title is missing; expected the title of the course');
  const model = readCourse(from);
  const { subtitle, institution, term, language = model.language ?? 'en' } = wishes;
  const authors = listed(wishes.authors);
  const whose = authors.length > 0 ? `${title}, by ${authors.join(', ')}` : title;
  const about = {
    title,
    ...(subtitle && { subtitle }),
    description: wishes.description ?? `${title}, a course on why small neural networks fail.`,
    ...(institution && { institution }),
    ...(term && { term }),
    ...(authors.length > 0 && { authors }),
    language,
    licence: {
      name: 'CC BY 4.0',
      address: 'https://creativecommons.org/licenses/by/4.0/',
      attribution: `${ended(whose)} Adapted from Broken by One Line, by its authors. Text, figures and exercises are under`,
    },
  };
  const pages = listed(wishes.pages);
  const parts =
    pages.length > 0
      ? [{ title: 'Pages', pages }]
      : model.parts.map(({ title: name, pages: all }) => ({ title: name, pages: all }));
  const exercises = {
    show: wishes.exercises ?? 'all',
    hints: wishes.hints ?? 'shown',
    solutions: wishes.solutions ?? 'shown',
  };
  return `# The course "${id}": BOOK_COURSE=${id} npm start. What can stand here, with an example of each field: two-weeks.yaml.
${yaml(about)}
# Take away the pages that you leave out, and put the others in your order. A part can be due on a day: \`due: 2026-10-12\`.
${yaml({ parts })}
# What is "never" shown is in no file of the built site.
${yaml({ exercises })}`;
}

const listed = (text = '') =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** With its full stop, which may be that of an abbreviation. */
const ended = (sentence: string) => sentence.replace(/\.?$/, '.');

const yaml = (fields: object) => stringify(fields, { lineWidth: 120 });
