import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

/** Opens the search by its keys, once its script has put it to work, and gives its dialog. */
async function openSearch(page: Page): Promise<Locator> {
  await page.locator('button[data-open-modal]:enabled').waitFor();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  return dialog;
}

describe('a reader who looks for something', () => {
  test('searches by keyboard and arrives', async ({ openPage }) => {
    const page = await openPage('/references/');
    const dialog = await openSearch(page);
    await dialog.getByRole('textbox').fill('practice');
    const result = dialog.getByRole('link', { name: 'Practice' }).first();
    await result.waitFor();
    await result.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/chapters/practice/**');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Practice');
  });

  test('finds every page in the menu of a narrow screen', async ({ openPage }) => {
    const page = await openPage('/references/', { width: 360 });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Practice' }).click();
    await page.waitForURL('**/chapters/practice/');
  });

  test('skips to the text with the first press of Tab', async ({ openPage }) => {
    const page = await openPage('/chapters/practice/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#_top');
  });

  test('is told when an address is wrong, and shown a way on', async ({ openPage }) => {
    const page = await openPage('/references/', { tolerates: [/status of 404/] });
    const response = await page.goto(new URL('../chapters/no-such-chapter/', page.url()).href);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
  });
});

test('the search costs no page anything until a reader opens it, and is there once the page is reloaded', async ({
  openPage,
}) => {
  const page = await openPage('/references/', { tolerates: [/ui-core|Failed to load resource/] });
  await page.waitForLoadState('networkidle');
  const asked = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => /ui-core/.test(name)).length,
    );
  expect(await asked()).toBe(0);
  await page.route('**/ui-core*', (route) => route.abort());
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The search could not be loaded.').waitFor();
  await page.unroute('**/ui-core*');
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  const field = dialog.getByRole('textbox');
  await field.waitFor();
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
});

test('the search is there for a reader who opens it while the page is still at work', async ({
  openPage,
}) => {
  const page = await openPage('/references/');
  // A browser that is never at rest.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.reload({ waitUntil: 'commit' });
  await page.locator('button[data-open-modal]:enabled').waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.waitFor();
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
});

describe('a reader who chooses a theme', () => {
  test('keeps it on the next page, whatever the system asks for', async ({ openPage }) => {
    const page = await openPage('/references/', { theme: 'light' });
    await page.getByLabel('Select theme').first().selectOption('dark');
    await page.goto(new URL('../chapters/practice/', page.url()).href);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  test('who never chooses one gets the theme of the system', async ({ openPage }) => {
    const page = await openPage('/references/', { theme: 'dark' });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });
});
