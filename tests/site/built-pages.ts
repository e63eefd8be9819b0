/** The pages of the built book, as they lie in dist/. */
import { globSync, readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'hast';
import { isEmbed } from '../../src/book/embeds.ts';

export interface BuiltPage {
  /** The path in the book, such as "/chapters/dying-relu/". */
  path: string;
  /** The file, seen from the project's root. */
  file: string;
}

/**
 * The pages that are read. Those that show one exhibit alone are many, and show what stands on these too: see `someEmbeds`.
 *
 * @param directory The folder of a built book. Defaults to "dist".
 * @throws if there is no book in it.
 */
export function builtPages(directory = 'dist'): BuiltPage[] {
  const pages = allPages(directory).filter(({ path }) => !isEmbed(path));
  if (pages.length === 0) throw new Error(`${directory}/ holds no page: run "npm run build" first`);
  return pages;
}

/** Of the pages that show one exhibit or exercise alone, a few of different kinds. */
export function someEmbeds(directory = 'dist'): BuiltPage[] {
  const embeds = allPages(directory).filter(({ path }) => isEmbed(path));
  const kinds = [
    /^\/embed\/cases\/.*\/bench\/$/,
    /\/fault-board\/$/,
    /\/chapters\/[^.]*\/(?!bench)[^./]*\/$/,
    /\.[^/]*\/$/,
  ];
  return kinds.flatMap((kind) => embeds.find(({ path }) => kind.test(path)) ?? []);
}

/** Of these pages so many that whatever wakes on any of them is on one. */
export function pagesWithEachExhibit(pages: readonly BuiltPage[]): BuiltPage[] {
  const waking = new Map(pages.map((page) => [page, new Set(exhibitsOf(page))]));
  const left = new Set([...waking.values()].flatMap((exhibits) => [...exhibits]));
  const chosen: BuiltPage[] = [];
  while (left.size > 0) {
    const shown = (page: BuiltPage) => [...waking.get(page)!].filter((exhibit) => left.has(exhibit)).length;
    const next = pages.reduce((best, page) => (shown(page) > shown(best) ? page : best));
    chosen.push(next);
    for (const exhibit of waking.get(next)!) left.delete(exhibit);
  }
  return chosen;
}

const exhibitsOf = ({ file }: BuiltPage): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/component-url="([^"]*)"/g)].map(([, url]) => url!);

function allPages(directory: string): BuiltPage[] {
  return (
    globSync('**/*.html', { cwd: directory })
      // The sandbox in which readers' programs run is a document without anything to read; it brings its own policy.
      .filter((file) => !file.startsWith('pagefind') && file !== 'sandbox.html')
      .sort()
      .map((file) => ({ path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, file: `${directory}/${file}` }))
  );
}

export function readTree(page: BuiltPage): Root {
  return fromHtml(readFileSync(page.file, 'utf8'));
}
