/** What the page asks of a worker in the sandbox, one request at a time, and what a worker answers. */
import type { Failure, PlaneWindow } from './protocol.ts';
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
  /** A Plane: what the network answers over its two inputs, as fine as the time allows. */
  | { kind: 'plane'; window: PlaneWindow; forMs: number }
  /** A Diagnosis. */
  | { kind: 'diagnose' }
  /** Makes ready to train these seeds in turns: { epochs }, how far each is trained; by default the program's own number. */
  | { kind: 'sweep'; program: Transpiled; seeds: number[]; epochs?: number | undefined }
  /** Trains them on for about so long: a SweepStretch. */
  | { kind: 'sweepOn'; forMs: number };

/** What a worker posts on its port: signs of life, and one answer to each request. */
export type Reply =
  | { kind: 'ready' }
  | { kind: 'alive' }
  | { kind: 'answer'; value: unknown }
  | { kind: 'failed'; failure: Failure };
