import type { Locator, Page } from 'playwright-core';
import { wholePage } from '../site/read-to-the-end.ts';

/** An exercise of a page, by what its parts are called. */
export interface ReachedExercise {
  section: Locator;
  verdict: Locator;
  solved: Locator;
  answer: (text: string) => Locator;
  number: Locator;
  button: (name: string | RegExp) => Locator;
}

/** Scrolls to an exercise and waits until its script has taken it over. */
export async function reachExercise(page: Page, id: string): Promise<ReachedExercise> {
  const section = page.locator(`[id="${id}"]`);
  await page.locator(wholePage).waitFor({ state: 'attached' });
  await section.scrollIntoViewIfNeeded();
  await page.locator(`astro-island[ssr]:has([id="${id}"])`).waitFor({ state: 'detached' });
  return {
    section,
    verdict: section.locator('.exercise-verdict'),
    solved: section.locator('.exercise-solved'),
    answer: (text) => section.getByRole('radio', { name: text, exact: true }),
    number: section.getByRole('textbox', { name: /^Your number/ }),
    button: (name) => section.getByRole('button', { name }),
  };
}
