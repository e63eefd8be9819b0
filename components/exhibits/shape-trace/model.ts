/**
 * One ReLU layer of a 2-3-1 network on XOR, its backward pass with every matrix and its shape:
 *
 *     z = x W + b               [N, 3] = [N, 2] [2, 3] + [3]
 *     g = G * (z > 0)           [N, 3], G the gradient that arrives from the layer above
 *     dW = x^T g                [2, 3] = [2, N] [N, 3]
 *     db = sum of g over the samples, axis 0: [3], one number for each bias
 *
 * A sum over everything is a single number. Broadcasting subtracts it from all three biases, without a complaint:
 * biases that start alike stay alike, max(b) - min(b) = 0, for ever.
 *
 * The output is linear and the loss the squared error, so that G = 2 (p - y) V^T, with V the output's weights.
 */
import { combine, type Matrix, multiply, transpose } from './matrix.ts';

/** Over what the bias gradient is summed: the axis that NumPy's sum is given. */
export type SumOver = 'samples' | 'units' | 'everything';

export interface ShapeTraceOptions {
  /** N, the samples in a batch: the first of 11, 10, 01, 00. */
  batch: 1 | 2 | 4;
  sumOver: SumOver;
  /** Defaults to 0.125, which binary arithmetic holds exactly. */
  learningRate?: number;
}

export interface NamedMatrix {
  name: 'x' | 'z' | 'G' | 'g' | 'dW' | 'db';
  /** How it is computed, in NumPy; absent where it is given from outside. */
  formula?: string;
  shape: string;
  values: Matrix;
}

/** What comes of subtracting eta db from b. */
export type BiasUpdate =
  | { kind: 'matches' } // one number for each bias
  | { kind: 'broadcast'; value: number } // one number for all biases
  | { kind: 'refused'; message: string }; // the shapes do not fit, and NumPy stops with this message

export interface ShapeTraceModel {
  readonly options: Required<ShapeTraceOptions>;
  /** The matrices of the pass on the present weights, in the order in which they are computed. */
  readonly trace: NamedMatrix[];
  readonly biasUpdate: BiasUpdate;
  /** The biases before the first step and after each. [3] */
  readonly biases: number[][];
  /** Trains both layers for so many steps; does nothing where the update is refused. */
  step(steps: number): void;
}

const inputs: Matrix = [
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0],
];
const targets: Matrix = [[0], [1], [1], [0]];

export function createShapeTrace(options: ShapeTraceOptions): ShapeTraceModel {
  const { batch, sumOver, learningRate = 0.125 } = options;
  const x = inputs.slice(0, batch);
  const y = targets.slice(0, batch);
  let weights: Matrix = [
    [1, -1, 0.5],
    [0.5, 1, -1],
  ];
  let bias = [0.5, 0.5, 0.5];
  let outputWeights: Matrix = [[1], [-0.5], [0.75]];
  let outputBias = 0.25;
  const biases = [bias];

  const pass = () => {
    const z = combine(multiply(x, weights), [bias], (product, b) => product + b);
    const a = z.map((row) => row.map((value) => (value > 0 ? value : 0)));
    const p = combine(multiply(a, outputWeights), [[outputBias]], (product, b) => product + b);
    const outputGradient = combine(p, y, (output, target) => 2 * (output - target));
    const arriving = multiply(outputGradient, transpose(outputWeights));
    const gated = combine(arriving, z, (gradient, value) => (value > 0 ? gradient : 0));
    return {
      z,
      a,
      outputGradient,
      arriving,
      gated,
      dW: multiply(transpose(x), gated),
      db: sum(gated, sumOver),
    };
  };

  return {
    options: { batch, sumOver, learningRate },
    get trace() {
      const { z, arriving, gated, dW, db } = pass();
      const dbFormula = { samples: 'g.sum(axis=0)', units: 'g.sum(axis=1)', everything: 'g.sum()' }[sumOver];
      return [
        named('x', undefined, x),
        named('z', 'x W + b', z),
        named('G', undefined, arriving),
        named('g', 'G * (z > 0)', gated),
        named('dW', 'xᵀ g', dW),
        { ...named('db', dbFormula, [db]), shape: sumOver === 'everything' ? '()' : `(${db.length},)` },
      ];
    },
    get biasUpdate() {
      return biasUpdateOf(sum(pass().gated, sumOver), bias.length, sumOver);
    },
    biases,
    step(steps) {
      for (let i = 0; i < steps; i++) {
        const { a, outputGradient, dW, db } = pass();
        if (biasUpdateOf(db, bias.length, sumOver).kind === 'refused') return;
        const descend = (value: number, gradient: number) => value - learningRate * gradient;
        weights = combine(weights, dW, descend);
        bias = bias.map((value, unit) => descend(value, db.length === 1 ? db[0]! : db[unit]!));
        outputBias = descend(outputBias, sum(outputGradient, 'everything')[0]!);
        outputWeights = combine(outputWeights, multiply(transpose(a), outputGradient), descend);
        biases.push(bias);
      }
    },
  };
}

function sum(gradient: Matrix, over: SumOver): number[] {
  const add = (values: number[]) => values.reduce((total, value) => total + value, 0);
  if (over === 'samples') return transpose(gradient).map(add);
  if (over === 'units') return gradient.map(add);
  return [add(gradient.flat())];
}

function biasUpdateOf(db: number[], units: number, over: SumOver): BiasUpdate {
  if (over === 'samples') return { kind: 'matches' };
  if (db.length === 1) return { kind: 'broadcast', value: db[0]! };
  return {
    kind: 'refused',
    message: `operands could not be broadcast together with shapes (${units},) (${db.length},)`,
  };
}

function named(name: NamedMatrix['name'], formula: string | undefined, values: Matrix): NamedMatrix {
  return {
    name,
    ...(formula !== undefined && { formula }),
    shape: `(${values.length}, ${values[0]!.length})`,
    values,
  };
}
