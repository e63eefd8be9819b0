import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradeProgram } from '../../src/book/grade-program.ts';
import { programFileOf, readExercises, type CodeExercise } from '../../src/book/exercises.ts';
import { labHere } from '../lab/lab-here.ts';
import { edited } from '../lab/run-program.ts';
import { firstOf } from '../whole.ts';
import { chaptersWithExercises, readAttempts } from './declared.ts';
import { gradingWords } from '../../src/words/grading.ts';

const exercises = chaptersWithExercises().flatMap((chapter) => {
  const declared = readAttempts(chapter);
  const code = readExercises(chapter).filter((one): one is CodeExercise => one.kind === 'code');
  for (const id of Object.keys(declared?.data ?? {}))
    if (!code.some((exercise) => exercise.id === id))
      throw declared!.wrong([id], 'expected the id of a code exercise of this chapter');
  return code.map((exercise) => ({ id: exercise.id, exercise, tried: declared?.data[exercise.id] ?? [] }));
});

/** Words in which "…" stands for any others. */
const pattern = (words: string): RegExp =>
  new RegExp(
    words
      .split(/\s*…\s*/)
      .map((piece) => RegExp.escape(piece))
      .join('.*'),
  );

async function feedbackOn(exercise: CodeExercise, source: string) {
  const given = readFileSync(programFileOf(exercise), 'utf8');
  const graded = await gradeProgram(labHere(), { source, given }, exercise.grade, {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  if (graded.kind !== 'checked') throw new Error(`expected checks, got "${graded.kind}"`);
  return {
    passed: graded.checks.every(({ met }) => met),
    missing: graded.checks.filter(({ met }) => !met).map(({ met, said }) => gradingWords.program(said, met)),
  };
}

describe.each(exercises)('$id', ({ exercise, tried }) => {
  const original = readFileSync(programFileOf(exercise), 'utf8');

  it('is not passed by the program as it is given', async () => {
    expect((await feedbackOn(exercise, original)).passed).toBe(false);
  });

  const { right = [], wrong = [] } = Object.groupBy(tried, ({ feedback }) => (feedback ? 'wrong' : 'right'));

  it.each(firstOf(right, 1))('is passed by $name', async ({ edits }) => {
    const text = edited(original, ...edits.map(({ find, replace }): [string, string] => [find, replace]));
    expect(await feedbackOn(exercise, text)).toEqual({ passed: true, missing: [] });
  });

  it.each(firstOf(wrong, 1))('is not passed by $name', async ({ edits, feedback }) => {
    const text = edited(original, ...edits.map(({ find, replace }): [string, string] => [find, replace]));
    const { passed, missing } = await feedbackOn(exercise, text);
    expect(missing.join('\n')).toMatch(pattern(feedback!));
    expect(passed).toBe(false);
  });
});
