// Text at 7 to 1 in what a reader brings about. tests/site looks at every page as it is before anything is touched.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faintText } from '../../site/faint-text.ts';
import { benchOf, mend, says, typeOver } from '../at-the-bench.ts';
import { test } from '../book-page.ts';
import { reachBench } from '../reach-bench.ts';
import { reachExercise } from '../reach-exercise.ts';

async function isReadable(page: Page, doing: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    expect.soft(await faintText(page), `${doing}, ${theme}`).toEqual([]);
  }
}

const openAll = (page: Page, within: string) =>
  page.locator(`${within} details`).evaluateAll((all: HTMLDetailsElement[]) => {
    for (const one of all) one.open = true;
  });

describe('text that comes up as one reads is seen by everybody', () => {
  test('at the bench', { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage('/cases/xor/', { motion: true });
    const { bench, button, code, status } = benchOf(page);
    await reachBench(page);
    await mend(page, 'derivative-always-one');
    await bench.getByLabel('show changes').check();
    await openAll(page, '.bench');
    await bench.getByRole('button', { name: 'Put back' }).first().waitFor();
    await isReadable(page, 'hints and a comparison');
    await code.click();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('derivative');
    await isReadable(page, 'a search');

    await page.keyboard.press('Escape');
    await button('Skip').click();
    await button(/^Run/).first().click();
    await button('Pause').waitFor();
    await isReadable(page, 'a run under way');
    await says(status, /^Ended/);
    await bench.getByLabel('Epochs a seed').fill('5');
    await button('Run 200 seeds').click();
    await says(status, /^Done/);
    await bench.locator('button.seed-dot').first().click();
    await says(bench.locator('.bench-subject'), /On the bench: seed/);
    await isReadable(page, 'a run at its end, its diagnosis, and 200 seeds');

    await typeOver(page, 'export const epochs =', 'export const epochs = =');
    await button(/^Run/).first().click();
    await bench.getByRole('alert').waitFor();
    await isReadable(page, 'a program that cannot be read');
  });

  test('in exercises', { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage('/chapters/practice/');
    const all = await page.locator('.exercise').evaluateAll((found) => found.map(({ id }) => id));
    const ids = all.filter((id) => id !== 'practice.take-your-time');
    for (const id of ids) {
      const { section, button, verdict } = await reachExercise(page, id);
      await button('Hint').click();
      await section.getByText('Solution', { exact: true }).click();
      for (const option of await section.getByRole('radio').all()) await option.check();
      const number = section.getByRole('textbox', { name: /^Your number/ });
      if ((await number.count()) > 0) await number.fill('0.2');
      await button(/^(Check|That is my prediction|Run \d+ seeds and check)/).click();
      await expect.poll(() => verdict.innerText(), { timeout: 60_000 }).toMatch(/\S/);
    }
    await isReadable(page, 'hints, solutions and verdicts');
  });
});
