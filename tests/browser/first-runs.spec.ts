/** The exhibits that ask what a reader expects before their first run, and show it beside what came of it. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { says } from './at-the-bench.ts';
import { test } from './book-page.ts';
import { spreadOf, whole } from '../whole.ts';

interface Exhibit {
  name: string;
  path: string;
  figure: string;
  /** Its button; the slider has none. */
  run?: RegExp;
  /** What it says of a result. */
  result: RegExp;
}

const exhibits: Exhibit[] = [
  {
    name: 'SeedSweep',
    path: '/chapters/exhibits/',
    figure: '.exhibit-seed-sweep',
    run: /^Train seeds \d+ to \d+/,
    result: /% before, .*% here, .* apart/,
  },
  {
    name: 'PhaseDiagram',
    path: '/chapters/exhibits/',
    figure: '.exhibit-phase-diagram',
    run: /^Sweep every cell/,
    result: /of 375 neighbours/,
  },
  {
    name: 'BornDead',
    path: '/chapters/exhibits/',
    figure: '.exhibit-born-dead',
    run: /^Draw other networks/,
    result: /% by theory, .*% here, .* apart/,
  },
  {
    name: 'Survival',
    path: '/chapters/exhibits/',
    figure: '.exhibit-survival',
    run: /^Train other networks/,
    result: /% before, .*% here, .* apart/,
  },
  {
    name: 'FaultBoard',
    path: '/cases/xor/',
    figure: 'figure:has(.fault-board)',
    run: /^Count again here: \d+ other seeds/,
    result: /% in the book, .*% here, .* apart/,
  },
  {
    name: 'SweepSlider',
    path: '/chapters/exhibits/',
    figure: '.exhibit-sweep-slider',
    result: /% solve it at 0\.\d+/,
  },
];

/** An exhibit and its question, once its script has taken it over. */
async function reach(page: Page, { figure: selector }: Exhibit) {
  const figure = page.locator(selector).first();
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
  const asked = figure.locator('.first-run');
  return { figure, asked, height: async () => (await asked.boundingBox())!.height };
}

const tried = spreadOf(exhibits, 2);

describe.each(tried)('the first run of $name', (exhibit) => {
  test('is started by an answer, and shows it beside the result with a question for the reason', async ({
    sharedPage,
  }) => {
    const page = await sharedPage(exhibit.path, 360);
    const { asked, height } = await reach(page, exhibit);
    const before = await height();
    const choice = asked.getByRole('group', { name: 'Prediction' }).getByRole('button').nth(1);
    const label = (await choice.textContent())!;
    await choice.press('Enter');
    const group = asked.getByRole('group', { name: 'Prediction and result' });
    expect(await group.evaluate((element) => element === document.activeElement)).toBe(true);
    await says(group.locator('dd').nth(1), exhibit.result);
    expect(await group.locator('dd').first().textContent()).toBe(label);
    await says(group.locator('.prediction-verdict'), /^(As you said|Not as you said)\. .*\?$/);
    expect(await height(), 'its height').toBe(before);
  });

  test.runIf(whole || exhibit === tried[0])('needs no answer', async ({ sharedPage }) => {
    const page = await sharedPage(exhibit.path);
    const { figure, asked } = await reach(page, exhibit);
    await asked.getByRole('button', { name: 'Skip' }).click();
    if (exhibit.run) await figure.getByRole('button', { name: exhibit.run }).click();
    await says(asked.locator('dd').nth(1), exhibit.result);
    expect(await asked.locator('dd').first().textContent()).toBe('nothing: skipped');
    expect(await asked.locator('.prediction-verdict').count()).toBe(0);
  });
});

test('a slider runs on every move while its question is open', async ({ visit }) => {
  const slider = exhibits.at(-1)!;
  const { figure, asked } = await reach(await visit(slider.path), slider);
  await figure.getByRole('slider').press('ArrowRight');
  await says(figure.locator('.figure-finding'), /^Learning rate 0\.2\d+: /);
  expect(await asked.getByRole('button', { name: 'Skip' }).isVisible()).toBe(true);
});
