/**
 * How strongly a network reacts to a step on one input:
 *
 *     theta = |grad z|^2
 *
 * the squared length of the gradient of its output's pre-activation z with respect to all parameters. To first order a step on a
 * sample with target 0 and loss (z - 0)^2 moves z to z (1 - 2 eta theta).
 *
 * It is read off one step on z^2, the right gradient of the network with a linear output and the target 0: with a learning rate of
 * 1 it moves the parameters by -2 z grad z.
 */
import { outputsOf } from './evaluate.ts';
import { createRun, train } from './run.ts';
import type { Spec } from './spec.ts';

export interface Reaction {
  /** The output's pre-activation. */
  z: number;
  /** |grad z|^2; not a number where z is 0, for then no step is made. */
  theta: number;
}

/**
 * The reaction of networks with one output to one input, each given by its parameters.
 *
 * @param spec What they are networks of; its faults are left out.
 */
export function createReaction(spec: Spec, input: readonly number[]): (parameters: Float64Array) => Reaction {
  const run = createRun(
    {
      ...spec,
      data: { inputs: [[...input]], targets: [[0]] },
      layers: [...spec.layers.slice(0, -1), { units: 1, activation: 'identity' }],
      loss: 'squaredError',
      faults: [],
      optimizer: { kind: 'sgd', learningRate: 1 },
    },
    1,
  );
  const { parameters: own } = run.network;
  return (parameters) => {
    own.set(parameters);
    const z = outputsOf(run)[0]![0]!;
    train(run, 1);
    const theta = parameters.reduce((sum, parameter, j) => sum + ((parameter - own[j]!) / (2 * z)) ** 2, 0);
    return { z, theta };
  };
}
