/**
 * Dense networks as programs, written by hand once with a hook at every place where a program can go wrong: the ground truth of
 * the diagnosis. Without hooks it is right by the formulas: z = b + W a, delta = (W' delta) f'(z), dL/dw = delta a.
 */
import type { DataSet, Program } from '../../../src/lab/program.ts';

export type ActivationName = 'identity' | 'relu' | 'leaky' | 'tanh' | 'sigmoid' | 'softplus';

interface Activation {
  value: (z: number) => number;
  slope: (z: number) => number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const activations: Record<ActivationName, Activation> = {
  identity: { value: (z) => z, slope: () => 1 },
  relu: { value: (z) => (z > 0 ? z : 0), slope: (z) => (z > 0 ? 1 : 0) },
  leaky: { value: (z) => (z > 0 ? z : 0.1 * z), slope: (z) => (z > 0 ? 1 : 0.1) },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { value: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)) },
  softplus: { value: (z) => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0), slope: sigmoid },
};

export interface DenseNetwork {
  weights: number[][][];
  biases: number[][];
  activations: number[][];
  velocity: { weights: number[][][]; biases: number[][] };
  updates: number;
  /** The order of the samples, where a program shuffles them. */
  order?: number[];
}

export interface DenseOptions {
  data: DataSet;
  /** Units of the hidden layers. */
  hidden: number[];
  activation: ActivationName;
  output: ActivationName;
  /** What the delta at the output is made of: the squared error's, or the cross-entropy's with a sigmoid. */
  loss?: 'half' | 'squared' | 'cross-entropy';
  batch?: 'sample' | 'sum' | 'mean';
  momentum?: number;
  decay?: number;
  rate: number;
  epochs?: number;
  biases?: boolean;
  /** The first weight of a unit with so many inputs. Defaults to uniform, ±√(3 / inputs). */
  start?: (random: () => number, inputCount: number, layer: number) => number;
  startBias?: (random: () => number) => number;
  /** Which sample the k-th update takes. Defaults to the k-th. */
  order?: (k: number) => number;
  updatesPerEpoch?: number;
  /** Which samples the k-th update takes, where it is neither one nor all. */
  take?: (k: number, network: DenseNetwork) => number[];
  /** Places where a program goes wrong. */
  faults?: {
    /** What is taken for the slope. */
    slope?: (z: number, a: number, layer: number, f: Activation) => number;
    /** What a weight's delta is multiplied with. */
    times?: (input: number, own: number, weight: number, layer: number) => number;
    /** The error at the output. */
    error?: (y: number, t: number, meanTarget: number) => number;
    /** What a unit of the layer above passes back. */
    back?: (delta: number, error: number, value: number, layer: number) => number;
    bias?: (delta: number, all: number[], layer: number) => number;
    /** What becomes of a weight. */
    step?: (weight: number, step: number, layer: number) => number;
    stepBias?: (bias: number, step: number, layer: number) => number;
    /** What is handed on from a layer, of its sums and activations. */
    handOn?: (z: number, a: number, layer: number) => number;
    /** The gradients of an update are added to those of all before. */
    neverReset?: boolean;
  };
}

export function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const xor: DataSet = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};

