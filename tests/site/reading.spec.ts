import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../browser/book-page.ts';
import { axeViolations } from './axe-violations.ts';
import { builtPages } from './built-pages.ts';
import { faintText } from './faint-text.ts';
import { readToTheEnd } from './read-to-the-end.ts';

/** Kilobytes of JavaScript, as compressed by the server, that a page may load before the reader has touched anything. */
const scriptBudgetKilobytes = 90;

async function scriptKilobytes(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => /\.m?js$/.test(new URL(entry.name).pathname))
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  );
  return sizes.reduce((total, bytes) => total + bytes, 0) / 1000;
}

const takeTheme = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);

const pixelsTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

// axe is what takes long here. It looks at both widths, at one of them in the light theme and at the other in the dark one;
// the contrast of all text is looked at in every combination.
describe.concurrent.each(builtPages())('$path in the browser', ({ path }) => {
  test('is accessible and fits at 360 px, light and dark', async ({ openPage, expect }) => {
    const page = await openPage(path, { width: 360 });
    await readToTheEnd(page);
    expect(
      await pixelsTooWide(page),
      'pixels by which the page is wider than the screen',
    ).toBeLessThanOrEqual(0);
    expect(await faintText(page)).toEqual([]);
    await takeTheme(page, 'dark');
    expect(await faintText(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });

  test(`at 1440 px loads at most ${scriptBudgetKilobytes} kB of JavaScript before anything is touched, is accessible and fits, light and dark`, async ({
    openPage,
    expect,
  }) => {
    const page = await openPage(path, { width: 1440 });
    expect(await scriptKilobytes(page)).toBeLessThanOrEqual(scriptBudgetKilobytes);
    await readToTheEnd(page);
    expect(
      await pixelsTooWide(page),
      'pixels by which the page is wider than the screen',
    ).toBeLessThanOrEqual(0);
    expect(await faintText(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await takeTheme(page, 'dark');
    expect(await faintText(page)).toEqual([]);
  });

  test('can be read without JavaScript', async ({ openPage, expect }) => {
    const page = await openPage(path, { javaScript: false });
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(
      path === '/404.html' ? 10 : 400,
    );
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const controls = page.locator('astro-island :is(button, input, select, textarea)');
    const usable = await controls.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && getComputedStyle(element).pointerEvents !== 'none')
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(usable, 'what looks as if it could be worked').toEqual([]);
  });
});
