/**
 * The logistic sigmoid: f(z) = 1 / (1 + e^-z), f'(z) = a (1 - a), at most 1/4.
 *
 * Worked out from e^-|z|, which never overflows: 1 / (1 + e^-z) for z >= 0 and e^z / (1 + e^z) below, so that
 * small values keep all their digits.
 */
import { exp } from '../exponential.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function value(z: number): number {
  const e = exp(z < 0 ? z : -z);
  return z < 0 ? e / (1 + e) : 1 / (1 + e);
}

const derivativeOfActivation = (a: number): number => a * (1 - a);

const derivative = (z: number): number => derivativeOfActivation(value(z));

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, a, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivativeOfActivation(a[o]!);
}

export const sigmoid: Activation = {
  name: 'sigmoid',
  value,
  derivative,
  derivativeOfActivation,
  range: [0, 1],
  kinks: [],
  activate,
  gate,
};
