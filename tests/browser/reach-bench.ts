import type { Page } from 'playwright-core';

/** Scrolls to the first bench of a page and waits until its script has taken it over. */
export async function reachBench(page: Page): Promise<void> {
  await page.locator('.bench').first().scrollIntoViewIfNeeded();
  await page.locator('astro-island[ssr]:has(.bench-live)').first().waitFor({ state: 'detached' });
}
