/**
 * Entries of the book, and those that a course adds in a file of its own beside its course file: so the book and a fork of it
 * never write into one file. An entry of the course goes before one of the book with the same id.
 */
import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { expectedNames } from './nearest.ts';
import { type FieldPath, readCheckedData } from './read-data.ts';

interface WrittenEntry<Entry> {
  entry: Entry;
  /** The error for a field of the entry. */
  wrong(path: FieldPath, why: string): Error;
}

/**
 * @param book The book's file, seen from the project's root.
 * @param own The course's file in content/courses; it need not be there.
 */
export function withOwnEntries<Entry extends { id: string }>(
  book: string,
  own: string,
  schema: z.ZodType<Entry[]>,
): WrittenEntry<Entry>[] {
  const read = (file: string): WrittenEntry<Entry>[] => {
    if (!existsSync(file)) return [];
    const { data, wrong } = readCheckedData(file, schema);
    return data.map((entry, i) => ({ entry, wrong: (path, why) => wrong([i, ...path], why) }));
  };
  const owned = read(`content/courses/${own}`);
  const ids = new Set(owned.map(({ entry }) => entry.id));
  return [...read(book).filter(({ entry }) => !ids.has(entry.id)), ...owned];
}

/** @throws "`missing`; the nearest are …" if there is no entry of that id. */
export function entryOf<Entry extends { id: string }>(
  entries: readonly Entry[],
  id: string,
  missing: string,
): Entry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) return entry;
  throw new Error(
    `${missing}; ${expectedNames(
      id,
      entries.map((one) => one.id),
    )}`,
  );
}
