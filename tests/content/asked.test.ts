/** The page that a reader needs is the first that the search finds, from a few words and from a pasted report. */
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/book/course.ts';
import { createPageFinder } from '../../src/book/search/find-pages.ts';
import { readWording, searchablePages } from '../../src/book/search/searchable-pages.ts';
import { factResult } from '../../src/book/facts/fact-result.ts';
import { gapsOf, gapsOfReport, mistakesInAsked, readAsked } from './asked.ts';
import type { AskedRow } from './asked.ts';

const pages = searchablePages(readCourse());
const wording = readWording();
const find = createPageFinder(pages, wording);
const asked = readAsked();

/** @param shown How many pages are looked at: the first, or the three that the dialog shows. */
const missed = (rows: AskedRow[], shown = 1, search = find) =>
  rows.flatMap(({ ask, pages: right }) => {
    const found = search(ask).slice(0, shown);
    if (found.some(({ page }) => right.includes(page.address))) return [];
    return [`${ask}: found ${found[0]?.page.address ?? 'nothing'}, expected ${right.join(' or ')}`];
  });

/** Each by a search that has not learned from it: in five lots. */
const missedUnseen = (rows: AskedRow[]) =>
  Array.from({ length: 5 }, (_, lot) => rows.filter((_, row) => row % 5 === lot)).flatMap((unseen) => {
    const hidden = new Set(unseen.map(({ ask }) => ask));
    const others = pages.map((page) => ({ ...page, asked: page.asked.filter((ask) => !hidden.has(ask)) }));
    return missed(unseen, 1, createPageFinder(others, wording));
  });

describe('what people ask leads to its page', () => {
  test.runIf(asked.isMost)('at least 95 of a hundred phrases', () => {
    const wrong = missed(asked.phrases);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.05 * asked.phrases.length);
  });

  test.runIf(asked.isMost)('at least 93 of a hundred questions of strangers that it has not seen', () => {
    const wrong = missedUnseen(asked.strangers);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.07 * asked.strangers.length);
  });

  test.runIf(asked.isMost)(
    'at least 85 of a hundred drawn by lot, and 97 by one of the three pages that are shown',
    () => {
      const wrong = missed(asked.drawn);
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.15 * asked.drawn.length);
      const lost = missed(asked.drawn, 3);
      expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(0.03 * asked.drawn.length);
    },
  );

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

test('what is asked leans on nothing that is no longer there', () => {
  expect(mistakesInAsked()).toEqual([]);
});

describe('of each report', () => {
  test.for(asked.reports)('the page says "$test", names the cause, explains it and shows it', (report) => {
    expect(gapsOfReport(report)).toEqual([]);
  });

  test.for(asked.reports)(
    '"$cause": what can be run was counted over seeds, and its mend helps',
    ({ mended, live }) => {
      const counted = live.split('/')[1]!;
      for (const id of mended) expect(id).toMatch(new RegExp(`^${counted}\\.`));
      const [before, after] = mended.map((id) => factResult(id));
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
