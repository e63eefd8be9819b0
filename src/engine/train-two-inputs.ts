/**
 * The training loop for the network that most of this book is about: two inputs, one hidden layer of ReLU or
 * leaky ReLU units, one output with the identity or the sigmoid, half squared error, plain gradient descent on
 * one sample after another, no faults.
 *
 * It does what propagation.ts does, in the same order of operations and to the same bits (a test holds the two
 * against each other), with the calls between layers gone and each unit's work in one piece. For seven numbers
 * at a time the calls cost more than the arithmetic.
 */
import { activationOf, DEFAULT_SLOPE } from './activations/index.ts';
import { faultsOfLayer } from './faults-of-layer.ts';
import { inputCount, isRateFirst } from './network.ts';
import { isPlainSgd } from './plain-sgd.ts';
import { repeatOf } from './sampling.ts';

import type { Spec } from './spec.ts';
import type { Run } from './training-run.ts';

const sigmoid = activationOf('sigmoid');

/** Whether a spec asks for exactly the network described above. */
export function hasTwoInputs(spec: Spec): boolean {
  const [hidden, output] = spec.layers;
  return (
    spec.layers.length === 2 &&
    inputCount(spec) === 2 &&
    (hidden!.activation === 'relu' ||
      (hidden!.activation === 'leakyRelu' && (hidden!.slope ?? DEFAULT_SLOPE) > 0)) &&
    output!.units === 1 &&
    (output!.activation === 'identity' || output!.activation === 'sigmoid') &&
    spec.layers.every((layer, l) => layer.biases !== false && faultsOfLayer(spec, l).size === 0) &&
    spec.loss === 'halfSquaredError' &&
    isPlainSgd(spec) &&
    isRateFirst(spec) &&
    spec.arithmetic?.bias !== 'last' &&
    spec.sampling?.kind !== 'random' &&
    repeatOf(spec) === 1
  );
}

/** Trains for so many updates. */
export function trainTwoInputs(run: Run, updates: number): void {
  const { network, samples, spec, updateCount } = run;
  const order = run.order!;
  const [hidden, output] = network.layers;
  const { units, weights: W, biases: b, a } = hidden!; // [H, 2], [H], [H]
  const { weights: v, biases: c } = output!; // [1, H], [1]
  const rate = spec.optimizer.learningRate;
  const slope = spec.layers[0]!.activation === 'relu' ? 0 : (spec.layers[0]!.slope ?? DEFAULT_SLOPE);
  const squash = spec.layers[1]!.activation === 'sigmoid';

  for (let u = 0, position = updateCount % order.length; u < updates; u++) {
    const k = order[position]!;
    position = position + 1 === order.length ? 0 : position + 1;
    const x = samples.inputs[k]!;
    const x0 = x[0]!;
    const x1 = x[1]!;

    let zOutput = c[0]!;
    for (let h = 0; h < units; h++) {
      const z = b[h]! + W[2 * h]! * x0 + W[2 * h + 1]! * x1;
      const value = z > 0 ? z : slope !== 0 ? slope * z : z <= 0 ? 0 : z;
      a[h] = value;
      zOutput += v[h]! * value;
    }
    const p = squash ? sigmoid.value(zOutput) : zOutput;

    const error = p - samples.targets[k]![0]!;
    const delta = squash ? error * (p * (1 - p)) : error;
    const step = rate * delta;
    c[0] = c[0]! - step;
    for (let h = 0; h < units; h++) {
      const weight = v[h]!;
      const value = a[h]!;
      const hiddenStep = rate * (weight * delta * (value > 0 ? 1 : slope)); // a > 0 exactly where z > 0
      v[h] = weight - step * value;
      b[h] = b[h]! - hiddenStep;
      W[2 * h] = W[2 * h]! - hiddenStep * x0;
      W[2 * h + 1] = W[2 * h + 1]! - hiddenStep * x1;
    }
  }
  run.updateCount += updates;
}
