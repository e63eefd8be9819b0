/**
 * How long the page is deaf to its reader while a network trains in it: `npm run longtasks`, or with a word for the pages whose
 * path contains it. Every first bench of a page runs to its end, every sweep over seeds to its own; any task of the page's
 * thread that takes longer than 50 ms is told, and how long each run took. It is measured, so run nothing beside it.
 */
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { serve } from '../gate/serve.ts';
import { builtPages } from './built-pages.ts';
import { wholePage } from './read-to-the-end.ts';

/** Milliseconds from which browsers report a task; it is what the word "long" means for one. */
const limit = 50;

interface Training {
  name: string;
  /** Starts it, and resolves when it has ended. */
  run(page: Page): Promise<void>;
}

const ends = 180_000;

const trainings: Record<string, Training> = {
  '.bench': {
    name: 'bench',
    async run(page) {
      const bench = page.locator('.bench').first();
      await bench.scrollIntoViewIfNeeded();
      await bench.locator(':is(astro-island[ssr], [data-asleep])').first().waitFor({ state: 'detached' });
      await bench.getByRole('button', { name: 'Skip' }).click();
      await bench.getByRole('button', { name: /^Run$/ }).click();
      await bench
        .getByRole('status')
        .filter({ hasText: /^(Ended|Stopped)/ })
        .waitFor({ timeout: ends });
    },
  },
  '.sweep-arms': {
    name: 'seed sweep',
    async run(page) {
      const exhibit = page.locator('figure:has(.sweep-arms)').first();
      await exhibit.scrollIntoViewIfNeeded();
      await page.locator('astro-island[ssr]:has(.sweep-arms)').waitFor({ state: 'detached' });
      await exhibit.getByRole('button', { name: /^Train/ }).click();
      await exhibit
        .getByRole('status')
        .filter({ hasText: /ended\./ })
        .waitFor({ timeout: ends });
    },
  },
};

/** Notes long tasks from now on. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) =>
      seen.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
}

const word = process.argv[2] ?? '';
const book = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: findChromium({ asReaders: true }),
  args: chromiumArguments,
});
let failed = 0;
let passed = 0;
for (const { path } of builtPages().filter((one) => one.path.includes(word))) {
  for (const [selector, { name, run }] of Object.entries(trainings)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(new URL(path.slice(1), book.address).href, { waitUntil: 'networkidle' });
    await page.locator(wholePage).waitFor({ state: 'attached' });
    if ((await page.locator(selector).count()) > 0) {
      await watch(page);
      const start = performance.now();
      await run(page);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
      const long = tasks.filter((ms) => ms > limit);
      if (long.length === 0) passed++;
      else failed++;
      const told = long.length === 0 ? 'none' : long.map((ms) => `${Math.round(ms)} ms`).join(', ');
      console.log(`${long.length === 0 ? '✓' : '✗'} ${path} ${name}: ${seconds} s; long tasks: ${told}`);
    }
    await page.close();
  }
}
await browser.close();
await book.close();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
