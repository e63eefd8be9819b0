/**
 * What the book's own search is made of: the heads of a course's pages, what people asked whom they answer, and how its author reads
 * the words that people type.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { pageFile, pagesOf } from '../course.ts';
import type { Course } from '../course.ts';
import { readData } from '../read-data.ts';
import type { SearchablePage } from './find-pages.ts';
import type { Wording } from './wording.ts';

const wordingFile = 'content/search.yaml';
const askedFile = 'content/asked.yaml';

const words = z.array(z.string().min(1, 'expected a word'));

const WordingFile = z.strictObject({
  ignored: words.default([]),
  alike: z.array(words.min(1, 'expected words that stand for one another')).default([]),
  turning: words.default([]),
  contrasting: words.default([]),
  naming: words.default([]),
  /** By page, what is typed by those who need it. What leads to a page that a course leaves out is left out too. */
  leads: z.record(z.string(), words).default({}),
});

/** Of the table of what people ask only what the search learns from; all of it is checked by its test. */
const AskedFile = z.object({
  strangers: z
    .array(z.object({ ask: z.string(), page: z.union([z.string(), z.array(z.string()).min(1)]) }))
    .default([]),
});

const readWordingFile = () =>
  existsSync(wordingFile) ? readData(wordingFile, WordingFile) : WordingFile.parse({});

/** The file is an author's choice: without it words are compared as they stand. */
export function readWording(): Wording {
  const { ignored, alike, turning, contrasting, naming } = readWordingFile();
  return { ignored, alike, turning, contrasting, naming };
}

/** The pages of a course with what stands at their head, in its order. A question belongs to the first page that is named for it. */
export function searchablePages(course: Course): SearchablePage[] {
  const { leads } = readWordingFile();
  const { strangers } = existsSync(askedFile) ? readData(askedFile, AskedFile) : { strangers: [] };
  const questions = Map.groupBy(strangers, ({ page }) => [page].flat()[0]!);
  return pagesOf(course).map((page) => {
    const [, head] = /^---\n(.*?)\n---/s.exec(readFileSync(pageFile(page), 'utf8')) ?? [];
    const {
      title,
      description = '',
      phrases = [],
    } = parse(head ?? '') as {
      title: string;
      description?: string;
      phrases?: string[];
    };
    const asked = [...(leads[page] ?? []), ...(questions.get(page) ?? []).map(({ ask }) => ask)];
    return { address: `/${page}/`, title, about: description, phrases, asked };
  });
}
