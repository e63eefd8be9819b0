import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { benchOf, mend, says, typeOver } from './at-the-bench.ts';
import { addressOf, test } from './book-page.ts';
import { reachBench } from './reach-bench.ts';
import { firstOf, whole } from '../whole.ts';

const path = '/cases/xor/';

async function predictAndRun(page: Page): Promise<void> {
  const { button, status } = benchOf(page);
  await reachBench(page);
  await button(/Some outputs right/).click();
  await says(status, /^Ended/);
}

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(
    () => (globalThis as unknown as { axe: typeof axe }).axe.run('.bench') as Promise<AxeResults>,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const mendedDerivative = 'derivative: (x) => (x > 0 ? 1 : 0)';

describe('a reader at the bench', () => {
  test('predicts, runs the posted program, and sees one number four times', async ({ visit }) => {
    const page = await visit(path);
    const { outputs, status, bench, diagnosis } = benchOf(page);
    await predictAndRun(page);
    expect(await outputs.allTextContents()).toEqual(Array(4).fill('0.48780487804878037'));
    expect(await status.textContent()).toContain('80,000 updates');
    await says(
      bench.getByRole('group', { name: 'Prediction and result' }),
      /Some outputs right.*One number for every input: 0\.48780487804878037.*Not as you said/s,
    );
    await says(diagnosis, /20\/41 = 0\.48780487804878037/);
    await says(diagnosis, /The gradient of the hidden layer is wrong/);
  });

  test('edits the derivative, runs again, and the diagnosis changes; the edit is there after a reload', async ({
    visit,
  }) => {
    const page = await visit(path);
    const { button, diagnosis, status, code } = benchOf(page);
    await predictAndRun(page);
    await says(diagnosis, /gradient of the hidden layer is wrong/);
    await typeOver(page, 'derivative: (x) => (x >= 0 ? 1 : 0)', mendedDerivative);
    await button('Run changes').click();
    await says(status, /^Ended/);
    await says(diagnosis, /The gradient is right in every layer/);
    expect(await diagnosis.textContent()).not.toMatch(/is wrong/);

    await page.reload();
    await code.waitFor();
    expect(await code.textContent()).toContain(mendedDerivative);
    await button('Reset to original').click();
    await expect.poll(() => code.textContent()).not.toContain(mendedDerivative);
    await button('Undo').click();
    await expect.poll(() => code.textContent()).toContain(mendedDerivative);
  });

  test('makes both mends from the hints, sweeps, sees most seeds solved, and opens a dot with the same numbers', async ({
    visit,
  }) => {
    const page = await visit(path);
    const { bench, button, status, posted, yours, outputs } = benchOf(page);
    await reachBench(page);
    await mend(page, 'derivative-always-one', 'relu-at-the-output');
    await bench.getByLabel('Epochs a seed').fill('1500');
    await button('Run 200 seeds').click();
    await says(status, /^Done/);
    expect(await posted.getByRole('button').count()).toBe(200);
    expect(await yours.getByRole('button').count()).toBe(200);

    // At 1,500 epochs about 70% are solved with both mends and next to none as posted.
    const [, asPosted, mended] = /^Done: (\d+) of 200 seeds solved as posted, (\d+) of 200/.exec(
      (await status.textContent())!,
    )!;
    expect(Number(asPosted)).toBeLessThan(20);
    expect(Number(mended)).toBeGreaterThan(110);
    await says(yours, /95% interval/);

    const dot = posted.getByRole('button', { name: /for every input$/ }).first();
    const label = (await dot.getAttribute('aria-label'))!;
    await dot.click();
    await says(status, /^Seed \d+ is on the bench after 6,000 updates/);
    const [, seed, value] = /^Seed (\d+): ([\d.]+) for every input$/.exec(label)!;
    expect(await bench.getByLabel('Seed', { exact: true }).inputValue()).toBe(seed);
    expect((await outputs.allTextContents())[0]).toBe(value);
    await says(bench.locator('.bench-subject'), /those of its dot, to the last bit/);
  });

  test.runIf(whole)(
    'mends both lines, tries a seed that still fails, and is told its fate',
    async ({ visit }) => {
      const page = await visit(path);
      const { bench, button, status, diagnosis, outputs } = benchOf(page);
      await predictAndRun(page);
      await mend(page, 'derivative-always-one', 'relu-at-the-output');
      await button('Run changes').click();
      await says(status, /^Ended/);
      await bench.getByLabel('Seed', { exact: true }).fill('6');
      await page.keyboard.press('Enter');
      await says(status, /[Ss]eed 6/);
      await button(/^Run$/).click();
      await says(status, /^Ended/);
      expect((await outputs.allTextContents()).map(Number).map((value) => Math.round(61 * value))).toEqual([
        20, 65, 20, 20,
      ]);
      await says(
        diagnosis,
        /Only \(1,\s0\) is fitted; on \(0,\s0\), \(0,\s1\) and \(1,\s1\) the output is its bare bias\./,
      );
      await says(diagnosis, /back at 20\/61 after every epoch/);
    },
  );

  test('goes back to any update of the run', async ({ visit }) => {
    const page = await visit(path);
    const { bench, status } = benchOf(page);
    await predictAndRun(page);
    const slider = bench.getByRole('slider', { name: 'Update shown' });
    await bench.getByLabel('Go to update').fill('1000');
    await bench.getByLabel('Go to update').press('Enter');
    await says(status, /after 1,000 updates/);
    await slider.press('ArrowLeft');
    await says(status, /after 996 updates/);
    await slider.press('Alt+ArrowLeft');
    await says(status, /after 995 updates/);
  });

  test('sees at its line what is wrong with what was typed, and loses nothing', async ({ visit }) => {
    const page = await visit(path);
    const { bench, button, code } = benchOf(page);
    await reachBench(page);
    await typeOver(page, 'export const learningRate = 0.2;', 'export const learningRate = ;');
    await button(/^Run$/).click();
    await says(bench.getByRole('alert'), /Line 38/);
    expect(await bench.locator('.chart-area > :visible').count(), 'the chart stays').toBe(1);
    expect(await bench.locator('.code-failed').textContent()).toContain('learningRate = ;');
    expect(await code.textContent()).toContain('learningRate = ;');
    await button('Undo').click();
    await button(/^Run$/).click();
    await says(benchOf(page).status, /^Ended/);
    expect(await bench.getByRole('alert').count()).toBe(0);
  });

  test.runIf(whole)(
    'is told when the program never ends, and the page answers all the while',
    async ({ visit }) => {
      const page = await visit(path);
      const { bench, button } = benchOf(page);
      await reachBench(page);
      await typeOver(page, 'const { hidden, output } = network;', 'while (true) {}');
      await button('Step 1 update').click();
      await bench.getByLabel('logarithmic updates').click();
      await says(bench.getByRole('alert'), /two seconds|2 seconds|endless|no sign of life/i);
      await button('Undo').click();
      await button('Step 1 update').click();
      await says(benchOf(page).status, /^Stepped after 1 update\./);
    },
  );
});

describe('the bench', () => {
  test.runIf(whole)('works by keyboard alone', async ({ visit }) => {
    const page = await visit(path);
    const { bench, button, status } = benchOf(page);
    await reachBench(page);
    await button('Edit').focus();
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 60; presses++) {
        const label = await page.evaluate(() => {
          const active = document.activeElement;
          return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
        });
        if (name.test(label)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${String(name)}`);
    };
    await tabTo(/^It gives one number/);
    await page.keyboard.press('Enter');
    await says(status, /^Ended/);
    await tabTo(/^y = 0\.4878/);
    await page.keyboard.press('ArrowLeft');
    await says(
      bench.locator('.bench-live .network-readout'),
      /h₁ = 0, and 0 on every sample: silent.*its sum: bias/s,
    );
    await page.keyboard.press('ArrowDown');
    await says(bench.locator('.bench-live .network-readout'), /^h₂ = 0/);
    await tabTo(/Run 200 seeds/);
    await page.keyboard.press('Tab');
    await page.keyboard.type('300');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await says(status, /^Done/);
    await tabTo(/^Seed \d+:/);
    await page.keyboard.press('End');
    const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await says(status, new RegExp(`^Seed ${/\d+/.exec(last ?? '')?.[0]} is on the bench`));
  });

  const looks = [
    { width: 360, theme: 'dark' },
    { width: 1440, theme: 'light' },
  ] as const;

  test.for(firstOf(looks, 1))(
    'fits $width px, in the $theme theme, with nothing for axe to find after a run and a hint',
    async ({ width, theme }, { visit }) => {
      const page = await visit(path, { width, theme });
      await predictAndRun(page);
      const { bench, button, diagnosis } = benchOf(page);
      await button('Give me a hint').click();
      await bench.locator('.cm-editor').waitFor();
      await says(diagnosis, /Gradient check by layer/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  test('under reduced motion shows the end instead of the way to it', async ({ visit }) => {
    const page = await visit(path);
    await predictAndRun(page);
    expect(await benchOf(page).outputs.allTextContents()).toEqual(Array(4).fill('0.48780487804878037'));
  });

  test('has its result as a picture and a table without JavaScript', async ({ visit }) => {
    const page = await visit(path, { javaScript: false });
    const still = page.locator('.bench-static').first();
    expect(await still.isVisible()).toBe(true);
    expect(await still.locator('.output-number').allTextContents()).toEqual(
      Array(4).fill('0.48780487804878037'),
    );
    expect(await still.getByRole('img', { name: /mean squared error against updates/ }).isVisible()).toBe(
      true,
    );
    expect(await page.getByRole('group', { name: 'The program' }).first().textContent()).toContain(
      'mulberry32',
    );
    expect(await benchOf(page).button(/Run/).first().isVisible()).toBe(false);
  });

  test('brings at most 90 kB of scripts before it is touched, and no editor, charts or compiler', async ({
    openPage,
  }) => {
    const page = await openPage('/404.html');
    const scripts: Promise<{ url: string; bytes: number }>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        scripts.push(
          request.sizes().then(({ responseBodySize }) => ({ url: request.url(), bytes: responseBodySize })),
        );
    });
    await page.goto(addressOf(path));
    await benchOf(page).bench.scrollIntoViewIfNeeded();
    await benchOf(page).button('Edit').waitFor();
    await page.waitForTimeout(500);
    const loaded = await Promise.all(scripts);
    expect(loaded.filter(({ url }) => /open-editor|canvas-chart|sucrase|transpile/.test(url))).toEqual([]);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(90_000);
  });
});
