/**
 * When a run is provably finished. Two things are certain, and nothing else is taken for certain:
 *
 * - A parameter that is not finite never becomes finite again: every update subtracts something from it. The
 *   outcome is `diverged`, and training stops.
 * - A run whose whole state has the very bits it had at an earlier epoch repeats what came between for ever
 *   (dead units, settled solutions, rounding cycles; not where samples are drawn at random). Of the epochs
 *   that are left, only the remainder after whole periods is trained: the final bits are those of the full run.
 *
 * The state is remembered after 1, 2, 4, 8 ... checks and compared at every check, which finds any period in
 * the end (Brent 1980). Checks come at fixed epochs of each run, so that it stops at the same update whatever
 * runs beside it, on the kernel or on the engine.
 */
import type { Run } from '../engine/run.ts';

/** A check costs less than one sample update; this many of them come between two checks, or one epoch. */
const samplesBetweenChecks = 256;

/** Epochs between two checks. */
export function epochsBetweenChecks({ order, samples }: Run): number {
  return Math.ceil(samplesBetweenChecks / (order?.length ?? samples.count));
}

/** How far a run is, in epochs. */
export class Progress {
  done = 0;
  left: number;
  /** Epochs after which the rest was known, if it was before the end. */
  provenAfter: number | undefined;
  #remembered = 0;
  #rememberNext = 1;

  constructor(epochs: number) {
    this.left = epochs;
  }

  advance(epochs: number): void {
    this.done += epochs;
    this.left -= epochs;
  }

  /** The run is over: nothing that is left can matter. */
  stop(): void {
    this.provenAfter = this.done;
    this.left = 0;
  }

  /** The state is that of the remembered epoch. */
  repeats(): void {
    this.provenAfter = this.done;
    this.left %= this.done - this.#remembered;
  }

  /** Whether a state has been remembered and the rest is not known yet. */
  get watching(): boolean {
    return this.#remembered > 0 && this.provenAfter === undefined;
  }

  /** Whether the state is to be remembered at this check, counted from 1. */
  remembersAt(check: number): boolean {
    if (this.provenAfter !== undefined || check < this.#rememberNext) return false;
    this.#remembered = this.done;
    this.#rememberNext = 2 * check;
    return true;
  }
}
