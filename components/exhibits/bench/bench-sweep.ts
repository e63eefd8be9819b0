/** Evidence over seeds: the posted program and the reader's, each over the same seeds in workers of their own. */
import type { LabSession, Result, SeedResult } from '../../../src/lab/index.ts';
import type { BenchContext } from './bench-context.ts';

export const sweepSeedCount = 200;
/** How long a sweep of both programs may take before its budget of epochs is lowered. */
const sweepWithinMs = 5_000;

export function createSweep({ options, state, session, changed }: BenchContext) {
  const { original } = options;
  let sweepStop: AbortController | undefined;

  /** Measures how many epochs a sweep can give each seed here, unless the reader has said so. */
  async function budget(lab: LabSession): Promise<Result<number>> {
    const texts = state.text === original ? [original] : [original, state.text];
    let least = Infinity;
    for (const text of texts) {
      const suggested = await lab.suggestEpochs(text, sweepSeedCount, sweepWithinMs / texts.length);
      if (suggested.kind === 'failed') return suggested;
      least = Math.min(least, suggested.value);
    }
    return { kind: 'ok', value: least };
  }

  function setSweepEpochs(epochs: number): void {
    if (Number.isInteger(epochs) && epochs >= 1) state.sweep = { ...state.sweep, epochs };
    changed();
  }

  /** Runs the posted program and the reader's over the same seeds. */
  async function sweep(): Promise<void> {
    if (state.sweep.running || state.activity.kind !== 'idle') return;
    const stop = (sweepStop = new AbortController());
    state.sweep = { ...state.sweep, running: { subject: 'posted', done: 0, total: sweepSeedCount } };
    delete state.sweep.failure;
    state.status = `Running ${sweepSeedCount} seeds.`;
    changed();

    const source = state.text;
    const lab = await session();
    if (state.sweep.epochs === undefined) {
      const measured = await budget(lab);
      if (measured.kind === 'failed') return endSweep(measured);
      state.sweep.epochs = measured.value;
      changed();
    }
    const epochs = state.sweep.epochs;
    for (const subject of ['posted', 'yours'] as const) {
      const text = subject === 'posted' ? original : source;
      if (subject === 'yours' && source === original) {
        delete state.sweep.yours;
        break;
      }
      const known = state.sweep[subject];
      const isKnown =
        known?.source === text && known.epochs === epochs && known.results.length === sweepSeedCount;
      if (!isKnown) {
        const row = (results: SeedResult[]) => ({ source: text, epochs, results: [...results] });
        const result = await lab.sweep({
          source: text,
          seeds: Array.from({ length: sweepSeedCount }, (_seed, n) => n + 1),
          epochs,
          signal: stop.signal,
          onProgress: (done, total) => {
            state.sweep = {
              ...state.sweep,
              [subject]: row(done),
              running: { subject, done: done.length, total },
            };
            changed();
          },
        });
        if (result.kind === 'failed') return endSweep(result);
        state.sweep = { ...state.sweep, [subject]: row(result.value) };
      }
      if (stop.signal.aborted) break;
    }
    endSweep();
  }

  function endSweep(result?: Extract<Result<unknown>, { kind: 'failed' }>): void {
    state.sweep = { ...state.sweep, ...(result && { failure: result.failure }) };
    delete state.sweep.running;
    const solved = (results: SeedResult[]) =>
      results.filter(({ outcome }) => outcome.kind === 'solved').length;
    const { posted, yours } = state.sweep;
    const parts = [
      posted?.results.length &&
        `${solved(posted.results)} of ${posted.results.length} seeds solved as posted`,
      yours?.results.length && `${solved(yours.results)} of ${yours.results.length} with your program`,
    ].filter((part) => typeof part === 'string');
    const told = parts.length > 0 ? parts.join(', ') : 'before the first seed ended';
    state.status = result
      ? 'The sweep stopped.'
      : `${sweepStop?.signal.aborted ? 'Cancelled' : 'Done'}: ${told}.`;
    sweepStop = undefined;
    changed();
  }

  const cancelSweep = () => sweepStop?.abort();

  return { sweep, cancelSweep, setSweepEpochs };
}
