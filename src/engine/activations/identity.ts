/**
 * The identity: f(z) = z, f'(z) = 1. For outputs that may take any value.
 */
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

function activate({ units, z, a }: Layer): void {
  for (let o = 0; o < units; o++) a[o] = z[o]!;
}

/** Times 1. */
function gate(): void {}

export const identity: Activation = {
  name: 'identity',
  value: (z) => z,
  derivative: () => 1,
  derivativeOfActivation: () => 1,
  range: [-Infinity, Infinity],
  kinks: [],
  activate,
  gate,
};
