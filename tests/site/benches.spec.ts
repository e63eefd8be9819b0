/** Every case of the course, at its bench: it runs to an end, each of its mends can be made there, and seeds can be counted. */
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pagesOf, readCourse } from '../../src/book/course.ts';
import { readFaults } from '../../src/book/faults.ts';
import { benchOf, mend, says } from '../browser/at-the-bench.ts';
import { test } from '../browser/book-page.ts';
import { reachBench } from '../browser/reach-bench.ts';
import { casesWithFaults } from '../content/declared.ts';
import { spreadOf } from '../whole.ts';

const listed = pagesOf(readCourse());
const cases = casesWithFaults().filter((id) => listed.includes(`cases/${id}`));

/** CSS pixels of an element's content that its width does not show. */
const cutOff = (place: Locator) => place.evaluate((element) => element.scrollWidth - element.clientWidth);

/** In the gate some: each case's programs, mends and sweeps are tried without a page in tests/content. */
describe.each(spreadOf(cases, 2))('a reader of %s', (id) => {
  test('runs it, makes its mends, and counts seeds', { timeout: 180_000 }, async ({ visit }) => {
    const page = await visit(`/cases/${id}/`);
    if ((await page.locator('.bench').count()) === 0) return;
    const { bench, button, diagnosis, status } = benchOf(page);
    await reachBench(page);
    await button('Skip').click();
    await button(/^Run$/).click();
    await says(status, /^(Ended|Stopped)/, 120_000);
    await diagnosis.locator('li').first().waitFor();
    expect(await cutOff(bench.locator('.bench-answer')), 'what is found is cut off at its side').toBe(0);
    await mend(page, ...readFaults(id).faults.flatMap((fault) => (fault.mend ? [fault.id] : [])));
    await bench.getByLabel('Epochs a seed').fill('5');
    await button('Run 200 seeds').click();
    await says(status, /^Done: \d+ of 200 seeds/, 120_000);
    expect(await bench.getByRole('alert').count()).toBe(0);
  });
});
