import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import '../fixture/in-fixture-book.ts';
import { programFileOf, readExercises, type CodeExercise } from '../../src/book/exercises.ts';
import { readAttempts } from '../content/declared.ts';
import { edited } from '../lab/run-program.ts';
import { test } from './book-page.ts';
import { paste, program, reachExercise, runAndCheck, type ReachedExercise } from './reach-exercise.ts';
import { whole } from '../whole.ts';

const chapterOf = (id: string) => id.split('.')[0]!;
const pageOf = (id: string) => `/chapters/${chapterOf(id)}/`;

function sourceOf(id: string): string {
  const exercise = readExercises(chapterOf(id)).find((one): one is CodeExercise => one.id === id)!;
  return readFileSync(programFileOf(exercise), 'utf8');
}

/** The program of a code exercise after an attempt that is known by its name. */
function attempt(id: string, name: string): string {
  const { edits } = readAttempts(chapterOf(id))!.data[id]!.find((one) => one.name === name)!;
  return edited(sourceOf(id), ...edits.map(({ find, replace }): [string, string] => [find, replace]));
}

/** What is in the editor, which draws no more than what is in view: looked through from its beginning to its end. */
async function textOf(exercise: ReachedExercise): Promise<string> {
  const seen: string[] = [];
  const scroller = exercise.section.locator('.cm-scroller');
  const end = await scroller.evaluate(({ scrollHeight }) => scrollHeight);
  for (let top = 0; top <= end; top += 200) {
    await scroller.evaluate((element, y) => element.scrollTo({ top: y, behavior: 'instant' }), top);
    seen.push(await program(exercise).innerText());
  }
  return seen.join('\n');
}

const checksOf = ({ section }: ReachedExercise) =>
  section.getByRole('list', { name: /^What was asked/ }).innerText();

const id = 'practice.mend-the-slope';
const reach = async (visit: (path: string) => Promise<Page>, wanted = id) =>
  reachExercise(await visit(pageOf(wanted)), wanted);

describe('a program to be mended', () => {
  test('is not passed as it is given or by a plausible mend that is wrong, and is passed by right ones', async ({
    visit,
  }) => {
    const exercise = await reach(visit);
    const { solved, button } = exercise;
    expect(await runAndCheck(exercise)).toBe('Not quite. See what is still missing below.');
    expect(await checksOf(exercise)).toMatch(
      /Not met:\s+The update does not follow the gradient of the loss/,
    );

    await paste(exercise, attempt(id, 'the slope of sigmoid'));
    expect(await runAndCheck(exercise)).toMatch(/^Not quite/);
    expect(await checksOf(exercise)).toMatch(/gradient of the loss in the hidden layer/);
    expect(await solved.count()).toBe(0);

    for (const name of ['1 - a²', 'the same by way of z']) {
      await paste(exercise, attempt(id, name));
      expect(await runAndCheck(exercise), name).toBe('Right. Your program does all that was asked.');
      expect(await checksOf(exercise)).toMatch(/Met:\s+The gradient is right in every layer/);
    }
    expect(await solved.count()).toBe(1);

    await button('Reset to original').click();
    expect(await exercise.verdict.innerText(), 'the verdict was about another text').toBe('');
    expect(await solved.count(), 'what was solved stays solved').toBe(1);
    await button('My latest try').click();
    expect(await textOf(exercise)).toContain('Math.cosh(Math.atanh(a))');
  });

  test('says at which line it cannot be read, counts no try, and keeps the text', async ({ visit }) => {
    const exercise = await reach(visit);
    const broken = edited(sourceOf(id), ['export const epochs =', 'export const epochs = =']);
    await paste(exercise, broken);
    expect(await runAndCheck(exercise)).toMatch(/could not be run\. It is not counted as a try/);
    const line = broken.slice(0, broken.indexOf('= =')).split('\n').length;
    expect(await exercise.section.getByRole('alert').innerText()).toMatch(new RegExp(`^Line ${line}: `));

    const page = exercise.section.page();
    await page.reload();
    const again = await reachExercise(page, id);
    await program(again).waitFor();
    expect(await textOf(again)).toContain('export const epochs = =');
    expect(await page.locator('.exercises-sum').innerText()).not.toMatch(/Retry/);
  });

  test.runIf(whole)('is ended when it never ends, and can be mended and run at once', async ({ visit }) => {
    const exercise = await reach(visit);
    const update = /export function update\([^{]*\{/.exec(sourceOf(id))![0];
    for (const endless of [`while (true) {}\n${update}`, `${update}\n  while (true) {}`]) {
      await paste(exercise, edited(sourceOf(id), [update, endless]));
      expect(await runAndCheck(exercise)).toMatch(/could not be run/);
      expect(await exercise.section.getByRole('alert').innerText()).toMatch(
        /no sign of life for two seconds/,
      );
      expect(await textOf(exercise)).toContain('while (true) {}');
    }
    await paste(exercise, attempt(id, '1 - a²'));
    expect(await exercise.section.getByRole('alert').count()).toBe(0);
    expect(await runAndCheck(exercise)).toMatch(/^Right/);
  });

  test('can be stopped, and is given no verdict on a text that was changed meanwhile', async ({ visit }) => {
    const slow = 'practice.take-your-time';
    const exercise = await reach(visit, slow);
    const { button, verdict, section } = exercise;
    await button(/seeds and check$/).click();
    await button('Stop').click();
    await expect
      .poll(() => verdict.innerText(), { timeout: 10_000 })
      .toBe('Stopped. It is not counted as a try.');
    expect(await section.page().evaluate(() => document.activeElement?.textContent)).toMatch(
      /seeds and check$/,
    );

    await button(/seeds and check$/).click();
    await button('Stop').waitFor();
    await paste(exercise, attempt(slow, 'a smaller learning rate'));
    await button(/seeds and check$/).waitFor();
    expect(await verdict.innerText()).toBe('');
    expect(await section.locator('.check-list').count()).toBe(0);
  });

  test('gives hints step by step, and the solution with its reason', async ({ visit }) => {
    const { section, button } = await reach(visit);
    const hints = section.getByRole('list', { name: 'Hints' }).getByRole('listitem');
    await button('Hint').click();
    expect(await hints.allInnerTexts()).toEqual([
      expect.stringContaining('In which layer is the gradient wrong?'),
    ]);
    await button('Another hint').click();
    expect(await hints.count()).toBe(2);
    await section.getByText('Solution', { exact: true }).click();
    expect(await section.getByText('The function is handed the activation').last().isVisible()).toBe(true);
  });

  test('says so when the part that runs programs cannot be loaded, and keeps the text', async ({
    openPage,
  }) => {
    const page = await openPage(pageOf(id), { tolerates: [/Failed to load resource/] });
    const exercise = await reachExercise(page, id);
    // What the page itself fetches when it has time, such as its search, is there by then.
    await page.waitForLoadState('networkidle');
    await page.route('**/*.js', (route) => route.abort());
    expect(await runAndCheck(exercise)).toMatch(/could not be run/);
    expect(await exercise.section.getByRole('alert').innerText()).toMatch(
      /could not be loaded.*reload the page/s,
    );
    expect(await exercise.button(/seeds and check$/).isVisible()).toBe(true);
  });
});
