/** What the book's own search is made of: the heads of a course's pages, and how its author reads the words that people type. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { pageFile, pagesOf } from '../course.ts';
import type { Course } from '../course.ts';
import { readData } from '../read-data.ts';
import type { SearchablePage } from './find-pages.ts';
import type { Wording } from './wording.ts';

const file = 'content/search.yaml';

const words = z.array(z.string().min(1, 'expected a word'));

const WordingFile = z.strictObject({
  ignored: words.default([]),
  alike: z.array(words.min(1, 'expected words that stand for one another')).default([]),
  turning: words.default([]),
  contrasting: words.default([]),
  naming: words.default([]),
});

/** The file is an author's choice: without it words are compared as they stand. */
export function readWording(): Wording {
  return existsSync(file) ? readData(file, WordingFile) : WordingFile.parse({});
}

/** The pages of a course with what stands at their head, in its order. */
export function searchablePages(course: Course): SearchablePage[] {
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
    return { address: `/${page}/`, title, about: description, phrases };
  });
}
