/** The glossary: what each term of the book means, in one or two plain sentences. */
import { z } from 'zod';
import { Page, pagesOf } from './course.ts';
import type { Course } from './course.ts';
import { eachIdOnce, readCheckedData, readData } from './read-data.ts';

const file = 'content/glossary.yaml';

const Entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'expected lower-case letters, digits and hyphens'),
  term: z.string().min(1, 'expected the term as it is written in a sentence'),
  meaning: z.string().min(1, 'expected one or two sentences'),
  /** Other words for the same thing. */
  also: z.array(z.string().min(1)).default([]),
  /** The page that treats it, for example "chapters/dying-relu". */
  page: Page.optional(),
});

export type GlossaryEntry = z.infer<typeof Entry>;

const Glossary = z.array(Entry).superRefine(eachIdOnce('defined'));

/** Every term, in alphabetical order. */
export function readGlossary(): GlossaryEntry[] {
  return readData(file, Glossary).toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}

/** @throws if the glossary has no term of that id. */
export function glossaryEntry(id: string): GlossaryEntry {
  const entry = readData(file, Glossary).find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`<Term id="${id}">: ${file} has no term of that id`);
  return entry;
}

/** The terms that do not say where they are treated, because the course leaves that page out: "file:line: field: which". */
export function termsWithoutTheirPage(course: Course): string[] {
  const { data, wrong } = readCheckedData(file, Glossary);
  const listed = new Set(pagesOf(course));
  return data.flatMap(({ term, page }, i) =>
    page === undefined || listed.has(page)
      ? []
      : [wrong([i, 'page'], `"${term}" does not say that ${page} treats it`).message],
  );
}
