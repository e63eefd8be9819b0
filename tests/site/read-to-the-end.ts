import type { Page } from 'playwright-core';

/** Scrolls to the end, as a reader does, and waits until every exhibit that came into view has come alive. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const step = window.innerHeight / 2;
    for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
      window.scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    window.scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('astro-island[ssr]')].every((island) =>
      [...island.children].every((child) => child.getClientRects().length === 0),
    ),
  );
}
