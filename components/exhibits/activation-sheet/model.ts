/**
 * What an activation is as a hidden unit, read off the engine's own functions: its range, its slopes, where it is flat and
 * where it bends.
 */
import { type ActivationName, activationOf } from '../../../src/engine/index.ts';

export interface SheetEntry {
  activation: ActivationName;
  /** Of leaky ReLU. */
  slope?: number;
  name: string;
  formula: string;
}

const entries: readonly SheetEntry[] = [
  { activation: 'identity', name: 'Identity', formula: 'z' },
  { activation: 'step', name: 'Step', formula: '0 below 0, else 1' },
  { activation: 'sigmoid', name: 'Sigmoid', formula: '1 / (1 + e⁻ᶻ)' },
  { activation: 'tanh', name: 'Tanh', formula: 'tanh z' },
  { activation: 'relu', name: 'ReLU', formula: 'max(0, z)' },
  { activation: 'leakyRelu', slope: 0.1, name: 'Leaky ReLU', formula: 'z, below 0 a tenth of it' },
  { activation: 'elu', name: 'ELU', formula: 'z, below 0 eᶻ − 1' },
  { activation: 'softplus', name: 'Softplus', formula: 'ln(1 + eᶻ)' },
  { activation: 'silu', name: 'SiLU', formula: 'z times sigmoid of z' },
  { activation: 'gelu', name: 'GELU', formula: 'z times Φ(z)' },
];

/** A stretch of z; open to infinity at the ends of what is looked at. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Character extends SheetEntry {
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

export function createModel(): Character[] {
  return entries.map((entry) => {
    const { value, derivative, kinks, range } = activationOf(entry.activation, entry.slope);
    const slopes = grid.map(derivative);
    return {
      ...entry,
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
