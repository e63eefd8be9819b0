/**
 * SiLU, also called swish: f(z) = z s, f'(z) = s (1 + z (1 - s)), with s = sigmoid(z).
 *
 * Its least value is about -0.2785, at z = -1.2785. Source: Elfwing, Uchibe & Doya 2018.
 */
import { sigmoid } from './sigmoid.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

const value = (z: number): number => z * sigmoid.value(z);

function derivative(z: number): number {
  const s = sigmoid.value(z);
  return s * (1 + z * (1 - s));
}

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, z, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivative(z[o]!);
}

export const silu: Activation = {
  name: 'silu',
  value,
  derivative,
  range: [-0.2784645427610738, Infinity],
  kinks: [],
  activate,
  gate,
};
