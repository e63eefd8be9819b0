/**
 * Softmax: a_o = e^z_o / sum of e^z over the layer. The outputs are positive and add up to 1.
 *
 *     da_i/dz_j = a_i (1 if i = j else 0, minus a_j)
 *     delta_i = a_i (delta_i - sum_j delta_j a_j)
 *
 * The largest z is subtracted first, which changes nothing on paper and keeps e^z from overflowing. A unit's
 * value depends on its whole layer; for one unit alone softmax is the constant 1.
 */
import { exp } from '../exponential.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function activate({ units, z, a }: Layer): void {
  let largest = z[0]!;
  for (let o = 1; o < units; o++) if (z[o]! > largest) largest = z[o]!;
  let sum = 0;
  for (let o = 0; o < units; o++) {
    const e = exp(z[o]! - largest);
    a[o] = e;
    sum += e;
  }
  for (let o = 0; o < units; o++) a[o] = a[o]! / sum;
}

function gate({ units, a, delta }: Layer): void {
  let sum = 0;
  for (let o = 0; o < units; o++) sum += delta[o]! * a[o]!;
  for (let o = 0; o < units; o++) delta[o] = a[o]! * (delta[o]! - sum);
}

export const softmax: Activation = {
  name: 'softmax',
  value: () => 1,
  derivative: () => 0,
  range: [0, 1],
  kinks: [],
  activate,
  gate,
};
