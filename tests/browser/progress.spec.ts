import { text as textOf } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import '../fixture/in-fixture-book.ts';
import { readExercises } from '../../src/book/exercises.ts';
import { readProgress } from '../../src/book/progress.ts';
import { fixtureBook } from '../gate/fixture-book.ts';
import { addressOf, test } from './book-page.ts';
import { reachExercise } from './reach-exercise.ts';
import { firstOf } from '../whole.ts';

/** Under which the browser keeps the progress in the book at its path on a host, and where every book once kept it. */
const key = `${fixtureBook.base}#broken-by-one-line.progress`;
const oldKey = 'broken-by-one-line.progress';
const chapter = '/chapters/practice/';
const [, number, choice, code] = readExercises('practice').map(({ id }) => id) as [
  string,
  string,
  string,
  string,
];

const to = (page: Page, path: string) => page.goto(addressOf(path));
const main = (page: Page) => page.getByRole('main');
const entry = (page: Page, id: string) =>
  main(page).locator('.progress-exercises li', { has: page.locator(`a[href$="#${id}"]`) });
const status = (page: Page) => main(page).locator('.progress-file').getByRole('status').first();

async function answer(page: Page, id: string, typed: string): Promise<void> {
  const exercise = await reachExercise(page, id);
  await exercise.number.fill(typed);
  await exercise.number.press('Enter');
  await exercise.verdict.locator('p').waitFor();
}

/** The page with the progress, taken over by its script. */
async function progressPage(page: Page): Promise<void> {
  await to(page, '/progress/');
  await page.locator('astro-island[ssr]:has(.progress)').waitFor({ state: 'detached' });
}

const importFile = (page: Page, text: string) =>
  main(page)
    .getByLabel('Progress file to import')
    .setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) });

/** The text of the file that a button saves. */
async function savedBy(button: Locator): Promise<string> {
  const [download] = await Promise.all([button.page().waitForEvent('download'), button.click()]);
  return textOf(await download.createReadStream());
}

const kept = (page: Page) => page.evaluate((k) => localStorage.getItem(k), key);

/** A browser that keeps nothing, before any page is opened in it. */
const storeThat = {
  isForbidden: () =>
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    }),
  isFull: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  },
};

