/**
 * `npm run test:desk`: 500 made-up hand-ins, some hostile, on the desk of the fixture book in Chromium. The table must be right
 * for each of them, the page must stay responsive, nothing may leave the machine, and what is no hand-in must be named.
 *
 *     npm run test:desk -- 100      so many
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { fixtureBook } from '../gate/fixture-book.ts';
import { serve } from '../gate/serve.ts';
import { attacks, classOf } from './made-up-class.ts';
import { check } from '../script-checks.ts';

const count = Number(process.argv[2] ?? 500);
/** Milliseconds for which the page may be deaf, at the most: several times what is found, for busy machines. */
const longestTaskMs = 500;

/** Rows of cells of a table as `csvText` writes it. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && !quoted && !plain) break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const made = classOf(count);
const folder = '.cache/hand-ins';
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'late'), { recursive: true });
for (const { file, text } of made) writeFileSync(join(folder, file), text);
const last = made.at(-1)!;
const others: Record<string, string | Buffer> = {
  'late/again.json': last.text,
  'broken.json': last.text.slice(0, 500),
  'newer.json': last.text.replace('"version": 1', '"version": 2'),
  'polluting.json':
    '{"__proto__":{"polluted":true},"format":"hand-in","version":1,"constructor":{"prototype":{"polluted":true}}}',
  'huge.json': Buffer.alloc(50_000_000, 'x'),
  'notes.txt': 'not a hand-in',
};
for (const [file, content] of Object.entries(others)) writeFileSync(join(folder, file), content);

const book = await serve({ ...fixtureBook, port: 0 });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  const page = await browser.newPage();
  const foreign: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !url.startsWith(book.address)) foreign.push(url);
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${book.address}desk/`);
  await page.locator('astro-island[ssr]:has(.desk)').waitFor({ state: 'detached' });
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
  const startMs = performance.now();
  await page.getByLabel('Folder of hand-ins').setInputFiles(folder);
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  // What a reader does meanwhile: the desk is stopped and goes on, a row is opened.
  await page.locator('progress[aria-label="Programs run"]').waitFor({ timeout: 300_000 });
  const readMs = performance.now() - startMs;
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Student 020' }).click();
  await page.getByText('Everything has been judged.').waitFor({ timeout: 3_600_000 });
  const seconds = (performance.now() - startMs) / 1000;

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the table as CSV' }).click(),
  ]);
  const [head, ...rows] = rowsOf(readFileSync(await download.path(), 'utf8'));
  const column = (row: string[], name: string) => row[head!.indexOf(name)] ?? '';
  const byFile = new Map(rows.map((row) => [column(row, 'File').replace(/^hand-ins\//, ''), row]));
  check(`a row for each of ${made.length + 5} files`, rows.length === made.length + 5, rows.length);
  const wordsIn = (text: string) => (text === '' ? 0 : text.split(' ').length);
  const wrong = made.filter(({ file, name, code, right, less, more, isCopy }) => {
    const row = byFile.get(file);
    return (
      !row ||
      column(row, 'Name') !== name ||
      column(row, 'practice.mend-the-slope') !== code ||
      column(row, 'Right') !== String(right) ||
      wordsIn(column(row, 'Less than said')) !== less ||
      wordsIn(column(row, 'More than said')) !== more ||
      (isCopy && column(row, 'Same program as') === '')
    );
  });
  check(
    `every row is right: ${made.length} hand-ins, ${attacks.length} of them hostile`,
    wrong.length === 0,
    wrong.map(({ file, code, right, less, more }) => [{ file, code, right, less, more }, byFile.get(file)]),
  );
  const shared = rows
    .filter((row) => column(row, 'Same program as') !== '')
    .map((row) => column(row, 'Name'));
  const copies = made.filter(({ isCopy }) => isCopy).map(({ name }) => name);
  check(
    `${copies.length} copies are found, and none beside them but the same file twice`,
    [...new Set(shared)]
      .filter((name) => name !== last.name)
      .sort()
      .join() ===
      copies
        .filter((name) => name !== last.name)
        .sort()
        .join(),
    shared,
  );
  const noteOf = (file: string) => column(byFile.get(file) ?? [], 'Note');
  check('the same name twice is said', /another hand-in has this name/.test(noteOf('late/again.json')), rows);
  check('a file that is not whole is named', /not JSON, or not whole/.test(noteOf('broken.json')));
  check('a file of a newer edition is named', /newer edition/.test(noteOf('newer.json')));
  check('a file that would change all objects is named', /not read/.test(noteOf('polluting.json')));
  check('50 MB are not opened', /It has 50 MB/.test(noteOf('huge.json')));
  check('another kind of file is left aside', await page.getByText('1 file left aside').isVisible());
  check(
    'no object has what none should have',
    await page.evaluate(() => !('polluted' in {}) && [1].push(2) === 2),
  );
  check('nothing was asked of another host', foreign.length === 0, foreign);
  check('the page has no error', troubles.length === 0, troubles);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.round(Math.max(0, ...tasks));
  check(
    `the page was deaf for ${longest} ms at the most (${longestTaskMs} allowed)`,
    longest <= longestTaskMs,
    tasks,
  );
  console.log(
    `${made.length} hand-ins: read in ${(readMs / 1000).toFixed(1)} s, judged in ${seconds.toFixed(0)} s; ${tasks.length} tasks over 50 ms`,
  );
} finally {
  await browser.close();
  await book.close();
  rmSync(folder, { recursive: true, force: true });
}
