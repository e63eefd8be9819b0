import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { writeBenchLink } from '../../src/book/bench-link/bench-link.ts';
import { benchOf, says } from './at-the-bench.ts';
import { test } from './book-page.ts';
import { showBench, shownShare } from './shown-share.ts';
import { firstOf } from '../whole.ts';

const path = '/cases/xor/';
/** The line that breaks the network. */
const broken = 'derivative: (x) => (x >= 0 ? 1 : 0)';

const lineOf = (page: Page, text: string) =>
  page.locator('.bench .code-line, .bench .cm-line').filter({ hasText: text });

async function runToEnd(page: Page): Promise<void> {
  const { button, status } = benchOf(page);
  await button(/^Run/).first().click();
  await says(status, /^Ended/);
}

/** The smaller one first. */
const windows = [
  [1280, 720],
  [1440, 900],
] as const;

describe.each(firstOf(windows, 1))('a window of %i x %i', (width, height) => {
  test('shows the line, Run, the outputs and the first finding at once; what a run changes off screen are pictures alone', async ({
    visit,
  }) => {
    const page = await visit(path, { width, height });
    const { bench, button, diagnosis } = benchOf(page);
    await showBench(page);
    const scrolled = await page.evaluate(() => scrollY);
    const textOf = () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll('.bench-live section, .bench-answer')].map((panel) => [
            panel.className.split(' ')[0]!,
            panel.textContent,
          ]),
        ),
      );
    const before = await textOf();
    await runToEnd(page);
    await diagnosis.locator('li').first().waitFor();
    const after = await textOf();

    expect(await shownShare(page, lineOf(page, broken))).toBe(1);
    expect(await shownShare(page, button('Run on'))).toBe(1);
    expect(await shownShare(page, bench.locator('.bench-live .outputs-table:not(.gradient-table)'))).toBe(1);
    expect(await shownShare(page, diagnosis.locator('li strong').first())).toBe(1);
    expect(await shownShare(page, bench.getByRole('status'))).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);

    const changed = Object.keys(after).filter((panel) => before[panel] !== after[panel]);
    for (const panel of changed.filter((name) => !/network|plane|loss|diagnosis/.test(name)))
      expect([panel, await shownShare(page, page.locator(`.bench-live .${panel}`))]).toEqual([panel, 1]);

    // The network, the plane of the inputs and the loss stand within a third of a window more.
    await page.evaluate(() => scrollBy({ top: innerHeight / 3, behavior: 'instant' }));
    for (const picture of ['.bench-network svg', '.bench-loss .chart-area'])
      expect(await shownShare(page, page.locator(picture))).toBeGreaterThan(0.98);
    expect(await shownShare(page, page.locator('.bench-live .bench-plane .chart-title'))).toBe(1);
  });
});

describe('a phone', () => {
  const phone = { width: 360, height: 740 };

  test('shows Run and the first finding, with the line or the outputs one tap apart', async ({ visit }) => {
    const page = await visit(path, phone);
    const { bench, button, diagnosis } = benchOf(page);
    await showBench(page);
    await runToEnd(page);
    const finding = diagnosis.locator('li strong').first();
    await finding.waitFor();
    const outputs = bench.locator('.bench-live .outputs-table:not(.gradient-table)');

    expect(await shownShare(page, button('Run on'))).toBe(1);
    expect(await shownShare(page, finding)).toBe(1);
    expect(await shownShare(page, lineOf(page, broken))).toBe(1);
    expect(await outputs.isVisible()).toBe(false);

    await bench.getByText('Outputs', { exact: true }).click();
    expect(await shownShare(page, outputs)).toBe(1);
    expect(await shownShare(page, button('Run on'))).toBe(1);
    expect(await shownShare(page, finding)).toBe(1);

    await bench.getByText('Plane', { exact: true }).click();
    expect(await shownShare(page, bench.locator('.bench-live .bench-plane .plot-area'))).toBe(1);
    expect(await outputs.isVisible()).toBe(false);
  });
});

