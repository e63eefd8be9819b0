import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';
import { factIds } from '../../src/book/facts/fact-of.ts';
import { builtPages, readTree, someEmbeds } from './built-pages.ts';

const pages = builtPages();

function textOf(node: Element | undefined): string {
  if (!node) return '';
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

describe.each([...pages, ...someEmbeds()])('$path as a document', (page) => {
  const tree = readTree(page);

  test('has a language, a title and a description', () => {
    expect(select('html', tree)?.properties['lang']).toMatch(/^[a-z]{2}/);
    expect(textOf(select('title', tree)).trim()).not.toBe('');
    if (page.path === '/404.html') return; // search engines never list it
    expect(String(select('meta[name=description]', tree)?.properties['content'] ?? '')).not.toBe('');
  });

  test('has one h1, and headings that skip no level', () => {
    const levels = selectAll('main h1, main h2, main h3, main h4, main h5, main h6', tree).map((heading) =>
      Number(heading.tagName.slice(1)),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const skips = levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1);
    expect(skips).toEqual([]);
  });

  test('has its text without scripts', () => {
    expect(textOf(select('main', tree)).length).toBeGreaterThan(page.path === '/404.html' ? 10 : 400);
  });

  test('keeps nothing back that it needs in a part that is yet to be opened', () => {
    expect(selectAll('noscript[data-waiting] :is(script, style, link)', tree)).toEqual([]);
  });

  test('gives each id once', () => {
    const ids = selectAll('[id]', tree).map((element) => String(element.properties['id']));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});

test('every quantity that the text points at is in a figure of its page', () => {
  const named = pages.flatMap((page) => {
    const tree = readTree(page);
    const shown = new Set(
      selectAll('[data-quantity]', tree).map((part) => String(part.properties['dataQuantity'])),
    );
    return selectAll('.quantity', tree).map((word) => ({
      page: page.path,
      of: String(word.properties['dataOf']),
      isShown: shown.has(String(word.properties['dataOf'])),
    }));
  });
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ isShown }) => !isShown)).toEqual([]);
});

test('no page has the name of a fact where its number belongs', () => {
  const ids = new Set(factIds());
  const left = pages.flatMap(({ path, file }) =>
    [...readFileSync(file, 'utf8').matchAll(/\{([a-z0-9.-]+)\}/g)]
      .filter(([, id]) => ids.has(id!))
      .map(([, id]) => `${path}: ${id}`),
  );
  expect(left).toEqual([]);
});

test('no two pages share a title', () => {
  const titles = pages.map((page) => textOf(select('title', readTree(page))));
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});
