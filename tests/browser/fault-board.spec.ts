import { expect } from 'vitest';
import { benchOf, says } from './at-the-bench.ts';
import { test } from './book-page.ts';
import { reachBench } from './reach-bench.ts';

test(
  'the fault board changes the program on the bench, and counts again',
  { timeout: 120_000 },
  async ({ visit }) => {
    const page = await visit('/cases/xor/');
    await reachBench(page);
    const board = page.locator('.fault-board');
    await board.scrollIntoViewIfNeeded();
    await page.locator('astro-island[ssr]:has(.fault-board)').waitFor({ state: 'detached' });
    await board.getByRole('checkbox').first().check();
    await says(benchOf(page).status, /Mended on the board: 1 of the faults/);
    await board.getByRole('button', { name: /Count again here/ }).click();
    await expect
      .poll(() => board.getByRole('status').textContent(), { timeout: 60_000 })
      .toMatch(/^Counted seeds [\d,]+ to [\d,]+ in every row/);
    expect(await board.getByText('not counted yet').count()).toBe(0);
  },
);
