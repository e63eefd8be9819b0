/**
 * The logistic sigmoid: f(z) = 1 / (1 + e^-z), f'(z) = a (1 - a), at most 1/4.
 *
 * Worked out from e = e^-|z|, which never overflows: 1 / (1 + e) for z >= 0 and e / (1 + e) below, so that small
 * values keep all their digits. Below 0 the digits of e that the sum 1 + e drops are put back to first order:
 * a (1 - dropped / (1 + e)), and 1 / (1 + e) is 1 - a.
 */
import { exp } from '../exponential.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function value(z: number): number {
  const e = exp(z < 0 ? z : -z);
  const sum = 1 + e;
  if (!(z < 0)) return 1 / sum;
  const a = e / sum;
  const dropped = e - (sum - 1);
  return a - a * (dropped * (1 - a));
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
