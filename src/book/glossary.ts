/**
 * The glossary: what each term of the book means, in one or two plain sentences. A course adds terms of its own, or its own words
 * for a term that is there, in content/courses/<course>.glossary.yaml.
 */
import { z } from 'zod';
import { addressee, type Course, courseName, Page } from './course.ts';
import { entryOf, withOwnEntries } from './own-entries.ts';
import { eachIdOnce } from './read-data.ts';

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
  return terms().toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}

/** @throws if content/glossary.yaml has no term of that id. */
export function glossaryEntry(id: string): GlossaryEntry {
  return entryOf(terms(), id, `<Term id="${id}">: content/glossary.yaml has no term of that id`);
}

const terms = () => entries().map(({ entry }) => entry);
const entries = () => withOwnEntries('content/glossary.yaml', `${courseName()}.glossary.yaml`, Glossary);

/** The terms that do not say where they are treated, because the course leaves that page out: "file:line: field: which". */
export function termsWithoutTheirPage(course: Course): string[] {
  return entries().flatMap(({ entry: { term, page }, wrong }) =>
    page === undefined || addressee(course, page) !== undefined
      ? []
      : [wrong(['page'], `"${term}" does not say that ${page} treats it`).message],
  );
}
