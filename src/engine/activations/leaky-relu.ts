/**
 * Leaky ReLU: f(z) = z for z > 0, else slope z; f'(z) = 1 for z > 0, else slope.
 *
 * The slope is a slope, not a position: the test is against 0. Source: Maas, Hannun & Ng 2013.
 */
import type { Layer } from '../layer.ts';
import type { Activation } from './activation.ts';

export function leakyRelu(slope: number): Activation {
  const value = (z: number): number => (z > 0 ? z : slope * z);

  const derivative = (z: number): number => (z > 0 ? 1 : slope);

  function activate({ units, z, a }: Layer): void {
    for (let o = 0; o < units; o++) a[o] = value(z[o]!);
  }

  function gate({ units, z, delta }: Layer): void {
    for (let o = 0; o < units; o++) delta[o] = delta[o]! * derivative(z[o]!);
  }

  return {
    name: 'leakyRelu',
    value,
    derivative,
    range: [slope > 0 ? -Infinity : 0, Infinity],
    kinks: [0],
    activate,
    gate,
  };
}
