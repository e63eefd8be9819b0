/** The pages of the built book, as they lie in dist/. */
import { globSync, readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'hast';

export interface BuiltPage {
  /** The path in the book, such as "/chapters/dying-relu/". */
  path: string;
  /** The file, seen from the project's root. */
  file: string;
}

/** @throws if the book has not been built. */
export function builtPages(): BuiltPage[] {
  const pages = globSync('**/*.html', { cwd: 'dist' })
    .filter((file) => !file.startsWith('pagefind'))
    .sort()
    .map((file) => ({ path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, file: `dist/${file}` }));
  if (pages.length === 0) throw new Error('dist/ holds no page: run "npm run build" first');
  return pages;
}

export function readTree(page: BuiltPage): Root {
  return fromHtml(readFileSync(page.file, 'utf8'));
}
