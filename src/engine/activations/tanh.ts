/**
 * The hyperbolic tangent: f(z) = (e^z - e^-z) / (e^z + e^-z), f'(z) = 1 - a^2, at most 1.
 *
 *     near 0      -E / (2 + E)        E = e^(-2|z|) - 1, so that small values keep all their digits
 *     elsewhere   1 - 2e / (1 + e)    e = e^(-2|z|), so that values near 1 do
 *
 * and the sign of z put back. Source: Sun's fdlibm for the first form; we change over at |z| = 0.55 to the
 * second, which needs no expm1.
 */
import { exp, expm1 } from '../exponential.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function value(z: number): number {
  const size = z < 0 ? -z : z;
  let a: number;
  if (size < 0.55) {
    const E = expm1(-2 * size);
    a = -E / (2 + E);
  } else {
    const e = exp(-2 * size);
    a = 1 - (2 * e) / (1 + e);
  }
  return z < 0 ? -a : a;
}

const derivativeOfActivation = (a: number): number => 1 - a * a;

const derivative = (z: number): number => derivativeOfActivation(value(z));

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, a, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivativeOfActivation(a[o]!);
}

export const tanh: Activation = {
  name: 'tanh',
  value,
  derivative,
  derivativeOfActivation,
  range: [-1, 1],
  kinks: [],
  activate,
  gate,
};
