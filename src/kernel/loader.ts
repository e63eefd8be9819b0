import type { Run } from '../engine/run.ts';

/** One of the kernel's two paths: how a spec is laid out in its memory and trained. */
export interface Loader {
  readonly lanes: number;
  /** Puts what a run has besides its parameters into a lane. */
  load(lane: number, run: Run): void;
  train(epochs: number): void;
  /** The next update is the first of all lanes. */
  restart(): void;
}
