/**
 * One forward and one backward pass of a 2-2-1 network on one sample, by the engine: tanh in the hidden layer, sigmoid at
 * the output, half the squared error. A bias's input is 1, so its gradient is the delta of its unit.
 */
import { createRun, predict, train } from '../../../src/engine/index.ts';
import type { Spec } from '../../../src/engine/index.ts';

/** Two numbers, of the first and the second input or unit. */
export type Pair = [number, number];

export interface Weights {
  /** [unit][input] */
  hidden: [Pair, Pair];
  hiddenBiases: Pair;
  output: Pair;
  outputBias: number;
}

export interface Sample {
  input: Pair;
  target: number;
}

export interface Pass {
  /** Pre-activations and activations of the hidden units. */
  z: Pair;
  a: Pair;
  /** The output's pre-activation, and the output. */
  outputZ: number;
  output: number;
  /** dLoss/dz of the output and of the hidden units. */
  outputDelta: number;
  deltas: Pair;
  /** dLoss/dw. */
  outputGradient: Pair;
  /** [unit][input] */
  hiddenGradient: [Pair, Pair];
}

export function passOf(
  { hidden, hiddenBiases, output, outputBias }: Weights,
  { input, target }: Sample,
): Pass {
  const spec: Spec = {
    data: { inputs: [input], targets: [[target]] },
    layers: [
      { units: 2, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' },
    ],
    loss: 'halfSquaredError',
    initial: { parameters: [...hidden.flat(), ...hiddenBiases, ...output, outputBias] },
    // A step of one against the gradient is the gradient.
    optimizer: { kind: 'sgd', learningRate: 1 },
    batch: 'sample',
  };
  const run = createRun(spec, 1);
  predict(run, input);
  const [first, last] = run.network.layers;
  const [z, a] = [[...first!.z] as Pair, [...first!.a] as Pair];
  const [outputZ, answer] = [last!.z[0]!, last!.a[0]!];
  const before = run.network.parameters.slice();
  train(run, 1);
  const gradient = before.map((parameter, j) => parameter - run.network.parameters[j]!);
  const [w11, w12, w21, w22, b1, b2, v1, v2, c] = [...gradient] as [number, ...number[]] & number[];
  return {
    z,
    a,
    outputZ,
    output: answer,
    outputDelta: c!,
    deltas: [b1!, b2!],
    outputGradient: [v1!, v2!],
    hiddenGradient: [
      [w11, w12!],
      [w21!, w22!],
    ],
  };
}
