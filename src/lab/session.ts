import type { Advance, Diagnosis, Frame, ProgramInfo, Result, SeedResult } from './protocol.ts';

/** Settings of a sweep over a program's text. */
export interface SweepRequest {
  /** The program's TypeScript text. */
  source: string;
  seeds: number[];
  epochs: number;
  /** Called as results come in, in seed order without gaps. */
  onProgress?: (done: SeedResult[], total: number) => void;
  signal?: AbortSignal;
}

/** A program that was loaded, with its network before the first update. */
export interface Loaded {
  info: ProgramInfo;
  frame: Frame;
  /** What the program printed while it was loaded. */
  printed: string[];
}

/** What the page holds while a reader works on one program. */
export interface LabSession {
  /** Loads a program's TypeScript text and creates its network. Replaces what was loaded before. */
  load(source: string, seed: number): Promise<Result<Loaded>>;
  /** Trains for so many updates. */
  advance(updates: number): Promise<Result<Advance>>;
  /** The state after exactly `update` updates of this run, rewound or replayed; the run goes on from there. */
  seek(update: number): Promise<Result<Frame>>;
  /** The same program from another seed, or from the same one again. */
  restart(seed: number): Promise<Result<Frame>>;
  /** Checks gradients and looks for what is wrong in the present state. */
  diagnose(): Promise<Result<Diagnosis>>;
  /** Runs a program over many seeds, in workers of their own; ends with what was done when aborted. */
  sweep(request: SweepRequest): Promise<Result<SeedResult[]>>;
  /**
   * How many epochs a sweep of this program can train each seed so that it ends within about `withinMs` on this machine: a round
   * number, never more than the program's own `epochs`. Found by training for a fraction of a second.
   */
  suggestEpochs(source: string, seedCount: number, withinMs?: number): Promise<Result<number>>;
  /** Ends whatever runs and frees the sandbox. */
  close(): void;
}
