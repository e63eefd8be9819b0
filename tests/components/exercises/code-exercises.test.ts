import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradeProgram } from '../../../components/exercises/exercises/grade-program.ts';
import { programFileOf, readExercises, type CodeExercise } from '../../../src/book/exercises.ts';
import type { LabSession } from '../../../src/lab/index.ts';
import { edited, runProgram } from '../../lab/run-program.ts';
import { attempts } from './attempts.ts';

const chapters = ['activation-choice', 'output-range', 'dying-relu', 'derivative-bugs'];
const exercises = chapters
  .flatMap(readExercises)
  .filter((exercise): exercise is CodeExercise => exercise.kind === 'code');

/** The parts of the lab that grading uses, in this process: the same runtime, without a worker around it. */
function labHere(): LabSession {
  let run: ReturnType<typeof runProgram>;
  return {
    load: (source: string, seed: number) => {
      run = runProgram(source, seed);
      return Promise.resolve({ kind: 'ok', value: run.loaded });
    },
    restart: (seed: number) => Promise.resolve({ kind: 'ok', value: run.restart(seed) }),
    diagnose: () => Promise.resolve({ kind: 'ok', value: run.diagnose() }),
    sweep: ({ seeds, epochs }: { seeds: number[]; epochs: number }) =>
      Promise.resolve({ kind: 'ok', value: seeds.map((seed) => run.train(seed, epochs)) }),
  } as unknown as LabSession;
}

async function feedbackOn(exercise: CodeExercise, source: string) {
  const given = readFileSync(programFileOf(exercise), 'utf8');
  const graded = await gradeProgram(labHere(), { source, given }, exercise.grade, {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  if (graded.kind !== 'checked') throw new Error(`expected checks, got "${graded.kind}"`);
  return {
    passed: graded.checks.every(({ met }) => met),
    missing: graded.checks.filter(({ met }) => !met).map(({ words }) => words),
  };
}

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (id, exercise) => {
  const original = readFileSync(programFileOf(exercise), 'utf8');
  const tried = attempts[id] ?? [];

  it('has a right solution, an unusual one, and at least three that are plausible and wrong', () => {
    expect(tried.filter(({ feedback }) => !feedback).length).toBeGreaterThanOrEqual(2);
    expect(tried.filter(({ feedback }) => feedback).length).toBeGreaterThanOrEqual(3);
  });

  it('is not passed by the program as it is given', { timeout: 30_000 }, async () => {
    expect((await feedbackOn(exercise, original)).passed).toBe(false);
  });

  for (const { name, edits, feedback } of tried) {
    it(`${feedback ? 'is not passed by' : 'is passed by'} ${name}`, { timeout: 30_000 }, async () => {
      const { passed, missing } = await feedbackOn(exercise, edited(original, ...edits));
      expect(missing.join('\n')).toMatch(feedback ?? /^$/);
      expect(passed).toBe(!feedback);
    });
  }
});
