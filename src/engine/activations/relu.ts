/**
 * The rectified linear unit: f(z) = max(0, z), f'(z) = 1 for z > 0, else 0.
 *
 * At the kink f'(0) = 0: a silent unit passes nothing back. The value is written as a choice that lets NaN
 * through, so that a diverged run shows.
 */
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

const value = (z: number): number => (z > 0 ? z : z <= 0 ? 0 : z);

const derivative = (z: number): number => (z > 0 ? 1 : 0);

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, z, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivative(z[o]!);
}

export const relu: Activation = {
  name: 'relu',
  value,
  derivative,
  range: [0, Infinity],
  kinks: [0],
  activate,
  gate,
};