describe('the plane of the two inputs', () => {
  test('says what it shows, goes along with the run, and has its numbers one key away', async ({ visit }) => {
    const page = await visit(path);
    await showBench(page);
    const { bench, button } = benchOf(page);
    const plane = bench.getByRole('group', { name: 'The plane of the inputs' });
    await says(plane, /Run it/);
    await button('Step 1 update').click();
    await says(plane, /The same answer everywhere|stand on the colour/);
    await runToEnd(page);
    // Silent on all four samples, and not everywhere: the constant of the samples is on the side of two of them.
    await says(plane, /2 of 4 samples stand on the colour/);
    expect(await plane.locator('.plane-region[d^="M"]').count()).toBeGreaterThan(0);
    const label = await plane.getByRole('img').getAttribute('aria-label');
    expect(label).toContain(await plane.locator('.chart-title').textContent());
    await plane.getByText('Its answers in numbers').click();
    expect(await plane.locator('tbody td').count()).toBe(25);
  });

  test('lets a sample be chosen for the picture of the network', async ({ visit }) => {
    const page = await visit(path);
    await showBench(page);
    const { bench, button } = benchOf(page);
    await button('Step 1 update').click();
    const area = bench.locator('.bench-live .bench-plane .plot-area');
    await area.scrollIntoViewIfNeeded();
    const { width, height } = (await area.boundingBox())!;
    // (1, 1) is a seventh from the right and from the top.
    await area.click({ position: { x: width * 0.84, y: height * 0.16 } });
    await bench.getByRole('button', { name: '1, 1', pressed: true }).waitFor();
  });
});

test('Tab goes through the bench as it is read: the program, the run and what came of it, its pictures, its seeds', async ({
  visit,
}) => {
  const page = await visit(path);
  await showBench(page);
  await runToEnd(page);
  await benchOf(page).diagnosis.locator('li').first().waitFor();
  await benchOf(page).button('Edit').focus();
  const seen: string[] = [];
  for (let presses = 0; presses < 80 && seen.at(-1) !== 'bench-sweep'; presses++) {
    const panel = await page.evaluate(
      () => document.activeElement?.closest('.bench-live > .in-turn > *')?.className.split(' ')[0] ?? '',
    );
    if (panel !== seen.at(-1)) seen.push(panel);
    await page.keyboard.press('Tab');
  }
  expect(seen).toEqual(
    ['code', 'run', 'outputs', 'answer', 'settings', 'network', 'plane', 'loss', 'sweep'].map(
      (name) => `bench-${name}`,
    ),
  );
});

test.for(firstOf([360, 1280, 800, 1440, 1920], 2))(
  'no line of code is cut off in a window %i px wide, in the program and in the text',
  async (width, { visit }) => {
    const page = await visit(path, { width });
    await showBench(page);
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.code-still, .cm-scroller, .expressive-code pre')]
          .filter((panel) => panel.scrollWidth > panel.clientWidth + 1)
          .map((panel) => panel.textContent.slice(0, 60)),
      );
    expect(await cut()).toEqual([]);
    await benchOf(page).button('Edit').click();
    await benchOf(page).code.waitFor();
    expect(await cut()).toEqual([]);
  },
);

test('each line has one number, also one that goes on below', async ({ visit }) => {
  const page = await visit(path, { width: 360 });
  await showBench(page);
  const lines = await page.locator('.bench .code-line').allTextContents();
  const line = lines.findIndex((text) => text.includes(broken)) + 1;
  await benchOf(page).button('Edit').click();
  const code = benchOf(page).code;
  await code.waitFor();
  const place = await lineOf(page, broken).first().boundingBox();
  const numbers = page
    .locator('.bench .cm-lineNumbers .cm-gutterElement')
    .filter({ hasText: new RegExp(`^${line}$`) });
  const number = await numbers.first().boundingBox();
  expect(Math.abs(number!.y - place!.y)).toBeLessThan(3);
  expect(place!.height).toBeGreaterThan(30);
});

