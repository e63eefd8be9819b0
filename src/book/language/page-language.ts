/**
 * Pages in another language: content/<language>/cases/<id>/case.mdx stands for content/cases/<id>/case.mdx where the course is in
 * that language. A page without such a file is shown as it was written, and says so.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isTranslated } from './catalogue.ts';

const known = new Map<string, { changed: number; language: string | undefined }>();

/**
 * The language of a course file, if it is another than that of the book. It is read without the rest, for which the files of pages
 * must be known.
 */
export function otherLanguage(courseFile: string): string | undefined {
  const changed = statSync(courseFile, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return undefined;
  const path = resolve(courseFile);
  const before = known.get(path);
  if (before?.changed === changed) return before.language;
  const [, written] = /^language: *["']?([A-Za-z-]+)/m.exec(readFileSync(courseFile, 'utf8')) ?? [];
  const language = isTranslated(written) ? written : undefined;
  known.set(path, { changed, language });
  return language;
}

/** The file in that language which stands for another one, "content/cases/x/case.mdx"; undefined if there is none. */
export function translationOf(file: string, language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  const own = file.replace(/^content\//, `content/${language}/`);
  return existsSync(own) ? own : undefined;
}
