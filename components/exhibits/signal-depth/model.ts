/**
 * What becomes of a signal on its way through a stack of equal layers, before any training: whether samples that differ at
 * the bottom still differ at the top, and how much of the output's dependence on a unit comes back down.
 *
 * A layer has n units; its weights are drawn evenly with mean 0 and a standard deviation of `weights` / sqrt(n), its biases are 0. The
 * signal is the part of the activations that differs from sample to sample: what is the same for all of them tells nothing.
 */
import { type ActivationName, activationOf, createRandom, drawUniform } from '../../../src/engine/index.ts';

/** Activations that a stack can have: those with a slope that depends on z alone. */
export const stackActivations = [
  'tanh',
  'sigmoid',
  'relu',
  'leakyRelu',
  'identity',
] as const satisfies readonly ActivationName[];
export type StackActivation = (typeof stackActivations)[number];

/** What became of the signal at the top. */
export type Fate = 'fine' | 'vanished' | 'dead' | 'saturated' | 'too-large';

export interface SignalDepthOptions {
  activation: StackActivation;
  /** The standard deviation of a weight, times sqrt(n). */
  weights: number;
  /** The standard deviation of the inputs. */
  inputs: number;
  /** The number of layers. */
  depth: number;
  seed: number;
}

export interface SignalDepthModel {
  /** Of the inputs and of each layer: the root of the mean, over units, of the variance over samples. [depth + 1] */
  signal: number[];
  /**
   * For each layer, how strongly the output hangs on its pre-activations: the root of the mean of (dy/dz)^2 over samples and
   * units, for an output that sums the top layer with weights drawn likewise. [depth]
   */
  gradient: number[];
  /** The share of pre-activations of each layer at which the slope is below a twentieth. [depth] */
  flat: number[];
  fate: Fate;
}

/** n: units in a layer, and inputs. */
const unitCount = 16;
const sampleCount = 16;
/** Of leaky ReLU below 0. */
export const leakySlope = 0.1;
/** A slope below this passes hardly anything back. */
const flatSlope = 0.05;
/** A signal between these is one that a network can be trained on. */
export const fineSignal: readonly [low: number, high: number] = [0.05, 20];

/** [O, I], row-major, drawn evenly with this standard deviation. */
type Weights = Float64Array;

/** [N, n], row-major: of each sample, each unit. */
type Units = Float64Array;

interface Layer {
  z: Units;
  a: Units;
}

/** @throws if an option is out of its range. */
export function createSignalDepth(options: SignalDepthOptions): SignalDepthModel {
  const { activation, weights, inputs, depth, seed } = options;
  if (!(weights > 0) || !(inputs > 0) || !Number.isInteger(depth) || depth < 1) {
    throw new Error(
      `createSignalDepth: weights ${weights}, inputs ${inputs}, depth ${depth}; expected two positive numbers and a whole one`,
    );
  }
  const stack = createStack(seed, depth);
  const layers = forward(options, stack);
  const { derivative } = activationOf(activation, leakySlope);
  const slopes = layers.map(({ z }) => z.map(derivative));
  const signal = [spreadOf(stack.inputs) * inputs, ...layers.map(({ a }) => spreadOf(a))];
  const flat = slopes.map(flatShare);
  return {
    signal,
    gradient: backward(stack, slopes, weights),
    flat,
    fate: fateOf(activation, signal.at(-1)!, flat),
  };
}

/** The fates of stacks of every depth up to the largest, for weights of several sizes. [weights][depth - 1] */
export function fatesOfStacks(
  options: Omit<SignalDepthOptions, 'weights' | 'depth'>,
  weightSizes: readonly number[],
  largestDepth: number,
): Fate[][] {
  const stack = createStack(options.seed, largestDepth);
  const { derivative } = activationOf(options.activation, leakySlope);
  return weightSizes.map((weights) => {
    const layers = forward({ ...options, weights }, stack);
    const flat = layers.map(({ z }) => flatShare(z.map(derivative)));
    // A stack of fewer layers is the lower part of a deeper one: the same draws, in the same order.
    return layers.map(({ a }, l) => fateOf(options.activation, spreadOf(a), flat.slice(0, l + 1)));
  });
}

