import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../browser/book-page.ts';
import { builtPages } from './built-pages.ts';
import { readToTheEnd } from './read-to-the-end.ts';

/** Kilobytes of JavaScript, as compressed by the server, that a page may load before the reader has touched anything. */
const scriptBudgetKilobytes = 90;

/** Its visible text is its name, "Search", and a keyboard hint, which aria-keyshortcuts tells to those who cannot see it. */
const isSearchButton = (html: string) => html.includes('aria-keyshortcuts="Control+K"');

async function axeViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults, RunOptions>(
    (runOptions) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, runOptions),
    { resultTypes: ['violations'], iframes: false, ...options },
  );
  return results.violations.flatMap((violation) =>
    violation.nodes
      .filter((node) => !(violation.id === 'label-content-name-mismatch' && isSearchButton(node.html)))
      .map((node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 200)}`),
  );
}

describe.concurrent.each(builtPages())('$path in the browser', ({ path }) => {
  for (const width of [360, 1440]) {
    test(`is accessible and fits at ${width} px, light and dark`, async ({ openPage, expect }) => {
      const page = await openPage(path, { width });
      await readToTheEnd(page);
      expect(await axeViolations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels by which the page is wider than the screen').toBeLessThanOrEqual(0);
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      expect(await axeViolations(page, { runOnly: ['cat.color', 'cat.sensory-and-visual-cues'] })).toEqual(
        [],
      );
    });
  }

  test(`loads at most ${scriptBudgetKilobytes} kB of JavaScript before anything is touched`, async ({
    openPage,
    expect,
  }) => {
    const page = await openPage(path, { width: 1440 });
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => /\.m?js$/.test(new URL(entry.name).pathname))
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
    );
    const kilobytes = scripts.reduce((total, bytes) => total + bytes, 0) / 1000;
    expect(kilobytes).toBeLessThanOrEqual(scriptBudgetKilobytes);
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
