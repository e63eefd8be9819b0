import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
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

/** The editor of a code exercise, once it is open. */
export const program = ({ section }: ReachedExercise) =>
  section.getByRole('textbox', { name: /^The program/ });

/** Puts another text in place of the whole program, as one who pastes it. */
export async function paste(exercise: ReachedExercise, text: string): Promise<void> {
  const { keyboard } = exercise.section.page();
  if ((await program(exercise).count()) === 0) await exercise.button('Edit').click();
  await program(exercise).click();
  await keyboard.press('Control+a');
  await keyboard.insertText(text);
}

/** Has a program graded, and gives the verdict. */
export async function runAndCheck({ button, verdict }: ReachedExercise): Promise<string> {
  await button(/seeds and check$/).click();
  await expect.poll(() => verdict.innerText(), { timeout: 30_000 }).toMatch(/\S/);
  return verdict.innerText();
}
