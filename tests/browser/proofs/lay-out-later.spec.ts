import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { wholePage } from '../../site/read-to-the-end.ts';
import { test } from '../book-page.ts';

const chapter = '/chapters/exhibits/';

/** What a page may leave for later; more than that does no harm here. */
const parts = '.prose > *, .in-turn > *, .exhibit-body > *, .exhibit-body > ol > *, .fact-list > *';

const isWhole = (page: Page) => page.locator(wholePage).waitFor({ state: 'attached' });

/** What has changed is drawn, and whatever follows from it. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));

/** Pixels from the window's top to an element's. */
const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));

/** The page once more, which leaves what it leaves until `rest` is called. */
async function withoutRest(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    const { requestIdleCallback } = window;
    window.requestIdleCallback = (callback) => held.push(callback);
    window.addEventListener('rest', () => {
      window.requestIdleCallback = requestIdleCallback;
      held.forEach((callback) => requestIdleCallback(callback));
    });
  });
  const { href } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(href);
  return () => page.evaluate(() => void window.dispatchEvent(new Event('rest')));
}

describe('a page that leaves most of its layout for later', () => {
  test('is whole soon after', async ({ openPage }) => {
    const page = await openPage(chapter, { width: 360, motion: true });
    expect(await page.locator(':root.lays-out-later').count()).toBe(1);
    await isWhole(page);
    const left = await page
      .locator(parts)
      .evaluateAll((all) => all.filter((part) => getComputedStyle(part).contentVisibility === 'auto').length);
    expect(left).toBe(0);
  });

  // Each has parts of a kind that the others have not.
  for (const [path, width, height] of [
    [chapter, 360, 40_000],
    [chapter, 1440, 30_000],
    ['/chapters/practice/', 360, 28_000],
    ['/cases/xor/', 1440, 12_000],
  ] as const) {
    test(`looks the same before and after: ${path} at ${width} px`, async ({ openPage }) => {
      const page = await openPage(path, { width, motion: true });
      await withoutRest(page);
      const edges = () =>
        page
          .locator(parts)
          .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().bottom + scrollY));
      // A window as tall as the page: all of it is near, and drawn, but set apart still.
      await page.setViewportSize({ width, height });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 300))));
      const before = await edges();
      expect(await page.locator(':root[data-laid-out]').count(), 'still set apart').toBe(0);
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const after = await edges();
      const farthest = Math.max(...before.map((edge, i) => Math.abs(edge - after[i]!)));
      expect(farthest, 'pixels that an edge moved').toBeLessThan(0.5);
    });
  }

  test('takes a reader of its contents to the place, however early', async ({ openPage }) => {
    const page = await openPage(chapter, { width: 360, motion: true });
    await withoutRest(page);
    await page.locator('.contents-bar summary').click();
    const last = page.locator('.contents-bar a').last();
    const target = (await last.getAttribute('href'))!;
    await last.click();
    await page.waitForURL((url) => url.hash === target);
    // Below the two bars, with a line of space.
    const bars = await page
      .locator('.contents-bar')
      .evaluate((bar) => Math.round(bar.getBoundingClientRect().bottom));
    await expect.poll(async () => (await topOf(page, target)) - bars).toBeGreaterThan(0);
    expect((await topOf(page, target)) - bars).toBeLessThan(40);
  });

  test('is whole before a key leads anywhere', async ({ openPage }) => {
    const page = await openPage(chapter, { width: 360, motion: true });
    await withoutRest(page);
    await page.keyboard.press('End');
    await isWhole(page);
    await expect
      .poll(() =>
        page.evaluate(() => Math.round(document.documentElement.scrollHeight - innerHeight - scrollY)),
      )
      .toBeLessThanOrEqual(1);
  });

  test('keeps the place of a reader who has gone far down before it is whole', async ({ openPage }) => {
    const page = await openPage(chapter, { width: 360, motion: true });
    const rest = await withoutRest(page);
    const place = '.prose > h2:nth-last-of-type(2)';
    await page.locator(place).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    await drawn(page);
    const before = await topOf(page, place);
    await rest();
    await isWhole(page);
    await drawn(page);
    expect(Math.abs((await topOf(page, place)) - before)).toBeLessThanOrEqual(2);
  });

  test('leaves nothing when it is loaded again, gone back to, or opened at a place within', async ({
    openPage,
  }) => {
    const page = await openPage(chapter, { width: 360, motion: true });
    await isWhole(page);
    const place = '.prose > h2:nth-last-of-type(2)';
    await page.locator(place).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    const before = await topOf(page, place);
    await page.reload();
    expect(await page.locator(':root.lays-out-later').count()).toBe(0);
    await expect.poll(() => topOf(page, place)).toBe(before);

    await page.goto(page.url().replace(chapter, '/glossary/'));
    await page.goBack();
    await expect.poll(() => topOf(page, place)).toBe(before);

    const { href } = new URL(`#${await page.locator(place).getAttribute('id')}`, page.url());
    await page.goto('about:blank');
    await page.goto(href);
    expect(await page.locator(':root.lays-out-later').count()).toBe(0);

    await page.goto('about:blank');
    await page.goto(
      `${href.replace(/#.*/, '')}#:~:text=${encodeURIComponent('All exhibits stand here once')}`,
    );
    expect(await page.locator(':root.lays-out-later').count()).toBe(0);
  });
});
