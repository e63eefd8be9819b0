import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { benchOf, mend, says, typeOver } from './at-the-bench.ts';
import { test } from './book-page.ts';
import { reachBench } from './reach-bench.ts';

/** Runs both programs over 200 seeds: how many are solved as posted, and how many mended. */
async function sweep(page: Page, epochs: number): Promise<[asPosted: number, mended: number]> {
  const { bench, button, status } = benchOf(page);
  await bench.getByLabel('Epochs a seed').fill(String(epochs));
  await button('Run 200 seeds').click();
  await says(status, /^Done/);
  const text = (await status.textContent())!;
  const [, posted, mended] = /^Done: (\d+) of 200 seeds solved as posted, (\d+) of 200/.exec(text)!;
  return [Number(posted), Number(mended)];
}

describe('a reader of a case sees it fail, mends it, and counts seeds:', () => {
  test('it predicts −0', { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage('/cases/negative-zero/');
    const { bench, button, outputs, status } = benchOf(page);
    await reachBench(page);
    await button('Skip').click();
    await button(/^Run$/).click();
    await says(status, /^Ended/);
    expect((await outputs.allTextContents()).join(' ')).toContain('−0');
    await mend(page, 'relu-at-the-output');
    await says(
      bench.locator('[data-fault="relu-at-the-output"]'),
      /^Mended\. As posted \d+(\.\d)?% of seeds/,
    );
    await button('Run changes').click();
    await says(status, /^Ended/);
    const mended = (await outputs.allTextContents()).map((text) => Number(text.replace('−', '-')));
    [0, 0, 1, 1].forEach((target, k) => expect(mended[k]).toBeCloseTo(target, 2));
    const [posted, solved] = await sweep(page, 200);
    expect(posted).toBeLessThan(60);
    expect(solved).toBeGreaterThan(150);
  });

  test('leaky ReLU and still no XOR', { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage('/cases/leaky-derivative/');
    const { button, outputs, status } = benchOf(page);
    await reachBench(page);
    await button('Skip').click();
    await button(/^Run$/).click();
    await says(status, /^Ended/);
    expect(await outputs.count()).toBe(4);
    await mend(page, 'one-slope-for-the-layer', 'slope-used-as-a-position');
    const [posted, solved] = await sweep(page, 10_000);
    expect(posted).toBeLessThan(75);
    expect(solved).toBeGreaterThan(140);
  });

  test('sigmoid works and leaky ReLU does not', { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage('/cases/unbounded-classifier/');
    const { button, status } = benchOf(page);
    await reachBench(page);
    await button('Skip').click();
    await button(/^Run$/).click();
    await says(status, /^Ended/);
    await mend(page, 'function-as-its-own-derivative', 'no-learning-rate');
    const [posted, solved] = await sweep(page, 20);
    expect(posted).toBeLessThan(20);
    expect(solved).toBeGreaterThan(80);
  });

  test('only a learning rate of a billionth works', { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage('/cases/exploding-successor/');
    const { bench, button, status } = benchOf(page);
    await reachBench(page);
    await typeOver(page, 'learningRate = 1e-9', 'learningRate = 1e-6');
    await button('Skip').click();
    await button(/^Run/).first().click();
    await says(status, /^Stopped after \d updates\. It blew up at update \d:/);
    await button('Undo').click();
    await mend(page, 'summed-over-raw-inputs', 'weight-decay-unscaled', 'biases-never-trained');
    await bench.getByLabel('Epochs a seed').fill('20');
    await button('Run 200 seeds').click();
    await says(status, /^Done/);
  });
});

test(
  'the fault board changes the program on the bench, and counts again',
  { timeout: 120_000 },
  async ({ openPage }) => {
    const page = await openPage('/cases/all-outputs-equal/');
    await reachBench(page);
    const board = page.locator('.fault-board');
    await board.scrollIntoViewIfNeeded();
    await page.locator('astro-island[ssr]:has(.fault-board)').waitFor({ state: 'detached' });
    await board.getByRole('checkbox').first().check();
    await says(benchOf(page).status, /Mended on the board: 1 of the faults/);
    await board.getByRole('button', { name: /Count again here/ }).click();
    await expect
      .poll(() => board.getByRole('status').textContent(), { timeout: 60_000 })
      .toMatch(/^Counted seeds 1,001 to 1,050 in every row/);
    expect(await board.getByText('not counted yet').count()).toBe(0);
  },
);
