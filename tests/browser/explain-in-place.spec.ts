import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

/** Puts a term into the page, as <Term> writes it. */
async function addTerm(page: Page): Promise<void> {
  await page.evaluate(() => {
    document
      .querySelector('.prose')!
      .insertAdjacentHTML(
        'afterbegin',
        '<p>A <a class="term" href="#dead-unit" title="It never wakes." data-explains="dead unit">dead unit</a> stays.</p>',
      );
  });
}

describe('a term explained in place', () => {
  test('is explained to the mouse, and no more once it leaves', async ({ visit }) => {
    const page = await visit('/glossary/');
    await addTerm(page);
    await page.getByRole('link', { name: 'dead unit', exact: true }).first().hover();
    await page.getByRole('tooltip').getByText('It never wakes.').waitFor();
    await page.mouse.move(5, 5);
    await page.getByRole('tooltip').waitFor({ state: 'hidden' });
  });

  test('is explained to the keyboard, and Escape puts the explanation away', async ({ visit }) => {
    const page = await visit('/glossary/');
    await addTerm(page);
    const term = page.locator('a.term').first();
    await term.focus();
    await page.getByRole('tooltip').getByText('It never wakes.').waitFor();
    expect(await term.getAttribute('aria-describedby')).toBe('explanation');
    await page.keyboard.press('Escape');
    await page.getByRole('tooltip').waitFor({ state: 'hidden' });
    expect(await term.getAttribute('aria-describedby')).toBeNull();
  });

  test('stays inside a narrow window', async ({ visit }) => {
    const page = await visit('/glossary/', { width: 360 });
    await addTerm(page);
    await page.locator('a.term').first().focus();
    const box = (await page.getByRole('tooltip').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
  });

  test('leads to the glossary all the same', async ({ visit }) => {
    const page = await visit('/glossary/');
    await addTerm(page);
    await page.locator('a.term').first().click();
    await page.waitForURL(/#dead-unit$/);
  });
});
