/**
 * The step function: f(z) = 1 for z > 0, else 0; f'(z) = 0 wherever it has a derivative.
 *
 * No gradient ever passes through it: it is here to show why networks stopped using it.
 */
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

const value = (z: number): number => (z > 0 ? 1 : z <= 0 ? 0 : z);

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = value(z[o]!);
}

function gate({ units, delta }: Layer): void {
  for (let o = 0; o < units; o++) delta[o] = delta[o]! * 0;
}

export const step: Activation = {
  name: 'step',
  value,
  derivative: () => 0,
  derivativeOfActivation: () => 0,
  range: [0, 1],
  kinks: [0],
  activate,
  gate,
};
