/** What a page's facts.ts is made of. It imports these types as '#facts', and everything else is handed in. */
import type * as engine from '../../engine/index.ts';
import type { Outcome } from '../../engine/index.ts';
import type { Thing } from '../../words/counts.ts';
import type { Training } from '../experiments/training.ts';

/** What a reading makes its letter of. */
export interface EndOfRun {
  outcome: Outcome['kind'];
  /** How many outputs a sample has: O. */
  outputCount: number;
  /** The outputs for the samples, row by row. [N, O] */
  outputs: ArrayLike<number>;
  /** The first inputs of the samples. [N] */
  inputs: ArrayLike<number>;
  /** The targets of the samples, row by row. [N, O] */
  targets: ArrayLike<number>;
}

/** Gives each run one letter. */
export type Reading = (end: EndOfRun) => string;

/** The readings of a page, by the names that its experiments.yaml has for them. */
export type Readings = Readonly<Record<string, Reading>>;

/** So many of so many: a share over seeds, or over what else is counted. */
export interface Count {
  found: number;
  among: number;
  /** Whether it is the best of several: an interval that ignores the choice would be too narrow, so none is given. */
  isChosen?: boolean;
}

/** A number that is computed at once. */
export interface WrittenFact {
  value(): number | Count;
  /** The number as prose shows it. Defaults to a percentage for a count, else to every digit. */
  say?: (value: number) => string;
  /**
   * What a count counts, where it is not seeds. Several of one run are not independent of each other, so no interval is given.
   * Defaults to seeds.
   */
  counted?: Thing;
  /** How it is computed, in words. */
  how: string;
  /** Whether it is an exercise's answer, which no public page may show. Defaults to false. */
  hidden?: boolean;
}

export interface FactTools {
  engine: typeof engine;
  /**
   * A training of the page: a variant or a sweep by its id, "as-posted" by default; or of another page:
   * "cases/<id>#<variant>".
   */
  training(id?: string): Training;
  /** The training of the page's program with some of its faults mended. */
  mended(faults: readonly string[]): Training;
  /** The letters of a sweep that was measured, in the order of its seeds from 1. */
  letters(sweep: string): string;
  /** For how many of the seeds 1 to `count` something holds, among those for which it is not undefined. */
  countSeeds(count: number, holds: (seed: number) => boolean | undefined): Count;
  /** The best of some sweeps: how many of its runs have one of these letters. */
  bestOf(sweeps: readonly string[], letters: string): Count;
  /** A function that computes once what it is asked for again and again. */
  once<T>(compute: () => T): () => T;
  say: {
    /** To so many significant digits. */
    digits(count: number): (value: number) => string;
    /** With so many digits after the point. */
    fixed(count: number): (value: number) => string;
    /** As a power of ten, with so many significant digits. */
    power(count: number): (value: number) => string;
    /** A share as a percentage. */
    percent(value: number): string;
  };
}

/** The facts of a page, by the part of their ids that follows the page's. */
export type Facts = (tools: FactTools) => Readonly<Record<string, WrittenFact>>;
