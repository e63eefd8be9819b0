/**
 * A copy of all that the book is built from, to be changed at will. It lies within the project, so that its packages are found
 * further up: Astro does not follow a link to them.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const parts = [
  // What earlier builds have computed: the copy computes the same.
  '.cache/kept',
  'astro.config.mjs',
  'ec.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
].concat(['src', 'components', 'content', 'public']);

export interface BookCopy {
  folder: string;
  remove(): void;
}

export function copyOfBook(): BookCopy {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache/book-'));
  for (const part of parts.filter((path) => existsSync(path)))
    cpSync(part, join(folder, part), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
