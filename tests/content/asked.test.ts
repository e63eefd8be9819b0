/** The page that a reader needs is the first that the search finds, from a few words and from a pasted report. */
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/book/course.ts';
import { createPageFinder } from '../../src/book/search/find-pages.ts';
import { readWording, searchablePages } from '../../src/book/search/searchable-pages.ts';
import { factResult } from '../../src/book/facts/fact-result.ts';
import { gapsOf, gapsOfReport, readAsked } from './asked.ts';
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

describe('of each report', () => {
  test.for(asked.reports)('the page says "$test", names the cause, explains it and shows it', (report) => {
    expect(gapsOfReport(report)).toEqual([]);
  });

  test.for(asked.reports.filter(({ mended }) => mended))(
    '"$cause": its mend was tried over seeds, and helps',
    ({ mended }) => {
      const [before, after] = mended!.map((id) => factResult(id));
      expect(Math.min(before!.runs!, after!.runs!)).toBeGreaterThanOrEqual(50);
      expect(after!.low).toBeGreaterThan(before!.high!);
    },
  );
});

test('of what a survey found in such networks nearly all is tested for, explained and shown', () => {
  const ways = asked.field.filter((row) => 'page' in row);
  expect(ways.flatMap((way) => gapsOf(way).map((gap) => `${way.leaf}: ${gap}`))).toEqual([]);
  expect(asked.field.length - ways.length).toBeLessThanOrEqual(3);
});
