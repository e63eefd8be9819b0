import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../book-page.ts';

const scriptsAfterMs = 1_000;

/** The first island of a view, scrolled to. */
async function islandOf(page: Page, view: string) {
  const island = page.locator(`astro-island[component-export="${view}"]`).first();
  await island.scrollIntoViewIfNeeded();
  expect(await island.getAttribute('ssr'), 'asleep').not.toBeNull();
  return island;
}

describe('what is done before its script is there', () => {
  test('counts on a bench: the run begins when the bench wakes', async ({ openPage }) => {
    const page = await openPage('/cases/xor/', { scriptsAfterMs });
    const bench = await islandOf(page, 'BenchView');
    const run = bench.getByRole('button', { name: 'Run', exact: true });
    await run.scrollIntoViewIfNeeded();
    const before = (await run.boundingBox())!;
    await run.click();
    expect(await run.getAttribute('aria-busy')).toBe('true');
    expect(await run.boundingBox()).toEqual(before);
    expect(await bench.getAttribute('ssr')).not.toBeNull();
    await page
      .getByRole('status')
      .filter({ hasText: /^Ended after/ })
      .waitFor();
    expect(await page.locator('.bench [aria-busy]').count()).toBe(0);
  });

  test('counts on a prediction, and only the latest of several presses', async ({ openPage }) => {
    const page = await openPage('/cases/xor/', { scriptsAfterMs });
    const bench = await islandOf(page, 'BenchView');
    const prediction = bench.getByRole('group', { name: 'Prediction' });
    await prediction.getByRole('button', { name: 'It blows up' }).click();
    await prediction.getByRole('button', { name: 'Some outputs right' }).click();
    await bench.getByText('You predicted').waitFor();
    expect(await bench.locator('.prediction-outcome dd').first().textContent()).toMatch(
      /^Some outputs right/,
    );
  });

  test('counts in an exercise, and sends no form', async ({ openPage }) => {
    const page = await openPage('/chapters/practice/', { scriptsAfterMs });
    const exercise = await islandOf(page, 'OptionExercise');
    await exercise.getByRole('radio').nth(1).check();
    const check = exercise.getByRole('button', { name: /^(Check|That is my prediction)$/ });
    await check.click();
    await exercise.locator('.exercise-verdict p').waitFor();
    expect(await exercise.getByRole('radio').nth(1).isChecked()).toBe(true);
    expect(new URL(page.url()).search).toBe('');
  });

  test('counts on a slider that was moved', async ({ openPage }) => {
    const page = await openPage('/chapters/exhibits/', { scriptsAfterMs });
    const exhibit = await islandOf(page, 'StabilityBoundView');
    const slider = exhibit.locator('input[type="range"]').first();
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    await slider.press('End');
    const moved = Number(await slider.inputValue());
    await expect.poll(() => slider.getAttribute('aria-valuetext'), { timeout: 10_000 }).not.toBe(before);
    expect(Number(await slider.inputValue()) / moved).toBeCloseTo(1, 2);
  });
});