test.for(firstOf([360, 1280], 1))(
  'who presses into the program in a window %i px wide types there, and the line stays where it stood',
  async (width, { visit }) => {
    const page = await visit(path, { width });
    await showBench(page);
    const { button, code } = benchOf(page);
    const line = lineOf(page, broken).first();
    const topOf = async () => (await line.boundingBox())!.y;
    const before = await topOf();
    // Between the v and the a of "derivative".
    const { x, y } = await line.evaluate((shown) => {
      const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf('vative');
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + 1);
        range.setEnd(node, at + 2);
        const box = range.getBoundingClientRect();
        return { x: box.left + 1, y: box.top + box.height / 2 };
      }
      throw new Error('The line has no such word.');
    });
    await page.mouse.click(x, y);
    await code.waitFor();
    expect(Math.abs((await topOf()) - before)).toBeLessThan(2);
    await page.keyboard.type('_here_');
    await expect.poll(() => code.textContent()).toContain('deriv_here_ative: (x) => (x >= 0');

    // By its button, too, it opens on what is in sight.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await showBench(page);
    const shown = await topOf();
    await button('Edit').click();
    await code.waitFor();
    expect(Math.abs((await topOf()) - shown)).toBeLessThan(2);
  },
);

test('a program kept from an earlier version of the text opens as it was, marked and compared; nothing is replaced', async ({
  visit,
}) => {
  const page = await visit(path);
  const kept = `// my own\nexport const learningRate = 0.5;\n`;
  await page.evaluate((text) => {
    // As the book kept it before it noted which original a text began from.
    localStorage.setItem('bench/1/cases/xor/program.ts', JSON.stringify({ text }));
  }, kept);
  await page.reload();
  await showBench(page);
  const { bench, code } = benchOf(page);
  await code.waitFor();
  expect(await code.textContent()).toContain('// my own');
  await says(bench.locator('.code-note'), /earlier version/);
  expect(await bench.getByLabel('show changes').isChecked()).toBe(true);
  await bench.locator('.cm-deletedChunk').first().waitFor();
});

test(
  'by keyboard alone a reader mends the line of the first case, runs it, and sweeps',
  { timeout: 240_000 },
  async ({ visit }) => {
    const page = await visit(path, { width: 1280, height: 720 });
    const { status, diagnosis } = benchOf(page);
    await showBench(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 150; presses++) {
        if (name.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${String(name)}; it is at “${await focused()}”`);
    };
    await page
      .locator('h2#the-symptom, h1')
      .first()
      .evaluate((heading) => {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      });
    await tabTo(/^Edit$/);
    await page.keyboard.press('Enter');
    await benchOf(page).code.waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type(broken);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.type('derivative: (x) => (x > 0 ? 1 : 0)');
    await page.keyboard.press('Tab');
    await tabTo(/^Run/);
    await page.keyboard.press('Enter');
    await says(status, /^Ended/);
    await says(diagnosis, /The output is dead/);
    await tabTo(/^Run 200 seeds$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Stop$/);
    await page.keyboard.press('Enter');
    // On a busy machine it is stopped before any seed has ended.
    await says(status, /seeds|^Stopped/);
  },
);

test('a link brings a program that runs when its reader presses Run, and not before', async ({ visit }) => {
  const hash = await writeBenchLink(
    { bench: 'cases/xor/program.ts', text: 'console.log("ran");\nfor (;;) {}\n', seed: 3, pane: 'outputs' },
    readFileSync('tests/fixture/content/cases/xor/program.ts', 'utf8'),
  );
  const page = await visit(`${path}#${hash}`);
  await showBench(page);
  const { bench, code, button } = benchOf(page);
  await code.waitFor();
  expect(await code.textContent()).toContain('for (;;) {}');
  await says(bench.getByRole('group', { name: 'A program from a link' }), /it is not yours/);
  expect(await bench.locator('.bench-panes').getByLabel('Outputs').isChecked()).toBe(true);
  expect(await page.locator('iframe[title="Sandbox"]').count()).toBe(0);
  await button('Back to my program').click();
  await expect.poll(() => code.textContent()).toContain(broken);
});
