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

/** What the page holds while a reader works on one program. */
export interface LabSession {
  /** Loads a program's TypeScript text and creates its network. Replaces what was loaded before. */
  load(source: string, seed: number): Promise<Result<{ info: ProgramInfo; frame: Frame }>>;
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
  /** Ends whatever runs and frees the sandbox. */
  close(): void;
}
