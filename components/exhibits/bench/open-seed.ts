/** From a dot of a sweep to the very run behind it. */
import type { BenchContext } from './bench-context.ts';
import type { Subject } from './bench-state.ts';
import type { createRun } from './bench-run.ts';
import type { createProgramText } from './program-text.ts';

export function createSeedOpener(
  { state }: BenchContext,
  { alone, load, trainTo, settle }: ReturnType<typeof createRun>,
  { replaceText }: ReturnType<typeof createProgramText>,
) {
  /** Puts the very run behind a dot on the bench and trains it as far as the sweep did. */
  async function openSeed(subject: Subject, dotSeed: number): Promise<void> {
    const row = state.sweep[subject];
    const dot = row?.results.find((result) => result.seed === dotSeed);
    if (!row || !dot || state.activity.kind !== 'idle') return;
    // A dot of yours belongs to the text it was made with, which may have been edited since.
    if (subject === 'yours' && row.source !== state.text) replaceText(row.source, { kind: 'nothing' });
    state.subject = subject;
    state.seed = dotSeed;
    await alone(async () => {
      // What is typed while it is loaded is wanted in its stead.
      if (!(await load(row.source, dotSeed)) || state.stale) return;
      const epochs = dot.settled ? row.epochs : dot.epochs;
      const update = epochs * state.info.updatesPerEpoch;
      state.end = Math.max(state.end, update);
      if (!(await trainTo(update, dotSeed))) return;
      const same = sameNumbers(state.frame.outputs.slice(0, dot.outputs.length), dot.outputs);
      state.opened = { subject, seed: dotSeed, same };
      await settle('opened');
    });
  }

  return openSeed;
}

/** Equal to the last bit, NaN and the sign of zero included. */
const sameNumbers = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean =>
  a.length === b.length &&
  a.every((row, n) => row.length === b[n]?.length && row.every((value, o) => Object.is(value, b[n]?.[o])));
