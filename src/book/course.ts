/**
 * The course file: which pages the book has, in which order.
 *
 * A course is one YAML file in content/courses. A page that no part lists is not built, and the build says so;
 * a page that is listed and does not exist stops the build.
 */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { aboutCourse, Day, ExercisePolicy } from './course-fields.ts';
import { headOf } from './head-of.ts';
import { otherLanguage, translationOf } from './language/page-language.ts';
import { expectedNames } from './nearest.ts';
import { Policy } from './policy.ts';
import { type CheckedData, readCheckedData } from './read-data.ts';

/** The name of a page that is written, be it listed or not. */
export const Page = z
  .string()
  .regex(/^((chapters|cases|symptoms)\/[a-z0-9-]+|workshop)$/, {
    error: ({ input }) =>
      `expected "chapters/<id>", "cases/<id>", "symptoms/<id>" or "workshop", found ${JSON.stringify(input)}`,
  })
  .refine((page) => existsSync(pageFile(page)), {
    error: ({ input }) =>
      `"${String(input)}" is named here, but ${pageFile(String(input))} does not exist; ${expectedNames(String(input), writtenPages())}`,
    abort: true,
  });

const Part = z.strictObject({
  title: z.string().min(1, 'expected a title'),
  /** The day on which its pages are due. */
  due: Day.optional(),
  pages: z.array(Page).min(1, 'expected at least one page; a part without pages can be left out'),
});

const words = z.string().min(1, 'expected some words');

/** What the first page says beside its lists of pages, and the network that it shows. All of it can be left out. */
const FirstPage = z.strictObject({
  /** After the title, in the browser's tab. */
  about: words.optional(),
  thesis: words.optional(),
  /** Paragraphs. */
  opening: z.array(words).default([]),
  /** What stands beside each list of pages. */
  ways: z
    .strictObject({ symptoms: words, chapters: words, programs: words, workshop: words })
    .partial()
    .default({}),
  /** A case whose program trains in the page, in two of its variants. */
  network: z
    .strictObject({
      case: words,
      broken: words.default('as-posted'),
      mended: words,
      /** How many epochs it trains. Defaults to the program's own number. */
      epochs: z.int('expected a whole number of epochs').min(1).optional(),
      /** Facts stand in it as {id} or {id as runs}, code in backticks. */
      caption: words,
    })
    .optional(),
});

const Course = z
  .strictObject({
    ...aboutCourse,
    firstPage: FirstPage.optional(),
    parts: z.array(Part).min(1, 'expected at least one part'),
    /** Days on which single pages are due, by their names; it goes before the day of their part. */
    due: z.record(z.string(), Day).optional(),
    exercises: ExercisePolicy.optional(),
    /** Whether the course has the page that finds the fault of a network that is described to it. Defaults to true. */
    clinic: z.boolean().optional(),
    policy: Policy.optional(),
  })
  .superRefine(({ parts, due = {} }, context) => {
    const seen = new Set<string>();
    parts.forEach((part, p) =>
      part.pages.forEach((page, i) => {
        if (seen.has(page)) {
          const path = ['parts', p, 'pages', i];
          context.addIssue({ code: 'custom', path, message: `"${page}" is listed twice` });
        }
        seen.add(page);
      }),
    );
    for (const page of Object.keys(due).filter((name) => !seen.has(name))) {
      const message = `the course lists no page "${page}"; ${expectedNames(page, seen)}`;
      context.addIssue({ code: 'custom', path: ['due', page], message });
    }
  });

export type Course = z.infer<typeof Course>;

/**
 * Where the file of a page lies, seen from the project's root: "cases/x" is "content/cases/x/case.mdx", or its translation into the
 * language of the course that is built.
 */
export function pageFile(page: string): string {
  const original = originalFile(page);
  return translationOf(original, otherLanguage(courseFile())) ?? original;
}

/** Whether the course that is built has to show the page in the language in which it was written. */
export const isUntranslated = (page: string): boolean =>
  otherLanguage(courseFile()) !== undefined && pageFile(page) === originalFile(page);

/** A symptom that has files of its own lies in a folder, as other pages do; one without is a file beside the others. */
function originalFile(page: string): string {
  if (!page.includes('/')) return `content/${page}/${page}.mdx`;
  const [kind, id] = page.split('/');
  if (kind === 'symptoms' && !existsSync(`content/symptoms/${id}`)) return `content/symptoms/${id}.mdx`;
  return `content/${page}/${fileNames[kind!]}.mdx`;
}

