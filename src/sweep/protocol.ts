/**
 * What a sweep and its workers say to each other. A job is a block of seeds of one spec. Runs travel
 * packed into typed arrays: forty thousand small objects would cost the page a visible pause to receive.
 */
import type { Spec } from '../engine/index.ts';

export interface Job {
  id: number;
  spec: Spec;
  seeds: number[];
  /** How long to train each network, in epochs. */
  epochs: number;
}

/** The runs of a job, in the order of its seeds. `R` runs, `N` samples, `O` outputs. */
export interface PackedRuns {
  /** [R]: index into `outcomeKinds`. */
  outcomes: Uint8Array;
  /** [R]: how many outputs are right, of a run that ended `partly`. */
  right: Uint32Array;
  /** [R]: the updates after which the rest was known. */
  updates: Float64Array;
  /** [R, N, O] */
  outputs: Float64Array;
}

export type ToWorker =
  /** First of all: the compiled kernel, or none, and then everything runs on the engine. */
  | { kind: 'start'; kernel: WebAssembly.Module | undefined }
  | { kind: 'job'; job: Job }
  | { kind: 'cancel'; id: number };

export type FromWorker =
  | { kind: 'progress'; id: number; finished: number }
  | { kind: 'done'; id: number; runs: PackedRuns }
  | { kind: 'failed'; id: number; message: string }
  | { kind: 'cancelled'; id: number };
