/** Where the pages of a course use facts: in sentences, in the words of their faults and exercises, and on the first page. */
import { existsSync, readFileSync } from 'node:fs';
import { courseExercises } from '../course-exercises.ts';
import { type Course, courseFile, pageFile, pagesOf } from '../course.ts';

export interface FactUse {
  id: string;
  /** "content/cases/x/case.mdx" */
  file: string;
  line: number;
  /** "cases/x"; empty for the first page. */
  page: string;
  /** The anchor of the sentence on its page, where it has one. */
  anchor: string | undefined;
}

/** The id that a <Fact> has on its page: the facts of a page are counted from 1. */
export const factAnchor = (count: number): string => `fact-${count}`;

/** Every use of a fact by the pages of a course, in their order. */
export function factUses(course: Course): FactUse[] {
  const written = pagesOf(course).flatMap((page) => {
    const file = pageFile(page);
    const folder = `content/${page}`;
    const words = ['faults.yaml', 'exercises.yaml']
      .map((name) => `${folder}/${name}`)
      .filter((one) => existsSync(one));
    const isSaid = saidByExercises(course, page);
    return [
      ...usesInTags(file, page),
      ...words.flatMap((one) =>
        usesInWords(one, page).filter(({ id }) => !one.endsWith('exercises.yaml') || isSaid(id)),
      ),
    ];
  });
  return [...usesInWords(courseFile(), ''), ...written];
}

/** What the course leaves out of a chapter's exercises uses no facts. */
function saidByExercises(course: Course, page: string): (id: string) => boolean {
  if (!page.startsWith('chapters/')) return () => false;
  let said: string;
  try {
    said = JSON.stringify(courseExercises(page.split('/')[1]!, course));
  } catch {
    // What is wrong with the file is said by checked-content.ts; until it is mended all its words count.
    return () => true;
  }
  return (id) => said.includes(`{${id}}`) || said.includes(`{${id} as `);
}

/** A tag that names a fact in one of its attributes. */
const tag = /<(Fact|Claim)\b[^>]*?\s(?:id|over)="([a-z0-9][a-z0-9.+-]*)"/g;

function usesInTags(file: string, page: string): FactUse[] {
  const text = readFileSync(file, 'utf8');
  let count = 0;
  return [...text.matchAll(tag)].map(({ 1: name, 2: id, index }) => {
    if (name === 'Fact') count++;
    const anchor = name === 'Fact' ? factAnchor(count) : undefined;
    return { id: id!, file, line: lineAt(text, index), page, anchor };
  });
}

function usesInWords(file: string, page: string): FactUse[] {
  const text = readFileSync(file, 'utf8').replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(/\{([a-z0-9][a-z0-9-]*\.[a-z0-9.+-]+)(?: as [a-z]+)?\}/g)].map(
    ({ 1: id, index }) => ({
      id: id!,
      file,
      line: lineAt(text, index),
      page,
      anchor: undefined,
    }),
  );
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
