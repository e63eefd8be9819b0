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

interface Layer {
  /** Each [N][n]. */
  z: number[][];
  a: number[][];
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
  const slopes = layers.map(({ z }) => z.map((units) => units.map(derivative)));
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
    const flat = layers.map(({ z }) => flatShare(z.map((units) => units.map(derivative))));
    // A stack of fewer layers is the lower part of a deeper one: the same draws, in the same order.
    return layers.map(({ a }, l) => fateOf(options.activation, spreadOf(a), flat.slice(0, l + 1)));
  });
}

interface Stack {
  /** Of standard deviation 1. [N][n] */
  inputs: number[][];
  /** Of standard deviation 1 / sqrt(n). */
  layers: Weights[];
  /** [n] */
  output: number[];
}

/** Draws of standard deviation 1, evenly between -sqrt(3) and sqrt(3). */
function createStack(seed: number, depth: number): Stack {
  const random = createRandom(seed);
  const draw = () => (2 * drawUniform(random) - 1) * Math.sqrt(3);
  const inputs = Array.from({ length: sampleCount }, () => Array.from({ length: unitCount }, draw));
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
  let below = stack.inputs.map((sample) => sample.map((input) => input * inputs));
  return stack.layers.map((drawn) => {
    const z = below.map((sample) =>
      sample.map((_, o) => {
        let sum = 0;
        for (let i = 0; i < unitCount; i++) sum += drawn[o * unitCount + i]! * sample[i]!;
        return sum * weights;
      }),
    );
    const a = z.map((units) => units.map(value));
    below = a;
    return { z, a };
  });
}

/** @param slopes f'(z) of each layer. [depth][N][n] */
function backward(stack: Stack, slopes: number[][][], weights: number): number[] {
  const gradient = new Array<number>(slopes.length);
  // dy/da of the layer, for each sample
  let above = slopes[0]!.map(() => stack.output.map((weight) => weight * weights));
  for (let l = slopes.length - 1; l >= 0; l--) {
    const deltas = above.map((sample, k) => sample.map((pull, o) => pull * slopes[l]![k]![o]!));
    gradient[l] = Math.sqrt(meanOf(deltas.flat().map((delta) => delta ** 2)));
    const drawn = stack.layers[l]!;
    above = deltas.map((sample) =>
      sample.map((_, i) => {
        let sum = 0;
        for (let o = 0; o < unitCount; o++) sum += drawn[o * unitCount + i]! * sample[o]!;
        return sum * weights;
      }),
    );
  }
  return gradient;
}

/** The share of the slopes of a layer that pass back hardly anything. @param slopes [N][n] */
function flatShare(slopes: number[][]): number {
  const all = slopes.flat();
  return all.filter((slope) => Math.abs(slope) < flatSlope).length / all.length;
}

function fateOf(activation: StackActivation, signal: number, flat: readonly number[]): Fate {
  if (signal === 0) return 'dead';
  if (signal < fineSignal[0]) return 'vanished';
  if (!(signal <= fineSignal[1])) return 'too-large';
  // ReLU is flat on half its line, and needs to be: there it is the signal that tells.
  const canSaturate = activation === 'tanh' || activation === 'sigmoid';
  return canSaturate && flat.some((share) => share > 0.5) ? 'saturated' : 'fine';
}

/** The root of the mean, over units, of the variance over samples. @param values [N][n] */
function spreadOf(values: number[][]): number {
  const variances = values[0]!.map((_, unit) => {
    const mean = meanOf(values.map((sample) => sample[unit]!));
    return meanOf(values.map((sample) => (sample[unit]! - mean) ** 2));
  });
  return Math.sqrt(meanOf(variances));
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
