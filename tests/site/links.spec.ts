import { existsSync } from 'node:fs';
import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';
import { book, bookUnderPath } from '../gate/built-books.ts';
import type { BuiltBook } from '../gate/built-books.ts';
import { builtPages, readTree } from './built-pages.ts';

function idsOf(tree: Root): Set<string> {
  return new Set(selectAll('[id]', tree).map((element) => String(element.properties['id'])));
}

function addressesIn(tree: Root): string[] {
  const at = (selector: string, property: string) =>
    selectAll(selector, tree).map((element) => String(element.properties[property]));
  return [
    ...at('a[href]', 'href'),
    ...at('link[href]:not([rel=canonical])', 'href'),
    ...at('script[src]', 'src'),
    ...at('img[src]', 'src'),
    ...at('iframe[src]', 'src'),
    ...at('astro-island[component-url]', 'component-url'),
    ...at('astro-island[renderer-url]', 'renderer-url'),
  ];
}

/** A function that says why an address on a page leads nowhere; undefined if it is sound or belongs to another host. */
function linkChecker({ directory, site, base }: BuiltBook, ids: Map<string, Set<string>>) {
  return (address: string, from: string): string | undefined => {
    const url = new URL(address, new URL(base + from.slice(1), site));
    if (url.origin !== new URL(site).origin) return undefined;
    if (!url.pathname.startsWith(base)) return `${address}: outside the book's base ${base}`;
    const path = decodeURI(`/${url.pathname.slice(base.length)}`);
    const idsThere = ids.get(path);
    if (!idsThere) {
      const isFile = !path.endsWith('/') && existsSync(directory + path);
      return isFile ? undefined : `${address}: no such page or file`;
    }
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' || idsThere.has(id) ? undefined : `${address}: that page has no id "${id}"`;
  };
}

// The second book is built by the gate alone, so that a single build is enough to run the other tests by hand.
const books = [book, bookUnderPath].filter(({ directory }) => directory === 'dist' || existsSync(directory));

describe.each(books)('the book under $base', (built) => {
  const pages = builtPages(built.directory);
  const trees = new Map(pages.map((page) => [page.path, readTree(page)]));
  const whyBroken = linkChecker(built, new Map([...trees].map(([path, tree]) => [path, idsOf(tree)])));

  test.each(pages)('$path links only to pages, ids and files that exist', ({ path }) => {
    const broken = addressesIn(trees.get(path)!).map((address) => whyBroken(address, path));
    expect(broken.filter((why) => why !== undefined)).toEqual([]);
  });
});
