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

/**
 * @param directory The folder of a built book. Defaults to "dist".
 * @throws if there is no book in it.
 */
export function builtPages(directory = 'dist'): BuiltPage[] {
  const pages = globSync('**/*.html', { cwd: directory })
    // The sandbox in which readers' programs run is a document without anything to read; it brings its own policy.
    .filter((file) => !file.startsWith('pagefind') && file !== 'sandbox.html')
    .sort()
    .map((file) => ({ path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, file: `${directory}/${file}` }));
  if (pages.length === 0) throw new Error(`${directory}/ holds no page: run "npm run build" first`);
  return pages;
}

export function readTree(page: BuiltPage): Root {
  return fromHtml(readFileSync(page.file, 'utf8'));
}
