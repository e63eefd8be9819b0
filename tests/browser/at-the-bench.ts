/** What a reader does at the bench of a page, for tests of benches and of cases. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { reachBench } from './reach-bench.ts';

/** The first bench of a page as a reader finds it: by what its parts are called. */
export function benchOf(page: Page) {
  const bench = page.locator('.bench').first();
  return {
    bench,
    status: bench.getByRole('status'),
    code: bench.getByRole('textbox', { name: 'The program' }),
    diagnosis: bench.getByRole('group', { name: 'Diagnosis' }),
    outputs: bench.locator('.bench-live .outputs-table .output-number'),
    posted: bench.getByRole('group', { name: /^As posted/ }),
    yours: bench.getByRole('group', { name: /^Yours/ }),
    button: (name: string | RegExp) => bench.getByRole('button', { name }),
  };
}

/** Waits until a place on the page says something. */
export const says = (place: Locator, pattern: RegExp, timeout = 45_000) =>
  expect.poll(() => place.textContent(), { timeout }).toMatch(pattern);

/** Selects a piece of the program and types in its place, as a hand would. */
export async function typeOver(page: Page, find: string, replace: string): Promise<void> {
  const { code, bench } = benchOf(page);
  await reachBench(page);
  await bench.getByRole('group', { name: 'The program' }).or(code).first().click();
  await code.waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(find);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.type(replace);
}

/** Asks for hints and mends the faults by their buttons. */
export async function mend(page: Page, ...faultIds: string[]): Promise<void> {
  const { bench, button } = benchOf(page);
  await button('Give me a hint').click();
  for (const id of faultIds) {
    await bench.locator(`[data-fault="${id}"]`).getByRole('button', { name: 'Mend it' }).click();
  }
}