/** What the file of a page is called in its folder. */
const fileNames: Readonly<Record<string, string>> = {
  chapters: 'chapter',
  cases: 'case',
  symptoms: 'symptom',
};

/**
 * The page that a file under content/ holds: "symptoms/x" for "symptoms/x.mdx", "symptoms/x/symptom.mdx" and for "fr/symptoms/x.mdx";
 * undefined if none.
 */
export function pageOfFile(path: string): string | undefined {
  return /^(?:[a-z]{2,3}(?:-\w+)?\/)?(chapters\/[^/]+(?=\/chapter\.mdx$)|cases\/[^/]+(?=\/case\.mdx$)|symptoms\/[^/]+(?=(?:\/symptom)?\.mdx$)|workshop(?=\/workshop\.mdx$))/.exec(
    path,
  )?.[1];
}

/** The pages of a course in their order. */
export function pagesOf(course: Course): string[] {
  return course.parts.flatMap((part) => part.pages);
}

/**
 * Reads a course by its name in content/courses.
 *
 * @param name Defaults to the environment's BOOK_COURSE, else "book".
 * @throws if the file is missing or malformed or lists a page that does not exist; the message names file, line, field and expectation.
 */
export function readCourse(name = courseName()): Course {
  return readCheckedCourse(name).data;
}

/** As `readCourse`, for those who go on to check what the schema cannot judge. */
export function readCheckedCourse(name = courseName()): CheckedData<Course> {
  const file = courseFile(name);
  if (!existsSync(file)) {
    throw new Error(`${file}: there is no such course; ${expectedNames(name, courseNames())}`);
  }
  const checked = readCheckedData(file, Course);
  return { ...checked, data: narrowed(checked.data) };
}

/** The course with nothing but what the environment's BOOK_ONLY names: a page, or the exercise "dying-relu.keep-the-relu" on its page. */
function narrowed(course: Course): Course {
  const only = process.env['BOOK_ONLY'];
  if (!only) return course;
  const page = only.includes('/') ? only : `chapters/${only.split('.')[0]}`;
  const parts = course.parts.flatMap((part) =>
    part.pages.includes(page) ? [{ ...part, pages: [page] }] : [],
  );
  if (only === page) return { ...course, parts };
  return { ...course, parts, exercises: { ...ExercisePolicy.parse({}), ...course.exercises, show: [only] } };
}

/** The names of the courses there are. A name has no point: "x.glossary.yaml" are the terms of the course "x". */
export const courseNames = (): string[] =>
  readdirSync('content/courses')
    .flatMap((entry) => /^([^.]+)\.yaml$/.exec(entry)?.[1] ?? [])
    .sort();

/** The file of a course, seen from the project's root. The name defaults to that of the course being built. */
export const courseFile = (name = courseName()): string => `content/courses/${name}.yaml`;

/**
 * The page of the course under whose address a page is found: itself, or the one that the course lists in its place.
 * Undefined for a page that the course leaves out: it has no address.
 */
export function addressee(course: Course, page: string): string | undefined {
  const pages = pagesOf(course);
  return pages.includes(page) ? page : pages.find((other) => replacedBy(other) === page);
}

/** The page that this one stands in for: "replaces: chapters/x" at the head of its file. */
export function replacedBy(page: string): string | undefined {
  if (!existsSync(pageFile(page))) return undefined;
  const { replaces } = headOf(pageFile(page));
  return typeof replaces === 'string' ? replaces : undefined;
}

/** The day on which a page is due, as the course says it. */
export function dueDay(course: Course, page: string): string | undefined {
  return course.due?.[page] ?? course.parts.find(({ pages }) => pages.includes(page))?.due;
}

/** The name of the course being built: the environment's BOOK_COURSE, else "book". */
export function courseName(): string {
  return process.env['BOOK_COURSE'] ?? 'book';
}

/** Every page that is written, for example "chapters/x". */
const writtenPages = (): string[] =>
  globSync('content/{chapters,cases,symptoms,workshop}/**/*.mdx')
    .flatMap((path) => pageOfFile(path.replaceAll('\\', '/').replace(/^content\//, '')) ?? [])
    .sort();

/** Every page that is written and has no address in the course, for example "chapters/x". */
export function unlistedPages(course: Course): string[] {
  return writtenPages().filter((page) => addressee(course, page) === undefined);
}