interface Stack {
  /** Of standard deviation 1. */
  inputs: Units;
  /** Of standard deviation 1 / sqrt(n). */
  layers: Weights[];
  /** [n] */
  output: number[];
}

/** Draws of standard deviation 1, evenly between -sqrt(3) and sqrt(3). */
function createStack(seed: number, depth: number): Stack {
  const random = createRandom(seed);
  const draw = () => (2 * drawUniform(random) - 1) * Math.sqrt(3);
  const inputs = Float64Array.from({ length: sampleCount * unitCount }, draw);
  const output = Array.from({ length: unitCount }, () => draw() / Math.sqrt(unitCount));
  const layers = Array.from({ length: depth }, () =>
    Float64Array.from({ length: unitCount ** 2 }, () => draw() / Math.sqrt(unitCount)),
  );
  return { inputs, layers, output };
}

function forward(
  { activation, weights, inputs }: Omit<SignalDepthOptions, 'depth' | 'seed'>,
  stack: Stack,
): Layer[] {
  const { value } = activationOf(activation, leakySlope);
  let below = stack.inputs.map((input) => input * inputs);
  return stack.layers.map((drawn) => {
    const z = new Float64Array(below.length);
    for (let k = 0; k < sampleCount; k++) {
      for (let o = 0; o < unitCount; o++) {
        let sum = 0;
        for (let i = 0; i < unitCount; i++) sum += drawn[o * unitCount + i]! * below[k * unitCount + i]!;
        z[k * unitCount + o] = sum * weights;
      }
    }
    const a = z.map(value);
    below = a;
    return { z, a };
  });
}

/** @param slopes f'(z) of each layer. [depth] */
function backward(stack: Stack, slopes: Units[], weights: number): number[] {
  const gradient = new Array<number>(slopes.length);
  // dy/da of the layer, for each sample
  let above = slopes[0]!.map((_, j) => stack.output[j % unitCount]! * weights);
  for (let l = slopes.length - 1; l >= 0; l--) {
    const deltas = above.map((pull, j) => pull * slopes[l]![j]!);
    gradient[l] = Math.sqrt(meanOf(deltas.map((delta) => delta ** 2)));
    const drawn = stack.layers[l]!;
    above = new Float64Array(deltas.length);
    for (let k = 0; k < sampleCount; k++) {
      for (let i = 0; i < unitCount; i++) {
        let sum = 0;
        for (let o = 0; o < unitCount; o++) sum += drawn[o * unitCount + i]! * deltas[k * unitCount + o]!;
        above[k * unitCount + i] = sum * weights;
      }
    }
  }
  return gradient;
}

/** The share of the slopes of a layer that pass back hardly anything. */
function flatShare(slopes: Units): number {
  return slopes.filter((slope) => Math.abs(slope) < flatSlope).length / slopes.length;
}

function fateOf(activation: StackActivation, signal: number, flat: readonly number[]): Fate {
  if (signal === 0) return 'dead';
  if (signal < fineSignal[0]) return 'vanished';
  if (!(signal <= fineSignal[1])) return 'too-large';
  // ReLU is flat on half its line, and needs to be: there it is the signal that tells.
  const canSaturate = activation === 'tanh' || activation === 'sigmoid';
  return canSaturate && flat.some((share) => share > 0.5) ? 'saturated' : 'fine';
}

/** The root of the mean, over units, of the variance over samples. */
function spreadOf(values: Units): number {
  let total = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    let sum = 0;
    for (let k = 0; k < sampleCount; k++) sum += values[k * unitCount + unit]!;
    const mean = sum / sampleCount;
    let squares = 0;
    for (let k = 0; k < sampleCount; k++) squares += (values[k * unitCount + unit]! - mean) ** 2;
    total += squares / sampleCount;
  }
  return Math.sqrt(total / unitCount);
}

const meanOf = (values: Units) => values.reduce((sum, value) => sum + value, 0) / values.length;
