/**
 * The exponential linear unit with alpha = 1: f(z) = z for z > 0, else e^z - 1; f'(z) = 1, else e^z.
 *
 * Source: Clevert, Unterthiner & Hochreiter 2016.
 */
import { exp, expm1 } from '../exponential.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

const value = (z: number): number => (z > 0 ? z : expm1(z));

const derivative = (z: number): number => (z > 0 ? 1 : exp(z));

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, z, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivative(z[o]!);
}

export const elu: Activation = {
  name: 'elu',
  value,
  derivative,
  range: [-1, Infinity],
  kinks: [0],
  activate,
  gate,
};
