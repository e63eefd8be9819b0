/** What a sweep is asked for, and what it gives. */
import type { Outcome } from '../engine/index.ts';

/** What became of one training run. */
export interface SweepRun {
  seed: number;
  outcome: Outcome;
  /** The final outputs, [N, O], row-major; of a diverged run, those at the update where it stopped. */
  outputs: Float64Array;
  /** The number of updates after which the rest was known: all of them, unless it was proven earlier. */
  update: number;
}

export interface SweepProgress {
  /** Runs that have ended, of all specs together. */
  finished: number;
  /** Runs in all. */
  total: number;
}

export interface SweepOptions {
  /** How many seeds, counted from 1; or the seeds themselves, whole numbers from 0 to 2^32 - 1. */
  seeds: number | readonly number[];
  /** How many epochs each network is trained for. */
  epochs: number;
  /** At most so many workers; 0 works on the calling thread in short slices. Defaults to the cores there are. */
  workers?: number;
  /** Cancels the sweep: it rejects with the signal's reason at once, and its workers are free within milliseconds. */
  signal?: AbortSignal;
  onProgress?(progress: SweepProgress): void;
  /** Called with the runs of a spec as soon as they are all there, in whatever order the specs end. */
  onRuns?(specIndex: number, runs: SweepRun[]): void;
}
