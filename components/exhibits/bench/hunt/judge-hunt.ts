/**
 * Judges the program of a bug hunt by what it does, as code exercises are: it is held against the case's program with every
 * fault mended, which is trained from the same seeds.
 */
import { gradeCode, type CodeCheck, type CodeGrade } from '../../../../src/book/index.ts';
import type { Diagnosis, Failure, LabSession, ProgramInfo, SeedResult } from '../../../../src/lab/index.ts';

export type Judged =
  | { kind: 'judged'; checks: CodeCheck[] }
  /** The reader's program could not be run. */
  | { kind: 'failed'; failure: Pick<Failure, 'message' | 'line' | 'column'> }
  | { kind: 'stopped' };

/** Seeds from 1 on. */
export const huntSeeds = 20;

/** So many seeds fewer than the mended program may learn: another right mend need not draw the same numbers. */
const slack = 2;

interface Watch {
  signal: AbortSignal;
  /** @param part Of the work that is done, from 0 to 1. */
  onProgress: (part: number) => void;
}

interface Evidence {
  info: ProgramInfo;
  diagnosis: Diagnosis;
  results: SeedResult[];
}

/** @returns a judge of programs. What the mended one does is looked at once, with the first of them. */
export function createHuntJudge(lab: LabSession, mended: string) {
  let right: Evidence | undefined;
  return async function judge(source: string, { signal, onProgress }: Watch): Promise<Judged> {
    const half = right ? 0 : 0.5;
    if (!right) {
      const gathered = await gather(lab, mended, undefined, {
        signal,
        onProgress: (part) => onProgress(part / 2),
      });
      if (gathered.kind !== 'gathered') return gathered;
      right = gathered.evidence;
    }
    const { epochs } = right.info;
    const own = await gather(lab, source, epochs, {
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
function gradeBy({ info, diagnosis, results }: Evidence): CodeGrade {
  const learned = results.filter(({ outcome }) => outcome.kind === 'solved').length;
  const seeds = { from: 1, count: huntSeeds, solved: Math.max(0, learned - slack), epochs: info.epochs };
  const [gradient] = gradeCode({ seeds, gradient: true }, { info, diagnosis, results });
  return { seeds, sameData: true, gradient: gradient!.met };
}

type Gathered = { kind: 'gathered'; evidence: Evidence } | Exclude<Judged, { kind: 'judged' }>;

/** @param epochs Defaults to the program's own. */
async function gather(
  lab: LabSession,
  source: string,
  epochs: number | undefined,
  { signal, onProgress }: Watch,
): Promise<Gathered> {
  const loaded = await lab.load(source, 1);
  if (loaded.kind === 'failed') return loaded;
  const { info } = loaded.value;
  const diagnosed = await lab.diagnose();
  if (diagnosed.kind === 'failed') return diagnosed;
  const results = await lab.sweep({
    source,
    seeds: Array.from({ length: huntSeeds }, (_, i) => i + 1),
    epochs: epochs ?? info.epochs,
    onProgress: ({ part }) => onProgress(part),
    signal,
  });
  if (signal.aborted) return { kind: 'stopped' };
  if (results.kind === 'failed') return results;
  return { kind: 'gathered', evidence: { info, diagnosis: diagnosed.value, results: results.value } };
}
