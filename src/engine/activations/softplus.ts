/**
 * Softplus: f(z) = ln(1 + e^z), f'(z) = sigmoid(z): a ReLU without the kink.
 *
 * Worked out as max(0, z) + ln(1 + e^-|z|), which never overflows.
 */
import { exp } from '../exponential.ts';
import { log1p } from '../logarithm.ts';
import { sigmoid } from './sigmoid.ts';
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function value(z: number): number {
  const size = z < 0 ? -z : z;
  return (z > 0 ? z : 0) + log1p(exp(-size));
}

const derivative = (z: number): number => sigmoid.value(z);

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, z, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivative(z[o]!);
}

export const softplus: Activation = {
  name: 'softplus',
  value,
  derivative,
  range: [0, Infinity],
  kinks: [],
  activate,
  gate,
};
