/**
 * Theta = |grad z|², how strongly the output of a network reacts to a step on one input before its first update: the
 * squared length of the gradient of its pre-activation z with respect to all parameters.
 *
 * It is read off one step on z², the right gradient of the network with a linear output and the target 0: with a learning rate of 1 it moves the parameters by -2 z grad z.
 */
import { createRun, outputsOf, type Spec, train } from '../../engine/index.ts';

/** Undefined where the network's ReLU output is off for the input. */
export function thetaAtBirth(spec: Spec, input: number[], seed: number): number | undefined {
  const run = createRun(
    {
      ...spec,
      data: { inputs: [input], targets: [[0]] },
      layers: [...spec.layers.slice(0, -1), { units: 1, activation: 'identity' }],
      loss: 'squaredError',
      faults: [],
      optimizer: { kind: 'sgd', learningRate: 1 },
    },
    seed,
  );
  const z = outputsOf(run)[0]![0]!;
  if (!(z > 0)) return undefined;
  const before = run.network.parameters.slice();
  train(run, 1);
  return before.reduce(
    (sum, parameter, j) => sum + ((parameter - run.network.parameters[j]!) / (2 * z)) ** 2,
    0,
  );
}

/** The median of those of 1,000 networks whose output is on. */
export function medianTheta(spec: Spec, input: number[]): number {
  const thetas = Array.from({ length: 1000 }, (_, k) => thetaAtBirth(spec, input, k + 1))
    .filter((theta) => theta !== undefined)
    .toSorted((one, other) => one - other);
  return thetas[thetas.length >> 1]!;
}
