import type { PackedRuns } from './protocol.ts';

/** How long a job works before it lets messages, or the page, have their turn. */
export const sliceMs = 4;

/** A job being worked off. */
export interface RunningJob {
  /** Works for a few milliseconds; false when all runs have ended. */
  advance(): boolean;
  /** Runs that have ended. */
  readonly finished: number;
  readonly runs: PackedRuns;
}
