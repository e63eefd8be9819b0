import type { SweepKey } from './sweeps.ts';

/** A share of the seeds of a sweep. Its value is from 0 to 1. */
export interface ShareFact {
  kind: 'share';
  id: string;
  sweep: SweepKey;
  /** Only the first so many seeds of the sweep. Defaults to all. */
  first?: number;
  /** The letters of the runs that count; see letters.ts. */
  count: string;
  /** The letters of the runs that it is a share of. Defaults to all. */
  among?: string;
  /** How it is measured, in words, without the number of runs. */
  how: string;
}

/** So many of so many: a share over seeds, or over what else is counted. */
export interface Count {
  found: number;
  among: number;
}

/** A number, or a share, that is computed at once. */
export interface NumberFact {
  kind: 'number';
  id: string;
  compute(): number | Count;
  how: string;
  /** The number as prose shows it. */
  text(value: number): string;
}

export type Fact = ShareFact | NumberFact;

/** A fact with its number. */
export interface FactResult {
  id: string;
  value: number;
  /** For shares over seeds: how many, and the ends of the 95% interval. */
  runs?: number;
  low?: number;
  high?: number;
  how: string;
}
