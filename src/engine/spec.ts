/**
 * A spec: everything that decides what a training run does, as plain data that can be cloned, posted to a
 * worker and written as JSON. The same spec and seed give the same bits everywhere.
 *
 * Shapes: `N` samples, `I` inputs of a layer, `O` outputs of a layer. Layers are counted from 0, the first
 * hidden one (or the output, where there is no hidden layer).
 */
import type { ActivationName } from './activations/activation-name.ts';
import type { FaultName } from './faults.ts';

export interface LayerSpec {
  /** O, the number of units. */
  units: number;
  activation: ActivationName;
  /** Slope below zero of leakyRelu. Defaults to 0.01. */
  slope?: number;
  /** Whether the units have biases. Defaults to true. */
  biases?: boolean;
}

/**
 * What is minimised, for one sample with outputs p and targets y. With more outputs than one:
 *
 * - halfSquaredError          1/2 sum (p - y)^2        dLoss/dp = p - y
 * - squaredError              sum (p - y)^2            dLoss/dp = 2 (p - y)
 * - meanSquaredError          1/O sum (p - y)^2        dLoss/dp = 2 (p - y) / O
 * - binaryCrossEntropy        sum softplus(z) - y z    dLoss/dz = p - y       sigmoid output only
 * - categoricalCrossEntropy   log sum exp(z) - y . z   dLoss/dz = p - y       softmax output only
 *
 * The loss of a data set is the sum or the mean over its samples, by `batch`.
 */
export type LossName =
  'halfSquaredError' | 'squaredError' | 'meanSquaredError' | 'binaryCrossEntropy' | 'categoricalCrossEntropy';

export interface DataSet {
  /** [N, I] */
  inputs: number[][];
  /** [N, O] */
  targets: number[][];
}

/**
 * The data set "learn x -> x + 1", drawn from the run's own generator before any parameter:
 * x = floor(below * u), one draw a sample; input x / divisor, target (x + 1) / divisor.
 */
export interface SuccessorData {
  kind: 'successor';
  samples: number;
  below: number;
  /** Defaults to 1. */
  divisor?: number;
}

/** u is one draw, 0 <= u < 1; `normal` takes two draws: sqrt(-2 ln(1 - u1)) cos(2 pi u2). */
export type Initializer =
  | { kind: 'zeros' } // no draw
  | { kind: 'constant'; value: number } // no draw
  | { kind: 'uniform'; low: number; high: number } // low + (high - low) u
  | { kind: 'normal'; deviation: number } // deviation * normal
  | { kind: 'xavier' } // Glorot: uniform between -+sqrt(6 / (I + O))
  | { kind: 'he' }; // sqrt(2 / I) * normal

/**
 * The order in which parameters are drawn; constants take no draw.
 *
 * - unit-by-unit: layer by layer, unit by unit: its bias, then its weights in input order
 * - layer-by-layer: layer by layer: its weights input by input (NumPy's row-major [I, O]), then its biases
 *   (where the fault bias-added-to-weights makes them a second set of weights: input by input too)
 * - biases-then-weights: the biases of all layers, then the weights of all layers, input by input
 */
export type DrawOrder = 'unit-by-unit' | 'layer-by-layer' | 'biases-then-weights';

export type Initial =
  | { order: DrawOrder; weights: Initializer; biases: Initializer }
  /** All parameters as they lie in memory: layer by layer, weights [O, I] row-major, then biases [O]. */
  | { parameters: number[] };

export type Optimizer =
  | { kind: 'sgd'; learningRate: number }
  /** v = momentum v + g; w = w - learningRate v. Momentum defaults to 0.9. */
  | { kind: 'momentum'; learningRate: number; momentum?: number }
  /** Kingma & Ba 2015. Defaults: beta1 0.9, beta2 0.999, epsilon 1e-8. */
  | { kind: 'adam'; learningRate: number; beta1?: number; beta2?: number; epsilon?: number };

/**
 * What one update sees: one sample, or the whole data set with gradients summed or averaged.
 * Full-batch gradients start at 0 and are added up sample by sample; the mean divides the sum by N.
 */
export type Batch = 'sample' | 'sum' | 'mean';

/** Which sample is next. Full batches go through the same order. */
export type Sampling =
  /**
   * The samples of `order`, again and again. Defaults to 0, 1, ... N - 1. An epoch is as many updates as the order
   * has samples: one pass, unless each sample has several updates in a row before the next one comes (`repeat`,
   * which defaults to 1).
   */
  | { kind: 'in-order'; order?: number[]; repeat?: number }
  /** Sample floor(N u), one draw an update, going on with the generator that drew the parameters. */
  | { kind: 'random' };

/** Two choices that are equal on paper and differ in the last bits. */
export interface Arithmetic {
  /** z = b + w1 x1 + w2 x2 ... ('first', the default) or (0 + w1 x1 + w2 x2 ...) + b ('last', NumPy's x @ W + b). */
  bias?: 'first' | 'last';
  /**
   * The step of a weight: (rate * delta) * input ('first') or rate * (delta * input) ('last').
   * 'first' is the default, and possible only, for plain sgd by sample without weight decay.
   */
  rate?: 'first' | 'last';
}

export interface Fault {
  name: FaultName;
  /** The layers it is applied to. Defaults to all. */
  layers?: number[];
}

export interface Spec {
  data: DataSet | SuccessorData;
  /** From the first hidden layer to the output. */
  layers: LayerSpec[];
  loss: LossName;
  initial: Initial;
  optimizer: Optimizer;
  batch: Batch;
  /** Defaults to `{ kind: 'in-order' }`. */
  sampling?: Sampling;
  /** Adds weightDecay * w to the gradient of every weight (not of biases), once an update. Defaults to 0. */
  weightDecay?: number;
  arithmetic?: Arithmetic;
  /** Defaults to none. */
  faults?: Fault[];
}
