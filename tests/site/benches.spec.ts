/**
 * Every case of the course, at its bench: it runs to an end, what came of it stands in one window beside its line, each of its mends
 * can be made there, and seeds can be counted.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pagesOf, readCourse } from '../../src/book/course.ts';
import { readFaults } from '../../src/book/faults.ts';
import { benchOf, mend, says } from '../browser/at-the-bench.ts';
import { test } from '../browser/book-page.ts';
import { showBench, shownShare } from '../browser/shown-share.ts';
import { casesWithFaults } from '../content/declared.ts';
import { firstOf } from '../whole.ts';

const listed = pagesOf(readCourse());
const cases = casesWithFaults().filter((id) => listed.includes(`cases/${id}`));

/** CSS pixels of an element's content that its width does not show. */
const cutOff = (place: Locator) => place.evaluate((element) => element.scrollWidth - element.clientWidth);

/** The line that is broken, Run, the outputs and the whole of the first finding. */
async function expectInOneWindow(page: Page, id: string): Promise<void> {
  const { bench, button, diagnosis } = benchOf(page);
  await showBench(page);
  const lines = readFaults(id).faults.flatMap((fault) => fault.lines);
  const broken = bench.locator('.code-line').filter({ hasText: lines[0]?.split('\n')[0]?.trim() ?? '' });
  const seen = {
    line: await shownShare(page, broken),
    run: await shownShare(page, button(/^Run on$/)),
    // Of many the worst are shown, and scroll in their place.
    outputs: await shownShare(page, bench.locator('.bench-live .bench-outputs')),
    finding: await shownShare(page, diagnosis.locator('li')),
  };
  expect(seen).toEqual({ line: 1, run: 1, outputs: 1, finding: 1 });
}

/** In the gate one: each case's programs, mends and sweeps are tried without a page in tests/content. */
describe.each(firstOf(cases, 1))('a reader of %s', (id) => {
  test('runs it, makes its mends, and counts seeds', { timeout: 180_000 }, async ({ visit }) => {
    const page = await visit(`/cases/${id}/`, { width: 1280, height: 720 });
    if ((await page.locator('.bench').count()) === 0) return;
    const { bench, button, diagnosis, status } = benchOf(page);
    await showBench(page);
    await button('Skip').click();
    await button(/^Run$/).click();
    await says(status, /^(Ended|Stopped)/, 120_000);
    await diagnosis.locator('li').first().waitFor();
    expect(await cutOff(bench.locator('.bench-answer')), 'what is found is cut off at its side').toBe(0);
    await expectInOneWindow(page, id);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectInOneWindow(page, id);
    await mend(page, ...readFaults(id).faults.flatMap((fault) => (fault.mend ? [fault.id] : [])));
    await bench.getByLabel('Epochs a seed').fill('5');
    await button('Run 200 seeds').click();
    await says(status, /^Done: \d+ of 200 seeds/, 120_000);
    expect(await bench.getByRole('alert').count()).toBe(0);
  });
});
