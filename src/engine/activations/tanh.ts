/**
 * The hyperbolic tangent: f(z) = (e^z - e^-z) / (e^z + e^-z), f'(z) = 1 - a^2, at most 1.
 *
 *     |z| < 0.625   z + z z^2 P(z^2) / Q(z^2), which starts as z - z^3/3 and keeps all digits of small values
 *     elsewhere     1 - 2e / (1 + e), e = e^(-2|z|), and the sign of z put back
 *
 * Source: Cody & Waite 1980, with the coefficients of Moshier's Cephes library.
 */
import { exp } from '../exponential.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function value(z: number): number {
  const size = z < 0 ? -z : z;
  if (size < 0.625) {
    const z2 = z * z;
    let P = -0.9643991794250522;
    P = P * z2 - 99.28772310019186;
    P = P * z2 - 1614.6876844170845;
    let Q = z2 + 112.81167849163293;
    Q = Q * z2 + 2235.4883906010045;
    Q = Q * z2 + 4844.063053251255;
    return z + z * z2 * (P / Q);
  }
  const e = exp(-2 * size);
  const a = 1 - (2 * e) / (1 + e);
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
