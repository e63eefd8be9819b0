/** What the page asks of a worker in the sandbox, one request at a time, and what a worker answers. */
import type { Failure } from './protocol.ts';
import type { Transpiled } from './transpile.ts';

export type Request =
  /** Answered by the worker that transpiles, with a Transpiled. */
  | { kind: 'transpile'; source: string }
  /** Evaluates a program, checks its contract and creates its network: { info, frame, printed }. */
  | { kind: 'load'; program: Transpiled; seed: number }
  /** Trains on: an Advance. */
  | { kind: 'advance'; updates: number }
  /** A Frame. */
  | { kind: 'seek'; update: number }
  /** A Frame. */
  | { kind: 'restart'; seed: number }
  /** A Diagnosis. */
  | { kind: 'diagnose' }
  /** Evaluates a program for seeds to come: an empty answer. */
  | { kind: 'prepare'; program: Transpiled }
  /** Trains one seed from its start: a SeedResult. */
  | { kind: 'train'; seed: number; epochs: number }
  /** Trains one seed for so long and counts: { updates, elapsedMs, updatesPerEpoch, epochs }. */
  | { kind: 'measure'; seed: number; forMs: number };

/** What a worker posts on its port: signs of life, and one answer to each request. */
export type Reply =
  | { kind: 'ready' }
  | { kind: 'alive' }
  | { kind: 'answer'; value: unknown }
  | { kind: 'failed'; failure: Failure };

/** What `measure` answers. */
export interface Measurement {
  updates: number;
  elapsedMs: number;
  updatesPerEpoch: number;
  epochs: number;
}
