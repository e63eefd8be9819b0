import type {
  Advance,
  Diagnosis,
  Frame,
  Plane,
  PlaneWindow,
  ProgramInfo,
  Result,
  SeedReading,
} from './protocol.ts';

/** How a sweep stands. */
export interface SweepProgress {
  /** The latest reading of each seed that has one, in the order of the seeds. */
  latest: SeedReading[];
  /** What has been read since the last call. */
  news: SeedReading[];
  /** How far each seed is to be trained. */
  epochs: number;
  /** The part of all epochs of all seeds that is done, from 0 to 1; a run at rest has no more to do. */
  part: number;
  /** How many updates all workers have made. */
  updates: number;
  /** How long the rest takes at most, once every worker knows its pace. */
  leftMs: number | undefined;
}

/** Settings of a sweep over a program's text. */
export interface SweepRequest {
  /** The program's TypeScript text. */
  source: string;
  seeds: number[];
  /** Defaults to the program's own number. */
  epochs?: number | undefined;
  /** Called as readings come in, several times a second. */
  onProgress?: (progress: SweepProgress) => void;
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
  /** What the network answers over its two inputs as it stands, as fine as the time allows. */
  plane(window: PlaneWindow, forMs: number): Promise<Result<Plane>>;
  /** Checks gradients and looks for what is wrong in the present state. */
  diagnose(): Promise<Result<Diagnosis>>;
  /** Runs a program over many seeds, in workers of their own; ends with what was done when aborted. */
  sweep(request: SweepRequest): Promise<Result<SeedReading[]>>;
  /** Ends whatever runs and frees the sandbox. */
  close(): void;
}
