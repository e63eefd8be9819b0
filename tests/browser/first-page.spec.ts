import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

describe('the first page', () => {
  test('shows a network that has failed, mends one line, and watches it learn', async ({ visit }) => {
    const page = await visit('/');
    const outcome = page.getByRole('status').filter({ hasText: /epochs from seed/ });
    await outcome.getByText('One number for every input: 0.48780487804878037').waitFor();

    await page.getByRole('button', { name: 'Mend one line' }).click();
    await outcome.getByText('Every output is on its target’s side').waitFor();
    await page.getByText('derivative: (x) => (x > 0 ? 1 : 0.1)').waitFor();

    await page.getByRole('button', { name: 'Next seed' }).click();
    await page.getByText('Every output is on its target’s side after 20,000 epochs from seed 2.').waitFor();

    await page.getByRole('button', { name: 'Break it again' }).click();
    await outcome.getByText(/One number for every input|of 4 outputs/).waitFor();
    await page.getByText('derivative: (x) => (x >= 0 ? 1 : 0)').waitFor();
  });

  test('shows the end at once to a reader who asked for less motion', async ({ visit }) => {
    const page = await visit('/');
    const outcome = page.getByRole('status').filter({ hasText: /epochs from seed/ });
    await outcome.waitFor();
    await outcome.evaluate((element) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(element.textContent)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await page.getByRole('button', { name: 'Mend one line' }).click();
    await outcome.getByText('Every output is on its target’s side').waitFor();
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    for (const text of said) expect(text).toMatch(/^Every output is on its target’s side/);
  });

  test('shows the failed network without scripts, and no button that would do nothing', async ({ visit }) => {
    const page = await visit('/', { javaScript: false });
    await page.getByText('One number for every input: 0.48780487804878037').waitFor();
    expect(await page.getByRole('img', { name: /0\.4878, 0\.4878, 0\.4878, 0\.4878/ }).isVisible()).toBe(
      true,
    );
    expect(await page.getByRole('button', { name: 'Mend one line' }).isVisible()).toBe(false);
  });
});
