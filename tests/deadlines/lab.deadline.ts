/** The lab: a sweep over a reader's code is dropped at once, and a hostile program leaves the page its time. */
import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { test } from '../browser/book-page.ts';
import { clickWhile, failureOf, openLabPage, watchClicks } from '../browser/lab-page.ts';

const source = readFileSync('tests/fixture/content/cases/xor/program.ts', 'utf8');

describe('the lab', () => {
  test('drops a sweep within 50 ms', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    const elapsedMs = await page.evaluate(async (text) => {
      const controller = new AbortController();
      const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
      const going = session.sweep({ source: text, seeds, epochs: 20_000, signal: controller.signal });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const begun = performance.now();
      controller.abort();
      await going;
      return performance.now() - begun;
    }, source);
    expect(elapsedMs).toBeLessThan(50);
  });

  test('lets nine of ten clicks be answered within 100 ms of a program without end', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    await watchClicks(page);
    await clickWhile(page, failureOf(page, `for (;;) {}\n${source}`));
    await clickWhile(page, failureOf(page, `const a = []; for (;;) a.push({ a });\n${source}`));
    const delays = (await page.evaluate(() => clickDelaysMs)).toSorted((a, b) => a - b);
    expect(delays[Math.floor(delays.length * 0.9)]).toBeLessThan(100);
  });
});
