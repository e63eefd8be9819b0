/** What authors write at the head of a page, checked before Starlight reads it: it takes a field that it does not know without a word. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Course, Page, pageFile, pagesOf, replacedBy } from './course.ts';
import { headText } from './head-of.ts';
import { checkData } from './read-data.ts';

const words = z.string().min(1, 'expected some words, found none');
/** What Starlight itself checks. */
const ofStarlight = z.unknown().optional();

const Head = z.strictObject({
  title: words,
  description: words.optional(),
  /** What people type into a search box. */
  phrases: z.array(words).optional(),
  /** The page in whose place this one stands. */
  replaces: Page.optional(),
  sidebar: ofStarlight,
  tableOfContents: ofStarlight,
  prev: ofStarlight,
  next: ofStarlight,
  banner: ofStarlight,
  head: ofStarlight,
  pagefind: ofStarlight,
});

/** @throws what is wrong with the heads of a course's pages, a mistake a line, with file, line and field. */
export function checkHeads(course: Course): void {
  const mistakes = pagesOf(course).flatMap((page) => {
    try {
      checkHead(course, page);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
}

function checkHead(course: Course, page: string): void {
  const file = pageFile(page);
  const head = headText(readFileSync(file, 'utf8'));
  if (head === '')
    throw new Error(`${file}:1: the head: expected "---", a line "title: …" and "---" at the beginning`);
  // A line more before it, so that lines are counted as in the file.
  const { data, wrong } = checkData(`\n${head}`, file, Head);
  const { replaces } = data;
  if (replaces === undefined) return;
  const pages = pagesOf(course);
  if (pages.includes(replaces))
    throw wrong(['replaces'], `the course lists "${replaces}" as well; take one of the two out of it`);
  const other = pages.find((one) => one !== page && replacedBy(one) === replaces);
  if (other !== undefined)
    throw wrong(
      ['replaces'],
      `"${other}" replaces "${replaces}" as well; the course can list one of the two`,
    );
}
