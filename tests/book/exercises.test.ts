import { describe, expect, it } from 'vitest';
import { parseExercises, readExercises } from '../../src/book/exercises.ts';
import { factText, factValue } from '../../src/book/facts/fact-result.ts';
import { gradeNumber, gradeOption } from '../../src/book/grading.ts';
import { filledWords } from '../../src/book/words.ts';

const chapters = ['activation-choice', 'output-range', 'dying-relu', 'derivative-bugs'];
const all = chapters.flatMap((chapter) => readExercises(chapter));

describe.each(chapters)('the exercises of %s', (chapter) => {
  const exercises = readExercises(chapter);
  it('are four at least, one a prediction and one a program to mend', () => {
    expect(exercises.length).toBeGreaterThanOrEqual(4);
    const kinds = exercises.map(({ kind }) => kind);
    expect(kinds).toContain('prediction');
    expect(kinds).toContain('code');
  });
});

describe.each(all.map((exercise) => [exercise.id, exercise] as const))('%s', (_, exercise) => {
  it('names no fact that there is not', () => {
    for (const words of [exercise.question, exercise.solution, ...exercise.hints]) {
      expect(() => filledWords(words, factText)).not.toThrow();
    }
  });

  if (exercise.kind === 'number') {
    const question = { ...exercise, answer: factValue(exercise.answer.fact) };
    it('takes the computed answer, and says what each expected mistake is', () => {
      expect(gradeNumber(question, String(question.answer)).kind).toBe('right');
      for (const { value, why } of exercise.wrong) {
        expect(gradeNumber(question, String(value))).toEqual({ kind: 'wrong', why });
      }
    });
  }
  if (exercise.kind === 'prediction' || exercise.kind === 'choice') {
    it('gives every answer its own reason', () => {
      const reasons = exercise.options.map(({ id }) => gradeOption(exercise.options, id).why);
      expect(new Set(reasons).size).toBe(exercise.options.length);
    });
  }
});

it('gives every exercise of the book an id of its own', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

describe('a mistake in exercises.yaml', () => {
  const choice = (options: string) =>
    `exercises:\n  - { id: c.one, kind: choice, question: Q, hints: [h], solution: s, options: [${options}] }`;
  const right = '{ id: a, text: A, right: true, why: w }';
  const wrong = '{ id: b, text: B, why: w }';

  it.each([
    [
      'no right option',
      choice(`${wrong}, { id: d, text: D, why: v }`),
      /exactly one option with "right: true"/,
    ],
    ['an id of another chapter', choice(`${right}, ${wrong}`).replace('c.one', 'd.one'), /begins with "c\."/],
    ['an option without a reason', choice(`${right}, { id: b, text: B }`), /options\[1\]\.why/],
    ['an unknown kind', choice(`${right}, ${wrong}`).replace('kind: choice', 'kind: riddle'), /kind/],
    [
      'a program that is not there',
      'exercises:\n  - { id: c.one, kind: code, question: Q, hints: [h], solution: s, program: { case: no-such }, grade: { seeds: { from: 1, count: 2, solved: 1, epochs: 1 } } }',
      /content\/cases\/no-such\/program\.ts does not exist/,
    ],
  ])('is named with the file and the line: %s', (_, yaml, message) => {
    expect(() => parseExercises(yaml, 'x.yaml', 'c')).toThrow(/^x\.yaml:2: /);
    expect(() => parseExercises(yaml, 'x.yaml', 'c')).toThrow(message);
  });
});
