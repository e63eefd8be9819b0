/** The page that a reader needs is the first that the search finds, from a few words and from a pasted report. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { pageFile, readCourse } from '../../src/book/course.ts';
import { createPageFinder } from '../../src/book/search/find-pages.ts';
import { readWording, searchablePages } from '../../src/book/search/searchable-pages.ts';
import { factResult } from '../../src/book/facts/fact-result.ts';
import { isListed, listsOf, readAsked } from './asked.ts';
import type { AskedRow, WayOn } from './asked.ts';

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

/** What is not as it should be on the way from a page to the section that tells the cause, and to the program that shows it. */
function gapsOf({ page, test: words, explained, live }: WayOn): string[] {
  const text = readFileSync(pageFile(page), 'utf8');
  const leadsTo = (place: string) => {
    const [target, anchor] = place.split('#');
    const part = anchor === undefined ? '' : `#${anchor}`;
    if (target === page) return part === '' || text.includes(`](${part})`);
    return !isListed(place) || text.includes(`](/${target}/${part}`);
  };
  const plain = words.replace(/[*`]/g, '');
  const isShown = live.startsWith(`${page}/`)
    ? text.includes(`<Bench program="${live}"`)
    : !isListed(live) || (leadsTo(live) && readFileSync(pageFile(live), 'utf8').includes('<Bench'));
  return [
    ...(listsOf(page).tests.some((one) => one.includes(plain)) ? [] : [`${page} has no test "${words}"`]),
    ...(leadsTo(explained) ? [] : [`${page} does not lead to ${explained}`]),
    ...(isShown ? [] : [`${page} does not show ${live}, nor lead to it`]),
  ];
}

describe('of each report', () => {
  test.for(asked.reports)('the page says "$test", names the cause, explains it and shows it', (report) => {
    expect(gapsOf(report)).toEqual([]);
    const { tests, causes } = listsOf(report.page);
    const line = tests.find((one) => one.includes(report.test.replace(/[*`]/g, '')));
    const number = causes.findIndex((one) => one.startsWith(report.cause)) + 1;
    expect(number, `${report.page} has no cause "${report.cause}"`).toBeGreaterThan(0);
    expect(line).toMatch(new RegExp(`[Cc]auses? [\\d, and]*${number}\\b`));
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
