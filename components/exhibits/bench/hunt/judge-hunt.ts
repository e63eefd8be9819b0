/**
 * Judges the program of a bug hunt by what it does, as code exercises are: it is held against the case's program with every
 * fault mended, which is trained from the same seeds.
 */
import {
  type CodeCheck,
  type CodeEvidence,
  type CodeGrade,
  gatherEvidence,
  gradeCode,
  type Ungathered,
} from '../../../../src/book/index.ts';
import type { LabSession } from '../../../../src/lab/index.ts';

export type Judged = { kind: 'judged'; checks: CodeCheck[] } | Ungathered;

/** Seeds from 1 on. */
export const huntSeeds = 20;

/** So many seeds fewer than the mended program may learn: another right mend need not draw the same numbers. */
const slack = 2;

interface Watch {
  signal: AbortSignal;
  /** @param part Of the work that is done, from 0 to 1. */
  onProgress: (part: number) => void;
}

/** @returns a judge of programs. What the mended one does is looked at once, with the first of them. */
export function createHuntJudge(lab: LabSession, mended: string) {
  let right: CodeEvidence | undefined;
  /** @param epochs Defaults to the program's own. */
  const gather = (source: string, epochs: number | undefined, watch: Watch) =>
    gatherEvidence(lab, source, { seeds: { from: 1, count: huntSeeds, epochs }, gradient: true }, watch);

  return async function judge(source: string, { signal, onProgress }: Watch): Promise<Judged> {
    const half = right ? 0 : 0.5;
    if (!right) {
      const gathered = await gather(mended, undefined, {
        signal,
        onProgress: (part) => onProgress(part / 2),
      });
      if (gathered.kind !== 'gathered') return gathered;
      right = gathered.evidence;
    }
    const own = await gather(source, right.info.epochs, {
      signal,
      onProgress: (part) => onProgress(half + part * (1 - half)),
    });
    if (own.kind !== 'gathered') return own;
    return {
      kind: 'judged',
      checks: gradeCode(gradeBy(right), { ...own.evidence, givenData: right.info }),
    };
  };
}

/** What is asked of a program that is to be as good as the mended one. The gradient is asked for where that has the right one. */
function gradeBy(right: CodeEvidence): CodeGrade {
  const { info, results } = right;
  const learned = results.filter(({ outcome }) => outcome.kind === 'solved').length;
  const seeds = { from: 1, count: huntSeeds, solved: Math.max(0, learned - slack), epochs: info.epochs };
  const [gradient] = gradeCode({ seeds, gradient: true }, right);
  return { seeds, sameData: true, gradient: gradient!.met };
}
