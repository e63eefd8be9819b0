import { gradeCode, type CodeCheck, type CodeGrade } from './code-grading.ts';
import { gatherEvidence, type Ungathered } from './gather-evidence.ts';
import type { LabSession } from '../lab/index.ts';

/** What came of grading a program: checks, each met or not; or why it could not be run. */
export type Graded = { kind: 'checked'; checks: CodeCheck[] } | Ungathered;

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
  const { seeds, gradient, relu } = grade;
  const before = grade.sameData ? await lab.load(given, seeds.from) : undefined;
  if (before?.kind === 'failed') return before;
  const gathered = await gatherEvidence(
    lab,
    source,
    { seeds, gradient, initial: relu },
    { signal, onProgress: (part) => onProgress(Math.floor(part * seeds.count), seeds.count) },
  );
  if (gathered.kind !== 'gathered') return gathered;
  return {
    kind: 'checked',
    checks: gradeCode(grade, { ...gathered.evidence, ...(before && { givenData: before.value.info }) }),
  };
}
