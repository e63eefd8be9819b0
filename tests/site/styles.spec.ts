import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';
import { builtPages, readTree, someEmbeds } from './built-pages.ts';

/**
 * Kilobytes of styles, as they are written, that a page may carry: of a page of text, and of one with exhibits, exercises or tabs.
 * Starlight's own are 53. Those of formulas and of highlighted code, for pages that have some, are not counted.
 */
const budget = { text: 82, exhibits: 132 };

/** What the styles of parts and exhibits are written in (src/styles/layers.css). */
const layersOfExhibits = /@layer book\.(ui|exhibits)\s*\{/;

const textOf = (style: Element) =>
  style.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

describe.each([...builtPages(), ...someEmbeds()])('the styles of $path', (page) => {
  const tree = readTree(page);
  const links = selectAll('link[rel=stylesheet]', tree).map(({ properties }) => String(properties['href']));
  const linked = links
    .filter((href) => !/\/(katex|ec)\.[^/]*$/.test(href))
    .map((href) => readFileSync(`dist${href}`, 'utf8'));
  const styles = [...linked, ...selectAll('style', tree).map(textOf)];
  // The first page carries those of its network, also in a course that shows none there.
  const hasExhibits =
    page.path === '/' || select('astro-island, .exhibit, .exhibit-table, starlight-tabs', tree) !== undefined;

  test(`are at most ${hasExhibits ? budget.exhibits : budget.text} kB`, () => {
    const bytes = styles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes / 1000).toBeLessThanOrEqual(hasExhibits ? budget.exhibits : budget.text);
  });

  test('begin with the order of their layers: else the first sheet that comes would decide it', () => {
    const [first] = selectAll('style, link[rel=stylesheet]', tree);
    expect(textOf(first!)).toMatch(/@layer starlight, katex, book\.tokens/);
  });

  test('are each there once', () => {
    expect(links).toEqual([...new Set(links)]);
  });

  test.skipIf(hasExhibits)('are none of the exhibits’ where there is no exhibit', () => {
    expect(styles.filter((text) => layersOfExhibits.test(text))).toEqual([]);
  });
});