describe('what was answered', () => {
  test('is still there after a reload, and what was missed can be retried', async ({ openPage }) => {
    const page = await openPage(chapter);
    await answer(page, number, '0.2');
    const sum = page.locator('.exercises-sum');
    await sum.scrollIntoViewIfNeeded();
    await sum.getByText('0 of 5 solved.').waitFor();
    await page.reload();
    await sum.scrollIntoViewIfNeeded();
    await sum.getByRole('link', { name: '2. Compute' }).click();
    expect(new URL(page.url()).hash).toBe(`#${number}`);
    await answer(page, number, '0.25');
    await page.reload();
    const { solved } = await reachExercise(page, number);
    await solved.waitFor();
    await sum.scrollIntoViewIfNeeded();
    await sum.getByText('1 of 5 solved.').waitFor();
    expect(await sum.innerText()).not.toContain('Retry');
  });

  test('stands on the page of progress, with the way to go on and to what was missed', async ({
    openPage,
  }) => {
    const page = await openPage('/progress/');
    await main(page).getByText('Nothing answered yet on this device.').waitFor();
    await main(page)
      .getByRole('link', { name: /^Begin with/ })
      .waitFor();

    await to(page, chapter);
    await answer(page, number, '0.2');
    const { section, button } = await reachExercise(page, choice);
    await section.getByText('Solution', { exact: true }).click();
    await section.getByRole('radio').nth(1).check();
    await button('Check').click();
    await section.locator('.exercise-solved').waitFor();

    await progressPage(page);
    await main(page)
      .getByText(/^1 of \d+ exercises solved\.$/)
      .waitFor();
    expect(await entry(page, number).innerText()).toContain('tried, not solved yet');
    expect(await entry(page, choice).innerText()).toContain('solved, with the solution open');
    expect(await entry(page, choice).getAttribute('data-standing')).toBe('helped');
    expect(await entry(page, code).innerText()).toContain('not answered');

    const retry = main(page).getByRole('region', { name: 'Retry what was missed' }).getByRole('link');
    expect(await retry.allInnerTexts()).toEqual(['Practice: 2. Compute']);
    const next = main(page).getByRole('link', { name: /^Go on with “Practice”/ });
    await next.click();
    await page.waitForURL(`**${chapter}#${code}`);
    await progressPage(page);
    await retry.click();
    await page.waitForURL(`**${chapter}#${number}`);
  });

  test('is there as well where it was kept under one name for all books of a host', async ({ openPage }) => {
    const page = await openPage(chapter);
    await answer(page, number, '0.25');
    const old = await page.evaluate(
      ([k, before]) => {
        const text = localStorage.getItem(k!)!;
        localStorage.clear();
        localStorage.setItem(before!, text);
        return text;
      },
      [key, oldKey],
    );
    await page.reload();
    const exercise = await reachExercise(page, number);
    await exercise.solved.waitFor();
    await answer(page, number, '0.3');
    expect(JSON.parse((await kept(page))!).exercises[number].tries).toBe(2);
    expect(await page.evaluate((k) => localStorage.getItem(k), oldKey)).toBe(old);
  });

  test('reaches a page that was opened before it and is shown again', async ({ openPage }) => {
    const page = await openPage('/progress/');
    const other = await page.context().newPage();
    await other.goto(addressOf(chapter));
    await answer(other, number, '0.25');
    await main(page)
      .getByText(/^1 of \d+ exercises solved\.$/)
      .waitFor();
    // As Chromium says it of a page that it brings back as it was left.
    await other.evaluate((k) => localStorage.removeItem(k), key);
    await other.evaluate(() =>
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    await expect.poll(() => other.locator('.exercise-solved').count()).toBe(0);
  });
});

describe('the file of progress', () => {
  test('brings back what was erased, and answers to exercises that the book no longer has', async ({
    openPage,
  }) => {
    const page = await openPage(chapter);
    await answer(page, number, '0.25');
    await page.evaluate((k) => {
      const progress = JSON.parse(localStorage.getItem(k)!);
      progress.exercises['practice.long-gone'] = { ...Object.values(progress.exercises)[0]!, answer: 'x' };
      localStorage.setItem(k, JSON.stringify(progress));
    }, key);
    await progressPage(page);

    const file = await savedBy(main(page).getByRole('button', { name: 'Export as a file' }));
    const reading = readProgress(file);
    expect(reading.kind === 'ok' && Object.keys(reading.progress.exercises).sort()).toEqual(
      [number, 'practice.long-gone'].sort(),
    );

    await main(page).getByRole('button', { name: 'Erase' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep them');
    await main(page).getByRole('button', { name: 'Yes, erase all answers' }).click();
    await main(page).getByText('Nothing answered yet on this device.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Erase');
    await page.reload();
    await main(page).getByText('Nothing answered yet on this device.').waitFor();

    await page.locator('astro-island[ssr]:has(.progress)').waitFor({ state: 'detached' });
    await importFile(page, file);
    await main(page)
      .getByText(/^1 of \d+ exercises solved\.$/)
      .waitFor();
    expect(await status(page).innerText()).toMatch(/^Imported: 2 answers were added/);
    await page.reload();
    await main(page)
      .getByText(/^1 of \d+ exercises solved\.$/)
      .waitFor();
    expect(await kept(page)).toContain('practice.long-gone');
  });

  test('that is nonsense is refused with its reason, and nothing is lost', async ({ openPage }) => {
    const page = await openPage(chapter);
    await answer(page, number, '0.25');
    await progressPage(page);
    const before = await kept(page);
    const good = { solved: true, tries: 1, sawSolution: false, answer: 'x', at: '2026-01-01T08:00:00.000Z' };
    for (const [text, why] of [
      ['', /^This file is empty/],
      ['\n', /^This file is empty/],
      ['Dear diary', /it is not JSON/],
      ['\u0000\u0001', /it is not JSON/],
      ['null', /"version" and "exercises" are missing/],
      ['{"version":"1","exercises":{}}', /"version" and "exercises" are missing/],
      ['{"version":2,"exercises":{}}', /newer edition of the book \(version 2\)/],
      ['{"version":0,"exercises":{}}', /version 0, which there never was/],
      [
        JSON.stringify({ version: 1, exercises: { 'a.b': good, 'a.c': { ...good, tries: -1 } } }),
        /entry "a\.c".*damaged/,
      ],
      [`{"version":1,"exercises":{},"padding":"${'x'.repeat(5_100_000)}"}`, /far larger/],
    ] as const) {
      await importFile(page, text);
      await expect.poll(() => status(page).innerText(), { message: text.slice(0, 40) }).toMatch(why);
      expect(await kept(page)).toBe(before);
    }
    await main(page)
      .getByText(/^1 of \d+ exercises solved\.$/)
      .waitFor();
  });

  test('that does not fit into the browser is refused, and nothing is lost', async ({ openPage }) => {
    const page = await openPage(chapter);
    await answer(page, number, '0.25');
    await progressPage(page);
    const before = await kept(page);
    // Nearly all of the 5 MB that a site may keep is taken.
    await page.evaluate(() => localStorage.setItem('other', 'x'.repeat(4_000_000)));
    const long = {
      solved: true,
      tries: 1,
      sawSolution: false,
      answer: 'x'.repeat(2_000_000),
      at: '2026-01-01T08:00:00Z',
    };
    await importFile(page, JSON.stringify({ version: 1, exercises: { 'a.b': long } }));
    await expect
      .poll(() => status(page).innerText())
      .toMatch(/did not let the book keep.*Nothing was imported/);
    expect(await kept(page)).toBe(before);
    await main(page)
      .getByText(/^1 of \d+ exercises solved\.$/)
      .waitFor();
  });
});

describe('a browser that keeps nothing', () => {
  test.for(firstOf(['isForbidden', 'isFull'] as const, 1))(
    'because its store %s says so, and the exercises work',
    async (why, { openPage }) => {
      const page = await openPage(chapter);
      await page.addInitScript(storeThat[why]);
      await page.reload();
      await answer(page, number, '0.25');
      const { section, solved } = await reachExercise(page, number);
      await solved.waitFor();
      expect(await section.innerText()).toMatch(
        /does not let the book keep your answers.*until you leave this page/s,
      );
      expect(await savedBy(section.getByRole('button', { name: 'Save them as a file' }))).toContain(number);

      await answer(page, number, '0.2');
      expect(await solved.count(), 'what was solved stays solved').toBe(1);
      expect(await section.locator('.exercise-verdict').innerText()).toMatch(/^Not quite/);

      await page.getByLabel('Select theme').first().selectOption('dark');
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    },
  );

  test('is told when what it kept cannot be read, and what it kept is put aside', async ({ openPage }) => {
    const page = await openPage(chapter);
    await page.evaluate((k) => localStorage.setItem(k, '{"version":1,"exer'), key);
    await page.reload();
    const exercise = await reachExercise(page, number);
    await exercise.button('Check').click();
    expect(await exercise.section.innerText()).toMatch(/could not be read\. It was put aside, not erased/);
    await answer(page, number, '0.25');
    expect(await kept(page)).toContain(number);
    expect(await page.evaluate((k) => localStorage.getItem(`${k}.unreadable`), key)).toBe(
      '{"version":1,"exer',
    );
  });
});
