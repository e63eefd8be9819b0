/**
 * GELU in its tanh form: f(z) = z/2 (1 + tanh u), u = sqrt(2/pi) (z + 0.044715 z^3),
 * f'(z) = (1 + t)/2 + z/2 (1 - t^2) u', with t = tanh u.
 *
 * Source: Hendrycks & Gimpel 2016, section 2. The exact form has the normal distribution's erf in place of tanh
 * and differs by less than 5e-4; we take this one because it needs no function beyond exp, and its derivative
 * is exact for it. Its least value is about -0.17, at z = -0.75.
 */
import { tanh } from './tanh.ts';

/** sqrt(2 / pi) */
const ROOT = 0.7978845608028654;
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function value(z: number): number {
  const t = tanh.value(ROOT * (z + 0.044715 * (z * z * z)));
  return 0.5 * z * (1 + t);
}

function derivative(z: number): number {
  const z2 = Math.min(z * z, 100); // beyond |z| = 10 t is 1 or -1 exactly, and z^2 could overflow
  const t = tanh.value(ROOT * (z + 0.044715 * (z2 * z)));
  return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * (ROOT * (1 + 3 * 0.044715 * z2));
}

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, z, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivative(z[o]!);
}

export const gelu: Activation = {
  name: 'gelu',
  value,
  derivative,
  range: [-0.17004075057125406, Infinity],
  kinks: [],
  activate,
  gate,
};
