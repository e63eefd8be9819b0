/** The page that a reader needs is the first that the search finds, from a few words and from a pasted report. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { pageFile, readCourse } from '../../src/book/course.ts';
import { createPageFinder } from '../../src/book/search/find-pages.ts';
import { readWording, searchablePages } from '../../src/book/search/searchable-pages.ts';
import { listsOf, readAsked } from './asked.ts';
import type { AskedRow } from './asked.ts';

const pages = searchablePages(readCourse());
const find = createPageFinder(pages, readWording());
const asked = readAsked();

const missed = (rows: AskedRow[]) =>
  rows.flatMap(({ ask, pages: right }) => {
    const first = find(ask)[0]?.page.address ?? 'nothing';
    return right.includes(first) ? [] : [`${ask}: found ${first}, expected ${right.join(' or ')}`];
  });

describe('what people ask leads to its page', () => {
  test('at least 95 of a hundred phrases, those of strangers among them', () => {
    const phrases = [...asked.phrases, ...asked.strangers];
    const wrong = missed(phrases);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.05 * phrases.length);
  });

  test('every report', () => {
    expect(missed(asked.reports)).toEqual([]);
  });

  test('every phrase that a page declares puts it first, or beside another that declares nearly the same', () => {
    const lost = pages.flatMap(({ address, phrases }) =>
      phrases.flatMap((phrase) => {
        const place = find(phrase).findIndex(({ page }) => page.address === address);
        return place === 0 || place === 1 ? [] : [`${address}: “${phrase}” comes ${place}`];
      }),
    );
    expect(lost).toEqual([]);
  });
});

describe('of each report the page says the test, and the test names the cause', () => {
  test.for(asked.reports)('$test', ({ page, test: words, cause, live }) => {
    const plain = words.replace(/[*`]/g, '');
    const { tests, causes } = listsOf(page);
    const line = tests.find((one) => one.includes(plain));
    expect(line, `${page} has no test "${words}"`).toBeDefined();
    const number = causes.findIndex((one) => one.startsWith(cause)) + 1;
    expect(number, `${page} has no cause "${cause}"`).toBeGreaterThan(0);
    expect(line).toMatch(new RegExp(`[Cc]auses? [\\d, and]*${number}\\b`));
    if (live !== undefined)
      expect(readFileSync(pageFile(page), 'utf8')).toContain(`<Bench program="${live}"`);
  });
});
