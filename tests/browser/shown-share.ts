/** What of a page its window shows. */
import type { Locator, Page } from 'playwright-core';
import { reachBench } from './reach-bench.ts';

/** What hides the top of a window: the header, and where there is one the bar of contents. */
const hiddenAbove = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...['header.header', '.contents-bar'].map(
        (name) => document.querySelector(name)?.getBoundingClientRect().bottom ?? 0,
      ),
    ),
  );

/** As a link to the bench would show it. */
export async function showBench(page: Page): Promise<void> {
  await reachBench(page);
  await page
    .locator('.bench')
    .first()
    .evaluate((bench) => bench.scrollIntoView({ block: 'start' }));
}

/** The part of an element's height that the window shows, from 0 to 1; nothing hidden inside a scrolling panel counts. */
export async function shownShare(page: Page, element: Locator): Promise<number> {
  const above = await hiddenAbove(page);
  return element.first().evaluate((node, top) => {
    const own = node.getBoundingClientRect();
    let [from, to] = [Math.max(own.top, top), Math.min(own.bottom, innerHeight)];
    for (let holder = node.parentElement; holder && holder !== document.body; holder = holder.parentElement) {
      if (getComputedStyle(holder).overflowY === 'visible') continue;
      const box = holder.getBoundingClientRect();
      [from, to] = [Math.max(from, box.top), Math.min(to, box.bottom)];
    }
    return own.height === 0 ? 0 : Math.max(0, to - from) / own.height;
  }, above);
}
