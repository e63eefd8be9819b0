/**
 * Losses, for one sample with outputs p [O] and targets y [O]. spec.ts lists them with their conventions.
 *
 * The two cross-entropies belong to one output activation each and are worked out from its pre-activation z
 * (the logit): the logarithm of a rounded probability would be -Infinity where the network is merely sure.
 * Their delta at the output is p - y, without f', because the f' of sigmoid and softmax cancels on paper.
 *
 *     binary        softplus(z) - y z           z = logit, p = sigmoid(z)
 *     categorical   ln sum e^z - y . z          y adds up to 1
 *
 * Source: Bishop 2006, sections 4.3 and 5.2 (he calls these pairs canonical links).
 */
import { softplus } from './activations/softplus.ts';
import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import type { ActivationName } from './activations/activation-name.ts';
import type { LossName } from './spec.ts';

export interface Loss {
  name: LossName;
  /** The only output activation it can be used with. Absent: any. */
  pairedWith?: ActivationName;
  /** The loss of one sample. `z` are the output layer's pre-activations. */
  value(p: Float64Array, y: Float64Array, z: Float64Array): number;
  /** Writes dLoss/dp to delta; for a paired loss dLoss/dz. */
  differentiate(p: Float64Array, y: Float64Array, delta: Float64Array): void;
}

function sumOfSquares(p: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let o = 0; o < p.length; o++) sum += (p[o]! - y[o]!) * (p[o]! - y[o]!);
  return sum;
}

function difference(p: Float64Array, y: Float64Array, delta: Float64Array): void {
  for (let o = 0; o < delta.length; o++) delta[o] = p[o]! - y[o]!;
}

const losses: Record<LossName, Loss> = {
  halfSquaredError: {
    name: 'halfSquaredError',
    value: (p, y) => 0.5 * sumOfSquares(p, y),
    differentiate: difference,
  },
  squaredError: {
    name: 'squaredError',
    value: sumOfSquares,
    differentiate(p, y, delta) {
      for (let o = 0; o < delta.length; o++) delta[o] = 2 * (p[o]! - y[o]!);
    },
  },
  meanSquaredError: {
    name: 'meanSquaredError',
    value: (p, y) => sumOfSquares(p, y) / p.length,
    differentiate(p, y, delta) {
      for (let o = 0; o < delta.length; o++) delta[o] = (2 * (p[o]! - y[o]!)) / delta.length;
    },
  },
  binaryCrossEntropy: {
    name: 'binaryCrossEntropy',
    pairedWith: 'sigmoid',
    value(p, y, z) {
      let sum = 0;
      for (let o = 0; o < p.length; o++) sum += softplus.value(z[o]!) - y[o]! * z[o]!;
      return sum;
    },
    differentiate: difference,
  },
  categoricalCrossEntropy: {
    name: 'categoricalCrossEntropy',
    pairedWith: 'softmax',
    value(_p, y, z) {
      let largest = z[0]!;
      for (let o = 1; o < z.length; o++) if (z[o]! > largest) largest = z[o]!;
      let sum = 0;
      let match = 0;
      for (let o = 0; o < z.length; o++) {
        sum += exp(z[o]! - largest);
        match += y[o]! * (z[o]! - largest);
      }
      return log(sum) - match;
    },
    differentiate: difference,
  },
};

export const lossNames = Object.keys(losses) as LossName[];

/** The loss of that name. */
export function lossOf(name: LossName): Loss {
  if (!lossNames.includes(name)) {
    throw new TypeError(`lossOf: name is '${name}'; expected one of ${lossNames.join(', ')}`);
  }
  return losses[name];
}
