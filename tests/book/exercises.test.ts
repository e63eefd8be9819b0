import { describe, expect, it } from 'vitest';
import { parseExercises } from '../../src/book/exercises.ts';

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
