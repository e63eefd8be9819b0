import { describe, expect } from 'vitest';
import '../fixture/in-fixture-book.ts';
import { readExercises, type Exercise } from '../../src/book/exercises.ts';
import { factText } from '../../src/book/facts/fact-result.ts';
import { filledWords } from '../../src/book/words.ts';
import { test } from './book-page.ts';
import { reachExercise } from './reach-exercise.ts';

const page = '/chapters/practice/';
const exercises = readExercises('practice');

/** Words of an exercise as a reader sees them: with their numbers, and code without its backticks. */
const seen = (words: string) => filledWords(words, factText).replaceAll('`', '');

type Kind = Exercise['kind'];
function theOnly<K extends Kind>(kind: K): Extract<Exercise, { kind: K }> {
  return exercises.find((exercise) => exercise.kind === kind) as Extract<Exercise, { kind: K }>;
}

describe.each([
  { kind: 'prediction', submit: 'That is my prediction' },
  { kind: 'choice', submit: 'Check' },
] as const)('a $kind', ({ kind, submit }) => {
  const { id, options, solution } = theOnly(kind);

  test('gives every wrong answer its own reason, and may be tried again until it is right', async ({
    visit,
  }) => {
    const { verdict, solved, answer, button } = await reachExercise(await visit(page), id);
    await button(submit).click();
    expect(await verdict.innerText()).toContain('Choose one of the answers first.');

    const wrong = options.filter(({ right }) => !right);
    for (const { text, why } of wrong) {
      await answer(seen(text)).check();
      expect((await verdict.innerText()).trim(), 'the verdict on the last answer is gone').toBe('');
      await button(submit).click();
      expect(await verdict.innerText()).toBe(`Not quite. ${seen(why)}`);
      expect(await solved.count()).toBe(0);
    }

    const right = options.find((option) => option.right)!;
    await answer(seen(right.text)).check();
    await button(submit).click();
    expect(await verdict.innerText()).toBe(`Right. ${seen(right.why)}`);
    expect(await solved.innerText()).toContain('solved');
  });

  test('can be answered by keyboard, and its solution opened', async ({ visit }) => {
    const { section, verdict, answer } = await reachExercise(await visit(page), id);
    await answer(seen(options[0]!.text)).focus();
    await section.page().keyboard.press('Space');
    await section.page().keyboard.press('Enter');
    expect(await verdict.innerText()).toContain(seen(options[0]!.why));
    await section.getByText('Solution', { exact: true }).press('Enter');
    expect(await section.getByText(seen(solution)).isVisible()).toBe(true);
  });
});

describe('a number', () => {
  const { id, hints } = theOnly('number');

  test('says of each wrong answer what it leads to, and of what is no number why', async ({ visit }) => {
    const { number, verdict, solved, button } = await reachExercise(await visit(page), id);
    for (const [typed, words] of [
      ['0.2', /^Not quite\. A learning rate of 0\.2 prints 0\.4878/],
      ['1/5', /^Not quite\. A learning rate of 0\.2 prints 0\.4878/],
      ['0,02', /^Not quite\. The distance from one half is 0\.02/],
      ['-0.25', /sign is not/],
      ['25', /too large/],
      ['0.0025', /too small/],
      ['0.3', /as far as it goes.*more digits/],
      ['', /^Enter a number/],
      ['abc', /not a number/],
      ['0.25 volts', /not a number.*alone/],
      ['1e999', /too large to be read/],
      ['1/0', /divided by 0/],
      ['1,000', /two ways/],
    ] as const) {
      await number.fill(typed);
      expect((await verdict.innerText()).trim(), 'the verdict on the last answer is gone').toBe('');
      await button('Check').click();
      expect(await verdict.innerText(), typed).toMatch(words);
      expect(await number.inputValue(), 'what was typed stays').toBe(typed);
      expect(await solved.count()).toBe(0);
    }
  });

  test('takes the right answer however it is written', async ({ visit }) => {
    const { number, verdict, solved } = await reachExercise(await visit(page), id);
    for (const typed of ['0.25', '0,25', '1/4', ' 25 % ', '2.5e-1', '0.2504']) {
      await number.fill('7');
      await number.fill(typed);
      await number.press('Enter');
      expect(await verdict.innerText(), typed).toMatch(/^Right\. The bias that comes back to itself is r/);
      expect(await solved.count()).toBe(1);
    }
  });

  test('gives its hints one by one', async ({ visit }) => {
    const { section, button } = await reachExercise(await visit(page), id);
    const shown = section.getByRole('list', { name: 'Hints' }).getByRole('listitem');
    await button('Hint').click();
    expect(await shown.allInnerTexts()).toEqual([seen(hints[0]!)]);
    await button('Another hint').click();
    expect(await shown.allInnerTexts()).toEqual(hints.map(seen));
    expect(await button(/hint/i).count()).toBe(0);
  });
});
