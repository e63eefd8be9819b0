import { gradeCode, type CodeCheck, type CodeGrade } from './code-grading.ts';
import type { Diagnosis, Failure, Frame, LabSession } from '../lab/index.ts';

/** What came of grading a program: checks, each met or not; or why it could not be run. */
export type Graded =
  | { kind: 'checked'; checks: CodeCheck[] }
  | { kind: 'failed'; failure: Pick<Failure, 'message' | 'line' | 'column'> & Partial<Pick<Failure, 'kind'>> }
  | { kind: 'stopped' };

/**
 * Runs a reader's program in the lab, gathers the evidence that the grade asks for, and weighs it.
 *
 * @param given The program that the exercise starts from.
 */
export async function gradeProgram(
  lab: Pick<LabSession, 'load' | 'diagnose' | 'restart' | 'sweep'>,
  { source, given }: { source: string; given: string },
  grade: CodeGrade,
  { onProgress, signal }: { onProgress: (done: number, total: number) => void; signal: AbortSignal },
): Promise<Graded> {
  const { from, count, epochs } = grade.seeds;
  const seeds = Array.from({ length: count }, (_, i) => from + i);
  const before = grade.sameData ? await lab.load(given, from) : undefined;
  if (before?.kind === 'failed') return before;
  const loaded = await lab.load(source, from);
  if (loaded.kind === 'failed') return loaded;
  let diagnosis: Diagnosis | undefined;
  if (grade.gradient) {
    const checked = await lab.diagnose();
    if (checked.kind === 'failed') return checked;
    diagnosis = checked.value;
  }
  const initial: Frame[] = [];
  for (const seed of grade.relu ? seeds : []) {
    const frame = await lab.restart(seed);
    if (frame.kind === 'failed') return frame;
    initial.push(frame.value);
  }
  if (signal.aborted) return { kind: 'stopped' };
  const results = await lab.sweep({
    source,
    seeds,
    epochs,
    onProgress: ({ part }) => onProgress(Math.floor(part * count), count),
    signal,
  });
  if (results.kind === 'failed') return results;
  if (signal.aborted) return { kind: 'stopped' };
  const { info } = loaded.value;
  return {
    kind: 'checked',
    checks: gradeCode(grade, {
      info,
      ...(before && { givenData: before.value.info }),
      initial,
      ...(diagnosis && { diagnosis }),
      results: results.value,
    }),
  };
}
