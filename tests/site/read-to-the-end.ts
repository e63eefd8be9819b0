import type { Page } from 'playwright-core';

/** Milliseconds in which every exhibit of a page must have come alive. */
const patienceMs = 30_000;

/** The page once nothing of it is left to be laid out (components/site/LayOutLater.astro). */
export const wholePage = ':root:is([data-laid-out], :not(.lays-out-later))';

/**
 * Scrolls to the end, as a reader does, and then to each exhibit that still sleeps, until every one that can be seen has come
 * alive: on a busy machine an exhibit can be out of view again before the browser tells it that it was in view. It begins once the
 * page has laid out what it left for later.
 *
 * @throws if one still sleeps after half a minute; the message names it.
 */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.locator(wholePage).waitFor({ state: 'attached', timeout: patienceMs });
  await page.evaluate(async (patience) => {
    const end = performance.now() + patience;
    /** A picture, or a tenth of a second where the browser draws none. */
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 100);
      });
    for (let y = 0; y < document.documentElement.scrollHeight; y += window.innerHeight) {
      window.scrollTo({ top: y, behavior: 'instant' });
      await frame();
      await frame();
    }
    const sleeper = () =>
      [...document.querySelectorAll('astro-island[ssr]')]
        .flatMap((island) => [...island.children])
        .find((child) => child.getClientRects().length > 0);
    for (let child = sleeper(); child; child = sleeper()) {
      if (performance.now() > end)
        throw new Error(`still asleep after ${patience} ms: ${child.outerHTML.slice(0, 200)}`);
      child.scrollIntoView({ block: 'center', behavior: 'instant' });
      await frame();
    }
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, patienceMs);
}
