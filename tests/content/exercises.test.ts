// Every exercise answers what a reader may do with it.
import { describe, expect, it } from 'vitest';
import { readExercises } from '../../src/book/exercises.ts';
import { factText, factValue } from '../../src/book/facts/fact-result.ts';
import { gradeNumber, gradeOption } from '../../src/book/grading.ts';
import { filledWords } from '../../src/book/words.ts';
import { chaptersWithExercises } from './declared.ts';

const all = chaptersWithExercises().flatMap((chapter) => readExercises(chapter));

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
      const reasons = exercise.options.map(({ id }) => JSON.stringify(gradeOption(exercise.options, id)));
      expect(new Set(reasons).size).toBe(exercise.options.length);
    });
  }
});

it('gives every exercise of the book an id of its own', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
