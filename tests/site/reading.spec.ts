import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../browser/book-page.ts';
import { axeViolations } from './axe-violations.ts';
import { builtPages, pagesWithEachExhibit, someEmbeds } from './built-pages.ts';
import { faintText } from './faint-text.ts';
import { linksLikeText } from './links-like-text.ts';
import { readToTheEnd } from './read-to-the-end.ts';
import { spreadOf, whole } from '../whole.ts';

/** Kilobytes of JavaScript, as compressed by the server, that a page may load before the reader has touched anything. */
const scriptBudgetKilobytes = 90;

async function scriptKilobytes(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  // By name: workers of one kind load one file, which the browser keeps.
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => /\.m?js$/.test(new URL(entry.name).pathname))
      .map((entry) => [entry.name, (entry as PerformanceResourceTiming).encodedBodySize] as const),
  );
  return [...new Map(sizes).values()].reduce((total, bytes) => total + bytes, 0) / 1000;
}

const takeTheme = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);

/** After a change of size: once observers have told the charts of it, and these have drawn themselves anew. A browser may draw no picture where nothing has changed. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const pictures = new Promise((done) =>
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
    );
    return Promise.race([pictures, new Promise((done) => setTimeout(done, 2000))]);
  });

const pixelsTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const themes = ['light', 'dark'] as const;

/**
 * A page is opened once and read to its end once, which is what takes long here; then it is looked at in every way: in the gate
 * in one theme a width, in the proofs in both.
 */
const looks = [
  { width: 1440, mainTheme: 'light', rules: 'all' },
  { width: 360, mainTheme: 'dark', rules: 'of-width' },
] as const;

const isOfOneMould = ({ path }: { path: string }) => path.startsWith('/facts/');
const pages = builtPages();
/** Pages of facts are one list with other numbers: in the gate some are read. */
const read = [
  ...pages.filter((page) => !isOfOneMould(page)),
  ...spreadOf(pages.filter(isOfOneMould), 4),
  ...someEmbeds(),
];

describe.concurrent.each(read)('$path in the browser', ({ path }) => {
  test(`loads at most ${scriptBudgetKilobytes} kB of JavaScript before anything is touched; is accessible and fits at 1440 and 360 px, light and dark`, async ({
    visit,
    expect,
  }) => {
    const page = await visit(path, { width: looks[0].width, motion: true });
    expect(await scriptKilobytes(page)).toBeLessThanOrEqual(scriptBudgetKilobytes);
    await readToTheEnd(page);
    expect(await linksLikeText(page)).toEqual([]);
    for (const { width, mainTheme, rules } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      expect(await pixelsTooWide(page), `pixels by which it is wider than ${width}`).toBeLessThanOrEqual(0);
      for (const theme of whole ? themes : [mainTheme]) {
        await takeTheme(page, theme);
        expect(await faintText(page), `${width} px, ${theme}`).toEqual([]);
        if (theme === mainTheme)
          expect(await axeViolations(page, rules), `${width} px, ${theme}`).toEqual([]);
      }
    }
  });
});

/** What only JavaScript could work is the same wherever it stands. */
const withoutScripts = pagesWithEachExhibit(pages);

describe.concurrent.each(withoutScripts)('$path without JavaScript', ({ path }) => {
  test('is read, and shows nothing that looks as if it could be worked', async ({ visit, expect }) => {
    const page = await visit(path, { javaScript: false });
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(400);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const controls = page.locator('astro-island :is(button, input, select, textarea)');
    const usable = await controls.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && getComputedStyle(element).pointerEvents !== 'none')
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(usable).toEqual([]);
  });
});
