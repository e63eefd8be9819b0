import type { Page } from 'playwright-core';
import { wholePage } from '../site/read-to-the-end.ts';

/** Scrolls to the first bench of a page and waits until its script has taken it over. */
export async function reachBench(page: Page): Promise<void> {
  await page.locator(wholePage).waitFor({ state: 'attached' });
  await page.locator('.bench').first().scrollIntoViewIfNeeded();
  const asleep = page.locator('.bench').first().locator('astro-island[ssr], [data-asleep]');
  await asleep.first().waitFor({ state: 'detached' });
}
