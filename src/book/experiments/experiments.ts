/** What a page measures, as the rest of the book is told of it: its sweeps, variants and board. Types alone. */
import type { Fault } from '../faults.ts';
import type { Board } from './board.ts';
import type { Measures } from './readings.ts';
import type { Patch, Training, WrittenTraining } from './training.ts';
import type { Variant } from './variants.ts';

/** Runs of the engine, of a spec; or of a program's own text, where no spec says what it does. */
export type Runs =
  | { kind: 'spec'; training: Training }
  /** Epochs default to the program's own. */
  | { kind: 'program'; file: string; text: string; epochs: number | undefined };

/** Networks trained from seeds 1, 2, ..., each read as a letter. */
export interface Sweep {
  /** Within its page. */
  id: string;
  /** The page's folder under content/: "cases/negative-zero". */
  folder: string;
  group?: string | undefined;
  label?: string | undefined;
  runs: Runs;
  seeds: number;
  reading: string;
}

/** The first seeds of a sweep, under a name of their own. */
export interface FirstOf {
  sweep: Sweep;
  first: number;
}

export interface Experiments {
  folder: string;
  /** Of experiments.yaml, seen from the project's root. */
  file: string;
  /** The spec that is equal to the program as posted, and what each mend does to it. */
  written: WrittenTraining | undefined;
  mends: Readonly<Record<string, Patch>>;
  faults: readonly Fault[];
  /** Those that are listed, and "as-posted" before them. */
  variants: ReadonlyMap<string, Variant>;
  sweeps: ReadonlyMap<string, Sweep>;
  firsts: ReadonlyMap<string, FirstOf>;
  board: (Board & { rows: BoardRow[] }) | undefined;
  /** What is counted of each reading. */
  measures: ReadonlyMap<string, Measures>;
  /** Of a variant's program, as text. */
  textOf(variant: Variant): string;
  /** Of a variant, by its spec. Undefined where it has none. */
  trainingOf(variant: Variant): Training | undefined;
}

/** A row of a fault board, and the sweep that it is read off. */
export interface BoardRow {
  mended: string[];
  sweep: Sweep;
}
