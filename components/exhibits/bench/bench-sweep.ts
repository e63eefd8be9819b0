/** Evidence over seeds: the posted program and the reader's, each over the same seeds in workers of their own. */
import type { BenchContext } from './bench-context.ts';
import type { BenchFailure, Subject, SweepRow } from './bench-state.ts';
import type { RowSaid } from './said.ts';
import { createSweepLevels } from './sweep-levels.ts';

export const sweepSeedCount = 200;

export function createSweep({ options, state, session, changed }: BenchContext) {
  const { original, comparesSeeds = true, posted: postedIs = 'posted' } = options;
  let sweepStop: AbortController | undefined;

  /** @param epochs What is no whole number from 1 means the program's own number. */
  function setSweepEpochs(epochs: number): void {
    state.sweep = { ...state.sweep };
    if (Number.isInteger(epochs) && epochs >= 1) state.sweep.epochs = epochs;
    else delete state.sweep.epochs;
    changed();
  }

  /** Whether a row is what a sweep would find now, to its end. */
  const isKnown = (row: SweepRow | undefined, source: string): boolean =>
    row?.source === source &&
    row.part === 1 &&
    row.results.length === sweepSeedCount &&
    row.wanted === state.sweep.epochs;

  /** Runs the posted program and the reader's over the same seeds. */
  async function sweep(): Promise<void> {
    if (state.sweep.running || state.activity.kind !== 'idle') return;
    const stop = (sweepStop = new AbortController());
    state.sweep = { ...state.sweep, running: comparesSeeds ? 'posted' : 'yours' };
    delete state.sweep.failure;
    state.said = { kind: 'sweeping', seeds: sweepSeedCount };
    changed();

    const source = state.text;
    const lab = await session().catch(() => undefined);
    if (!lab) return endSweep({ kind: 'no-lab' });
    const wanted = state.sweep.epochs;
    // One row is enough where both are the same program, or where there is nothing to compare with.
    const subjects: Subject[] = !comparesSeeds
      ? ['yours']
      : source === original
        ? ['posted']
        : ['posted', 'yours'];
    if (!subjects.includes('yours')) delete state.sweep.yours;
    if (!subjects.includes('posted')) delete state.sweep.posted;
    for (const subject of subjects) {
      const text = subject === 'posted' ? original : source;
      if (stop.signal.aborted) break;
      if (isKnown(state.sweep[subject], text)) continue;
      const levels = createSweepLevels(sweepSeedCount);
      state.sweep = { ...state.sweep, running: subject };
      const result = await lab.sweep({
        source: text,
        seeds: Array.from({ length: sweepSeedCount }, (_seed, n) => n + 1),
        epochs: wanted,
        signal: stop.signal,
        onProgress: ({ latest, news, epochs, part, leftMs }) => {
          levels.add(news);
          const row = {
            source: text,
            wanted,
            epochs,
            results: latest,
            levels: levels.complete(),
            part,
            leftMs,
          };
          state.sweep = { ...state.sweep, [subject]: row };
          changed();
        },
      });
      if (result.kind === 'failed') return endSweep(result.failure);
    }
    endSweep();
  }

  function endSweep(failure?: BenchFailure): void {
    state.sweep = { ...state.sweep, ...(failure && { failure }) };
    delete state.sweep.running;
    const { posted, yours } = state.sweep;
    state.said = {
      kind: 'swept',
      how: failure ? 'failed' : sweepStop?.signal.aborted ? 'stopped' : 'done',
      rows: [posted && saidOf(postedIs, posted), yours && saidOf('yours', yours)].filter(
        (row) => row !== undefined,
      ),
    };
    sweepStop = undefined;
    changed();
  }

  const cancelSweep = () => sweepStop?.abort();

  return { sweep, cancelSweep, setSweepEpochs };
}

function saidOf(whose: RowSaid['whose'], { results, part, levels }: SweepRow): RowSaid {
  const solved = results.filter(({ outcome, failure }) => !failure && outcome.kind === 'solved').length;
  const last = levels.at(-1);
  return {
    whose,
    solved,
    of: results.length,
    ...(part < 1 && { stoppedAt: { ...(last && { epochs: last.epochs }) } }),
  };
}
