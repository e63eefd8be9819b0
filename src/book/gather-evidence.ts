/** What a program does, as the lab finds it: what a grade weighs. */
import type { CodeEvidence } from './code-grading.ts';
import type { Failure, Frame, LabSession } from '../lab/index.ts';

/** A program of which nothing can be weighed: it could not be run, or the reader has stopped it. */
export type Ungathered =
  | { kind: 'failed'; failure: Pick<Failure, 'message' | 'line' | 'column'> & Partial<Pick<Failure, 'kind'>> }
  | { kind: 'stopped' };

interface Asked {
  /** @param epochs Defaults to the program's own. */
  seeds: { from: number; count: number; epochs?: number | undefined };
  /** Whether its gradient is asked for. */
  gradient: boolean;
  /** Whether its networks before their first update are. Defaults to false. */
  initial?: boolean | undefined;
}

interface Watch {
  signal: AbortSignal;
  /** @param part Of the work that is done, from 0 to 1. */
  onProgress: (part: number) => void;
}

export async function gatherEvidence(
  lab: Pick<LabSession, 'load' | 'diagnose' | 'restart' | 'sweep'>,
  source: string,
  { seeds: { from, count, epochs }, gradient, initial = false }: Asked,
  { signal, onProgress }: Watch,
): Promise<{ kind: 'gathered'; evidence: CodeEvidence } | Ungathered> {
  const seeds = Array.from({ length: count }, (_, i) => from + i);
  const loaded = await lab.load(source, from);
  if (loaded.kind === 'failed') return loaded;
  const { info } = loaded.value;
  const diagnosed = gradient ? await lab.diagnose() : undefined;
  if (diagnosed?.kind === 'failed') return diagnosed;
  const starts: Frame[] = [];
  for (const seed of initial ? seeds : []) {
    const frame = await lab.restart(seed);
    if (frame.kind === 'failed') return frame;
    starts.push(frame.value);
  }
  if (signal.aborted) return { kind: 'stopped' };
  const swept = await lab.sweep({
    source,
    seeds,
    epochs: epochs ?? info.epochs,
    onProgress: ({ part }) => onProgress(part),
    signal,
  });
  if (swept.kind === 'failed') return swept;
  if (signal.aborted) return { kind: 'stopped' };
  return {
    kind: 'gathered',
    evidence: {
      info,
      initial: starts,
      ...(diagnosed && { diagnosis: diagnosed.value }),
      results: swept.value,
    },
  };
}
