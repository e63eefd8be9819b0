import { existsSync } from 'node:fs';
import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';
import { bookBase } from '../gate/book-base.ts';
import { builtPages, readTree } from './built-pages.ts';

const base = bookBase();
const site = new URL(process.env['BOOK_SITE'] ?? 'http://localhost:4321');
const pages = builtPages();
const trees = new Map(pages.map((page) => [page.path, readTree(page)]));

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
  ];
}

/** Why an address leads nowhere, or undefined if it is sound or belongs to another site. */
function whyBroken(address: string, from: string): string | undefined {
  const url = new URL(address, new URL(base + from.slice(1), site));
  if (url.origin !== site.origin) return undefined;
  if (!url.pathname.startsWith(base)) return `${address}: outside the book's base ${base}`;
  const path = decodeURI(`/${url.pathname.slice(base.length)}`);
  const tree = trees.get(path);
  if (!tree)
    return existsSync(`dist${path}`) && !path.endsWith('/') ? undefined : `${address}: no such page or file`;
  const id = decodeURIComponent(url.hash.slice(1));
  return id === '' || id === '_top' || idsOf(tree).has(id)
    ? undefined
    : `${address}: that page has no id "${id}"`;
}

describe.each(pages)('$path', ({ path }) => {
  test('links only to pages, ids and files that exist', () => {
    const broken = addressesIn(trees.get(path)!).map((address) => whyBroken(address, path));
    expect(broken.filter((why) => why !== undefined)).toEqual([]);
  });
});