export function denseProgram(options: DenseOptions): Program<DenseNetwork> {
  const { data, rate, loss = 'half', batch = 'sample', momentum = 0, decay = 0, faults = {} } = options;
  const hasBiases = options.biases ?? true;
  const widths = [data.inputs[0]!.length, ...options.hidden, data.targets[0]!.length];
  const last = widths.length - 2;
  const activationOf = (layer: number): Activation =>
    activations[layer === last ? options.output : options.activation];
  const means = data.targets[0]!.map(
    (_, o) => data.targets.reduce((sum, row) => sum + row[o]!, 0) / data.targets.length,
  );
  const zeros = () => ({
    weights: widths.slice(1).map((count, l) => table(count, widths[l]!, () => 0)),
    biases: widths.slice(1).map((count) => Array.from({ length: count }, () => 0)),
  });
  const start = options.start ?? ((random, count) => (2 * random() - 1) * Math.sqrt(3 / count));

  function forward(network: DenseNetwork, input: readonly number[]) {
    const sums: number[][] = [];
    const handed: number[][] = [[...input]];
    for (let l = 0; l <= last; l++) {
      const f = activationOf(l);
      const z = network.weights[l]!.map((row, o) =>
        row.reduce((sum, weight, i) => sum + weight * handed[l]![i]!, network.biases[l]?.[o] ?? 0),
      );
      sums.push(z);
      network.activations[l] = z.map(f.value);
      handed.push(
        z.map(
          (one, o) => faults.handOn?.(one, network.activations[l]![o]!, l) ?? network.activations[l]![o]!,
        ),
      );
    }
    return { sums, handed, outputs: handed[last + 1]! };
  }

  function addGradient(network: DenseNetwork, n: number, gradient: DenseNetwork['velocity']): void {
    const { sums, handed, outputs } = forward(network, data.inputs[n]!);
    let errors = outputs.map((y, o) => {
      const t = data.targets[n]![o]!;
      const error = faults.error?.(y, t, means[o]!) ?? y - t;
      return loss === 'squared' ? 2 * error : error;
    });
    for (let l = last; l >= 0; l--) {
      const f = activationOf(l);
      const own = network.activations[l]!;
      const deltas = errors.map((error, o) => {
        if (l === last && loss === 'cross-entropy') return error;
        return error * (faults.slope?.(sums[l]![o]!, own[o]!, l, f) ?? f.slope(sums[l]![o]!));
      });
      const passed = deltas.map((delta, o) => faults.back?.(delta, errors[o]!, own[o]!, l) ?? delta);
      const below = handed[l]!;
      errors = below.map((_, i) =>
        network.weights[l]!.reduce((sum, row, o) => sum + row[i]! * passed[o]!, 0),
      );
      deltas.forEach((delta, o) => {
        gradient.biases[l]![o]! += faults.bias?.(delta, deltas, l) ?? delta;
        below.forEach((input, i) => {
          const times = faults.times?.(input, own[o]!, network.weights[l]![o]![i]!, l) ?? input;
          gradient.weights[l]![o]![i]! += delta * times;
        });
      });
    }
  }

  return {
    data,
    learningRate: rate,
    epochs: options.epochs ?? 1_000,
    updatesPerEpoch: options.updatesPerEpoch ?? (batch === 'sample' ? data.inputs.length : 1),
    create(seed) {
      const random = randomNumbers(seed);
      const blank = zeros();
      return {
        weights: blank.weights.map((rows, l) =>
          rows.map((row) => row.map(() => start(random, row.length, l))),
        ),
        biases: hasBiases
          ? blank.biases.map((row) => row.map(() => options.startBias?.(random) ?? (2 * random() - 1) / 4))
          : [],
        activations: zeros().biases,
        velocity: zeros(),
        updates: 0,
      };
    },
    update(network, k) {
      const gradient = faults.neverReset ? network.velocity : zeros();
      const samples =
        options.take?.(k, network) ??
        (batch === 'sample' ? [options.order?.(k) ?? k] : data.inputs.map((_, n) => n));
      for (const n of samples) addGradient(network, n, gradient);
      const share = batch === 'mean' ? 1 / samples.length : 1;
      const plain = (value: number, step: number): number => value - step;
      for (let l = 0; l <= last; l++) {
        const step = faults.step ?? plain;
        network.weights[l]!.forEach((row, o) =>
          row.forEach((weight, i) => {
            let g = gradient.weights[l]![o]![i]! * share + decay * weight;
            if (momentum > 0)
              g = network.velocity.weights[l]![o]![i] = momentum * network.velocity.weights[l]![o]![i]! + g;
            row[i] = step(weight, rate * g, l);
          }),
        );
        if (!hasBiases) continue;
        network.biases[l]!.forEach((bias, o) => {
          let g = gradient.biases[l]![o]! * share;
          if (momentum > 0)
            g = network.velocity.biases[l]![o] = momentum * network.velocity.biases[l]![o]! + g;
          network.biases[l]![o] = (faults.stepBias ?? faults.step ?? plain)(bias, rate * g, l);
        });
      }
      network.updates++;
    },
    predict: (network, input) => [...forward(network, input).outputs],
    layers: ({ weights, biases, activations: own }) =>
      weights.map((rows, l) => ({
        weights: rows,
        biases: biases[l] ?? rows.map(() => 0),
        activations: own[l]!,
      })),
  };
}

function table(rows: number, columns: number, value: () => number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, value));
}
