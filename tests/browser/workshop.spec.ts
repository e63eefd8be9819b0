// What a reader does in the workshop: programs of their own, kept, handed over and taken back.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { says } from './at-the-bench.ts';
import { test } from './book-page.ts';
import { reachBench } from './reach-bench.ts';

const programs = (page: Page) => page.getByRole('group', { name: 'Your programs' });
const bench = (page: Page) => page.locator('.bench');
const shown = (page: Page) => programs(page).getByRole('combobox').locator('option:checked').textContent();
const said = (page: Page) => programs(page).getByRole('status');
const press = (page: Page, name: string) => bench(page).getByRole('button', { name, exact: true }).click();
const runStatus = (page: Page) => page.getByRole('group', { name: 'The run' }).getByRole('status');

async function open(openPage: (path: string) => Promise<Page>, path = '/workshop/'): Promise<Page> {
  const page = await openPage(path);
  await reachBench(page);
  return page;
}

/** Writes another program in place of the one on the bench. */
async function write(page: Page, text: string): Promise<void> {
  const editor = bench(page).getByRole('textbox', { name: 'The program' });
  if (!(await editor.isVisible())) await press(page, 'Edit');
  await editor.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

const learner = `
export const data = { inputs: [[0], [1]], targets: [[0], [1]] };
export const learningRate = 0.5;
export const epochs = 20;
export const create = (seed) => ({ w: seed / 10, b: 0 });
export const predict = (net, [x]) => [net.w * x + net.b];
export function update(net, k) {
  const [x] = data.inputs[k];
  const delta = net.w * x + net.b - data.targets[k][0];
  net.w -= learningRate * delta * x;
  net.b -= learningRate * delta;
}
`;

describe('the workshop', () => {
  test('runs a program that the reader writes, and has it on the next visit', async ({ openPage }) => {
    const page = await open(openPage);
    expect(await shown(page)).toBe('Template: Two layers by hand');
    await press(page, 'Empty');
    await reachBench(page);
    await write(page, 'export const epochs = 20;\n');
    await press(page, 'Run');
    const failure = bench(page).getByRole('alert');
    await says(failure, /4 things keep this program from running/);
    await failure.getByRole('button', { name: 'Add it to the program' }).click();
    await press(page, 'Run');
    await says(runStatus(page), /^Ended after/);

    await write(page, learner);
    await press(page, 'Run changes');
    await says(runStatus(page), /Ended after 40 updates\. Every output/);
    await says(bench(page).getByRole('group', { name: 'Diagnosis' }), /The gradient is right/);

    await programs(page).getByRole('textbox', { name: 'Its name' }).fill('A line');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page).textContent()).toBe('Its name is “A line” now.');
    await page.reload();
    await reachBench(page);
    await expect.poll(() => shown(page)).toBe('A line');
    await expect.poll(() => bench(page).getByRole('textbox', { name: 'The program' }).textContent()).toContain('seed / 10'); // prettier-ignore
    expect(await runStatus(page).textContent()).not.toMatch(/Ended/);
  });

  test('shows what came in a link without running it, and leaves the reader’s own as it is', async ({
    openPage,
  }) => {
    const page = await open(openPage);
    await press(page, 'Empty');
    await reachBench(page);
    await write(page, learner);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => { (window as unknown as { copied: string }).copied = text; return Promise.resolve(); } } }); // prettier-ignore
    });
    await press(page, 'Copy link');
    await expect
      .poll(() => runStatus(page).textContent())
      .toMatch(/^Copied\. The link holds “Empty”.* Whoever opens it/);
    const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(link.length).toBeLessThan(2_000);

    await write(page, 'my own, later');
    await page.goto('about:blank');
    await page.goto(link);
    await reachBench(page);
    const foreign = page.getByRole('group', { name: 'A program that is not kept' });
    await expect.poll(() => foreign.textContent()).toMatch(/came in a link; it is not yours/);
    await expect.poll(() => bench(page).getByRole('textbox', { name: 'The program' }).textContent()).toContain('seed / 10'); // prettier-ignore
    expect(await page.locator('iframe').count()).toBe(0);

    await foreign.getByRole('button', { name: 'Back to my programs' }).click();
    await expect.poll(() => bench(page).getByRole('textbox', { name: 'The program' }).textContent()).toContain('my own, later'); // prettier-ignore
    expect(new URL(page.url()).hash).toBe('');
  });

  test('removes a program, and puts it back', async ({ openPage }) => {
    const page = await open(openPage);
    await press(page, 'Empty');
    await reachBench(page);
    await write(page, learner);
    await press(page, 'Remove');
    await expect.poll(() => said(page).textContent()).toBe('“Empty” is removed.');
    await programs(page).locator('.shelf-said').getByRole('button', { name: 'Put it back' }).click();
    await expect.poll(() => shown(page)).toBe('Empty');
  });

  test('takes data that are pasted and runs on them, by keyboard alone', async ({ openPage }) => {
    const page = await open(openPage);
    const tabTo = async (name: RegExp) => {
      const focused = () => page.evaluate(() => (document.activeElement?.closest('label') ?? document.activeElement)?.textContent.trim() ?? ''); // prettier-ignore
      for (let presses = 0; presses < 60; presses++) {
        if (name.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${String(name)}; it is at “${await focused()}”`);
    };
    await programs(page).getByRole('combobox').focus();
    await tabTo(/^Paste data$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Rows of numbers/);
    await page.keyboard.insertText('x1,x2,colour\n0,0,red\n0,1\n');
    const refused = page.locator('.shelf-data').getByRole('alert');
    await says(refused, /^Line 3 has 2/);

    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('x1,x2,colour\n0,0,red\n0,1,blue\n1,0,blue\n1,1,red\n');
    await page.locator('.shelf-data').getByText('x2', { exact: true }).waitFor();
    await tabTo(/^x2$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await tabTo(/^Put them into the program$/);
    await page.keyboard.press('Enter');
    const written = page.locator('.shelf-data').getByRole('status');
    await says(written, /^4 samples with 2 inputs and \d targets? are the program’s data now; Undo leads back\..*red/); // prettier-ignore

    await tabTo(/^Run$/);
    await page.keyboard.press('Enter');
    await says(runStatus(page), /^Ended after/);
    await expect.poll(() => shown(page)).not.toMatch(/^Template/);

    await tabTo(/^Would more units help\?$/);
    await page.keyboard.press('Enter');
    await bench(page).getByRole('button', { name: 'Try more units' }).waitFor();
    await tabTo(/^Try more units$/);
    await page.keyboard.press('Enter');
    const trained = page.locator('.bench-more-units').getByRole('status');
    await says(trained, /networks like it learn.* Each was trained/);
  });

  test('saves a program as a file, and opens files', async ({ openPage }) => {
    const page = await open(openPage);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as a file')]);
    expect(download.suggestedFilename()).toBe('Two-layers-by-hand.ts');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'line.js', mimeType: 'text/javascript', buffer: Buffer.from(learner) },
      { name: 'net.py', mimeType: 'text/plain', buffer: Buffer.from('x = 1') },
    ]);
    await expect.poll(() => said(page).textContent()).toMatch(/^Opened “line”\. net\.py is not opened/);
    await expect.poll(() => shown(page)).toBe('line');
  });
});
