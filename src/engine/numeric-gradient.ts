/**
 * The gradient by differences: what the loss does when one parameter is moved, with no backward pass at all.
 *
 *     dL/dw = (8 (L(w + h) - L(w - h)) - (L(w + 2h) - L(w - 2h))) / 12h + O(h^4)
 *
 * The five-point formula allows an h wide enough for rounding not to matter: with h = 1e-3 both errors are near
 * 1e-13 for numbers near 1. Source: Abramowitz & Stegun 25.3.6.
 *
 * A difference across a kink (of ReLU, say) is neither side's derivative. So a move that takes any unit to the
 * other side of a kink on any sample is made smaller, and a parameter for which even the smallest move does so
 * is reported as at a kink, not as a number.
 */
import { activationOf } from './activations/index.ts';
import { forward } from './propagation.ts';
import type { Run } from './run.ts';

const WIDTHS = [1e-3, 1e-4, 1e-5, 1e-6];

export interface NumericGradient {
  /** dLoss/dparameter; NaN at a kink. */
  values: Float64Array;
  /** The parameters at a kink. */
  kinks: number[];
}

export function numericGradient(run: Run): NumericGradient {
  const { parameters } = run.network;
  const values = new Float64Array(parameters.length);
  const kinks: number[] = [];
  const sides = new Sides(run);
  lossAndSides(run, sides);
  const home = sides.seen.slice();

  for (let j = 0; j < parameters.length; j++) {
    const original = parameters[j]!;
    const lossAt = (move: number): number => {
      parameters[j] = original + move;
      const loss = lossAndSides(run, sides);
      return sides.seen.every((side, n) => side === home[n]) ? loss : NaN;
    };
    values[j] = NaN;
    for (const width of WIDTHS) {
      const h = width * Math.max(1, Math.abs(original));
      const slope = (8 * (lossAt(h) - lossAt(-h)) - (lossAt(2 * h) - lossAt(-2 * h))) / (12 * h);
      if (!Number.isNaN(slope)) {
        values[j] = slope;
        break;
      }
    }
    parameters[j] = original;
    if (Number.isNaN(values[j])) kinks.push(j);
  }
  return { values, kinks };
}

/** On which side of its kink every unit is on every sample: -1, 0 (on it) or 1. */
class Sides {
  readonly seen: Int8Array;
  readonly kinksOfLayer: readonly (readonly number[])[];

  constructor({ spec, samples }: Run) {
    this.kinksOfLayer = spec.layers.map(({ activation, slope }) => activationOf(activation, slope).kinks);
    const units = spec.layers.reduce((sum, layer) => sum + layer.units, 0);
    this.seen = new Int8Array(units * samples.count);
  }
}

/** The loss of the data set, summed or averaged; notes the sides on the way. */
function lossAndSides({ network, samples, spec }: Run, sides: Sides): number {
  const last = network.layers.at(-1)!;
  let sum = 0;
  let position = 0;
  for (let k = 0; k < samples.count; k++) {
    forward(network, samples.inputs[k]!);
    sum += network.loss.value(network.output, samples.targets[k]!, last.z);
    for (const [l, { z, units }] of network.layers.entries()) {
      for (const kink of sides.kinksOfLayer[l]!) {
        for (let o = 0; o < units; o++) sides.seen[position + o] = Math.sign(z[o]! - kink);
      }
      position += units;
    }
  }
  return spec.batch === 'mean' ? sum / samples.count : sum;
}
