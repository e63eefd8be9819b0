/**
 * What an activation is as a hidden unit, read off the engine's own functions: its range, its slopes, where it is flat and
 * where it bends.
 */
import { type ActivationName, activationOf } from '../../../src/engine/index.ts';

/** Ten activations; leaky ReLU with a slope that can be seen. */
const shown: readonly Character['activation'][] = [
  'identity',
  'step',
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'softplus',
  'silu',
  'gelu',
];
export const leakySlope = 0.1;

/** A stretch of z; open to infinity at the ends of what is looked at. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Character {
  activation: Exclude<ActivationName, 'softmax'>;
  value(z: number): number;
  derivative(z: number): number;
  kinks: readonly number[];
  range: readonly [low: number, high: number];
  /** The least and the largest slope. */
  slopes: [least: number, largest: number];
  /** Where the slope is less than a twentieth, in size. */
  flat: Stretch[];
  bend:
    | { kind: 'nowhere' }
    /** The value itself jumps. */
    | { kind: 'jump'; at: number }
    /** The slope jumps. */
    | { kind: 'kink'; at: number }
    /** The slope changes fastest here; two places where it does so alike. */
    | { kind: 'smooth'; at: number[] };
}

/** A slope of less than this, in size, counts as flat. */
const flatBelow = 0.05;

const [low, high, step] = [-10, 10, 0.001];
const grid = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => (i + low / step) * step);

export function describeActivations(): Character[] {
  return shown.map((activation) => {
    const { value, derivative, kinks, range } = activationOf(activation, leakySlope);
    const slopes = grid.map(derivative);
    return {
      activation,
      value,
      derivative,
      kinks,
      range,
      slopes: [Math.min(...slopes), Math.max(...slopes)],
      flat: flatStretches(slopes),
      bend: bendOf({ value, derivative, kinks }, slopes),
    };
  });
}

function flatStretches(slopes: number[]): Stretch[] {
  const stretches: Stretch[] = [];
  slopes.forEach((slope, i) => {
    if (Math.abs(slope) >= flatBelow) return;
    const last = stretches.at(-1);
    if (last && i > 0 && Math.abs(slopes[i - 1]!) < flatBelow) last.to = grid[i]!;
    else stretches.push({ from: grid[i]!, to: grid[i]! });
  });
  return stretches.map(({ from, to }) => ({
    from: from === grid[0] ? -Infinity : from,
    to: to === grid.at(-1) ? Infinity : to,
  }));
}

function bendOf(
  { value, derivative, kinks }: Pick<Character, 'value' | 'derivative' | 'kinks'>,
  slopes: number[],
): Character['bend'] {
  for (const at of kinks) {
    const jumps = (f: (z: number) => number) => Math.abs(f(at + 1e-9) - f(at - 1e-9)) > 1e-3;
    if (jumps(value)) return { kind: 'jump', at };
    if (jumps(derivative)) return { kind: 'kink', at };
  }
  const bends = slopes.slice(1).map((slope, i) => Math.abs(slope - slopes[i]!) / step);
  const most = Math.max(...bends);
  if (most < 1e-9) return { kind: 'nowhere' };
  // Each top of the curve of bends that is as high as the highest, at the middle of its two points.
  const tops = bends.flatMap((bend, i) => {
    const isTop = bend >= (bends[i - 1] ?? 0) && bend > (bends[i + 1] ?? 0);
    return isTop && bend > most * (1 - 1e-6) ? [grid[i]! + step / 2] : [];
  });
  return { kind: 'smooth', at: tops };
}
