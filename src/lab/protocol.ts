/**
 * What the page and the sandbox say to each other: plain data only.
 *
 * Everything that comes out of the sandbox was made by code a reader typed, or that came in a link.
 * The page checks its shape before it uses it.
 */

import type { Outcome } from '../engine/outcome.ts';
import type { Said } from '../words/say-finding.ts';
import type { DataSet } from './program.ts';

/** Why a program could not be loaded, or stopped. */
export interface Failure {
  kind:
    | 'syntax' // the text is not TypeScript
    | 'contract' // it runs, but an export is missing or has the wrong shape
    | 'exception' // it threw
    | 'timeout' // no sign of life for two seconds
    | 'memory' // it used up its memory
    | 'flood' // it printed without end
    | 'stopped'; // the run was closed or replaced before it answered, or nothing is loaded
  /** In plain words: what happened and what to do. */
  message: string;
  /** Code to write into the program, where something is missing. */
  paste?: string;
  /** 1-based line of the program's text, where known. */
  line?: number;
  /** 1-based column, where known. */
  column?: number;
  /** Updates done when it happened, where it happened in an update. */
  update?: number;
  /** What the program printed since the last answer. */
  printed?: string[];
}

export type Result<T> = { kind: 'ok'; value: T } | { kind: 'failed'; failure: Failure };

/** What a loaded program says of itself. */
export interface ProgramInfo {
  /** Nothing where the program does not export it. */
  learningRate?: number;
  epochs: number;
  updatesPerEpoch: number;
  /** [N, I] */
  inputs: number[][];
  /** [N, O] */
  targets: number[][];
  /** Units a layer, inputs first: [2, 4, 1]; of a program that shows no layers, inputs and outputs. */
  widths: number[];
}

/** The state of one layer at one moment. */
export interface LayerFrame {
  /** [O, I] */
  weights: number[][];
  /** [O] */
  biases: number[];
  /** [N, O]: each unit's activation on each sample. */
  activations: number[][];
}

/** The state of a run after `update` updates. */
export interface Frame {
  seed: number;
  /** Updates done so far. */
  update: number;
  /** [N, O] */
  outputs: number[][];
  /** Mean over samples and outputs of the squared error. */
  meanSquaredError: number;
  /** Empty where the program shows none. */
  layers: LayerFrame[];
  /** The data set of this seed: after a restart of a program whose data depend on the seed. */
  data?: DataSet;
}

/**
 * A stretch of the loss curve: the error after each recorded update. Up to update 512 every update is recorded, then some 256
 * in each doubling, and always the first and the last of a stretch. An update is told once, also when the run goes back.
 */
export interface LossPoints {
  updates: number[];
  meanSquaredErrors: number[];
}

/** A rectangle over a program's two inputs. */
export interface PlaneWindow {
  x: [low: number, high: number];
  y: [low: number, high: number];
}

/** A program's outputs over such a rectangle, after `update` updates. */
export interface Plane {
  update: number;
  /** Cells in each direction; 0 where one answer takes too long for a picture of many. */
  size: number;
  /** [size * size, O]: at the middles of cells, row by row from the lowest of the second input up. */
  outputs: Float64Array;
  /** Whether the weights that `layers` shows meet the inputs as they are, so that the lines they make are true. */
  hasLines: boolean;
}

/** What came of advancing a run. */
export interface Advance {
  frame: Frame;
  loss: LossPoints;
  /** What the program printed since the last answer. */
  printed: string[];
  /** The update at which a parameter or an output first was not finite, where that happened. */
  nonFiniteAt?: number;
}

export interface SeedResult {
  seed: number;
  outcome: Outcome;
  /** [N, O] */
  outputs: number[][];
  /** The data set of this seed, of a program whose data depend on it. */
  data?: DataSet;
  /** What went wrong with this seed; then the outcome says nothing and there are no outputs. */
  failure?: Failure;
}

/** A seed's result on its way: how it stands after so many epochs. */
export interface SeedReading extends SeedResult {
  epochs: number;
  /** The run has come to rest: it stays as it is for all epochs to come. */
  settled?: true;
}

/** What a worker has found in a while. */
export interface SweepStretch {
  readings: SeedReading[];
  /** Whether all its seeds are trained to their end. */
  done: boolean;
  /** How many updates it has made since it was asked for the sweep. */
  updates: number;
  /** How long the rest takes at most, once it is known how fast it goes; a run at rest ends early. */
  leftMs?: number;
}

/** The gradient check of one layer, or of some lists of numbers of a network without `layers`: the update against differences. */
export interface LayerGradient {
  layer?: number;
  /** Places in the diagnosis' `arrays`. */
  parameters?: number[];
  /** Largest relative error over its parameters, kinks left out; in the present state and a few others. */
  relativeError: number;
  /**
   * Norm of the gradients that the updates of an epoch follow from the present state, and of the true ones. Not a
   * number where the present state is not finite.
   */
  followedNorm: number;
  trueNorm: number;
}

/** One finding of the diagnosis: data, which words/findings.ts says. */
export interface Finding extends Said {
  severity: 'fine' | 'note' | 'problem';
}

export interface Diagnosis {
  update: number;
  gradients: LayerGradient[];
  findings: Finding[];
  /** The names of the network's lists of numbers, such as "hidden.weights". */
  arrays: string[];
}
