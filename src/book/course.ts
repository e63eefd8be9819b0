/**
 * The course file: which pages the book has, in which order.
 *
 * A course is one YAML file in content/courses. A page that no part lists is not built, and the build says so;
 * a page that is listed and does not exist stops the build.
 */
import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { Policy } from './policy.ts';
import { readData } from './read-data.ts';

/** The name of a page that is written, be it listed or not. */
export const Page = z
  .string()
  .regex(/^(chapters|cases|symptoms)\/[a-z0-9-]+$/, {
    error: ({ input }) =>
      `expected "chapters/<id>", "cases/<id>" or "symptoms/<id>", found ${JSON.stringify(input)}`,
  })
  .refine((page) => existsSync(pageFile(page)), {
    error: ({ input }) =>
      `"${String(input)}" is named here, but ${pageFile(String(input))} does not exist; write it or take its name away`,
    abort: true,
  });

const Part = z.strictObject({
  title: z.string().min(1, 'expected a title'),
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
  ways: z.strictObject({ symptoms: words, chapters: words, programs: words }).partial().default({}),
  /** A case whose program trains in the page, in two of its variants. */
  network: z
    .strictObject({
      case: words,
      broken: words.default('as-posted'),
      mended: words,
      /** Facts stand in it as {id} or {id as runs}, code in backticks. */
      caption: words,
    })
    .optional(),
});

const Course = z
  .strictObject({
    title: z.string().min(1, 'expected a title'),
    description: z.string().min(1, 'expected a sentence that says what the course is about'),
    firstPage: FirstPage.optional(),
    parts: z.array(Part).min(1, 'expected at least one part'),
    policy: Policy.optional(),
  })
  .superRefine(({ parts }, context) => {
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
  });

export type Course = z.infer<typeof Course>;

/**
 * Where the file of a page lies, seen from the project's root: "cases/x" is "content/cases/x/case.mdx". A symptom that has
 * files of its own lies in a folder, too; one without is a file beside the others.
 */
export function pageFile(page: string): string {
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

/** The page that a file under content/ holds: "symptoms/x" for "symptoms/x.mdx" and for "symptoms/x/symptom.mdx"; undefined if none. */
export function pageOfFile(path: string): string | undefined {
  return /^(chapters\/[^/]+(?=\/chapter\.mdx$)|cases\/[^/]+(?=\/case\.mdx$)|symptoms\/[^/]+(?=(\/symptom)?\.mdx$))/.exec(
    path,
  )?.[0];
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
  const file = courseFile(name);
  if (!existsSync(file)) {
    const names = readdirSync('content/courses').map((entry) => entry.replace(/\.yaml$/, ''));
    throw new Error(`${file}: there is no such course; the courses are ${names.sort().join(', ')}`);
  }
  return readData(file, Course);
}

/** The file of a course, seen from the project's root. The name defaults to that of the course being built. */
export const courseFile = (name = courseName()): string => `content/courses/${name}.yaml`;

/** Whether the course being built has the page: one that it leaves out has no address. */
export function isListed(page: string): boolean {
  return pagesOf(readCourse()).includes(page);
}

/** The name of the course being built: the environment's BOOK_COURSE, else "book". */
export function courseName(): string {
  return process.env['BOOK_COURSE'] ?? 'book';
}

/** Every page that is written and not listed by the course, for example "chapters/x". */
export function unlistedPages(course: Course): string[] {
  const listed = new Set(pagesOf(course));
  return readdirSync('content', { recursive: true, encoding: 'utf8' })
    .flatMap((path) => pageOfFile(path.replaceAll('\\', '/')) ?? [])
    .filter((page) => !listed.has(page))
    .sort();
}
