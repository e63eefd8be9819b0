/**
 * Runs of one spec, looked at on the way: from each seed the network is trained once, and read at every epoch asked
 * for. On the kernel where there is one and it supports the spec, else on the engine, with the same bits.
 *
 * Works on the calling thread, which should be a worker's: what is read at a look is the caller's, and travels as it
 * likes.
 */
import { createRun, epochsAreAlike, restartRun, train, updatesPerEpoch } from '../engine/index.ts';
import { Batch, supports } from '../kernel/index.ts';
import type { Run, Spec } from '../engine/index.ts';

export interface Looks {
  /** Epochs after which to look, in rising order; 0 is before the first update. */
  at: readonly number[];
  /** `place`: of the seed in the list. `look`: of the epoch in `at`. The run has its parameters of that epoch. */
  look(place: number, look: number, run: Run): void;
}

/** Epochs between two comparisons with an earlier state, as a part of all. */
const partBetweenChecks = 1 / 16;

export function trainAlong(
  kernel: WebAssembly.Module | undefined,
  spec: Spec,
  seeds: readonly number[],
  looks: Looks,
): void {
  if (kernel && supports(spec).kind === 'supported') alongOnKernel(kernel, spec, seeds, looks);
  else alongOnEngine(spec, seeds, looks);
}

function alongOnEngine(spec: Spec, seeds: readonly number[], { at, look }: Looks): void {
  const run = createRun(spec, 1);
  seeds.forEach((seed, place) => {
    restartRun(run, seed);
    let done = 0;
    at.forEach((epochs, index) => {
      train(run, (epochs - done) * updatesPerEpoch(run));
      done = epochs;
      look(place, index, run);
    });
  });
}

function alongOnKernel(
  kernel: WebAssembly.Module,
  spec: Spec,
  seeds: readonly number[],
  { at, look }: Looks,
): void {
  const batch = new Batch(kernel, spec, seeds.length);
  const runs = Array.from({ length: Math.min(batch.lanes, seeds.length) }, () => createRun(spec, 1));
  const alike = epochsAreAlike(spec);
  const between = Math.max(1, Math.ceil(at.at(-1)! * partBetweenChecks));
  for (let first = 0; first < seeds.length; first += runs.length) {
    const count = Math.min(runs.length, seeds.length - first);
    const lanes = 2 ** count - 1;
    batch.restart();
    for (let lane = 0; lane < batch.lanes; lane++) {
      const run = runs[lane % count]!; // lanes for which no seed is left repeat others
      if (lane < count) restartRun(run, seeds[first + lane]!);
      batch.load(lane, run);
    }
    let done = 0;
    let remembered = false;
    let settled = false;
    at.forEach((epochs, index) => {
      while (done < epochs && !settled) {
        const now = Math.min(epochs - done, between);
        batch.train(now);
        done += now;
        if (!alike || now < between) continue;
        // What has the bits it had repeats itself; what is not finite stays so.
        const over = remembered ? batch.unchanged() | ~batch.finite() : ~batch.finite();
        if ((over & lanes) === lanes) settled = true;
        else batch.takeSnapshot(2 ** batch.lanes - 1);
        remembered = true;
      }
      for (let lane = 0; lane < count; lane++) {
        batch.unload(lane, runs[lane]!);
        look(first + lane, index, runs[lane]!);
      }
    });
  }
}
