/**
 * The error that no training removes: an output unit cannot leave the range of its activation, so that for a target t
 * outside it the best output is the nearest end of the range, and (t - end)² is left.
 */
import { type ActivationName, activationOf } from '../../../src/engine/index.ts';

/** An output activation as far as its range goes. */
export interface OutputRange {
  id: string;
  activation: ActivationName;
  low: number;
  high: number;
  /** Whether the least value is one that the activation takes; else it only comes as near as you like. So with the other end. */
  reachesLow: boolean;
}

const activations = {
  identity: 'identity',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  'leaky-relu': 'leakyRelu',
  elu: 'elu',
  softplus: 'softplus',
  silu: 'silu',
  gelu: 'gelu',
} as const satisfies Record<string, ActivationName>;

const reachingLow: readonly ActivationName[] = ['relu', 'silu', 'gelu'];

export const outputRanges: readonly OutputRange[] = Object.entries(activations).map(([id, activation]) => {
  const [low, high] = activationOf(activation).range;
  return { id, activation, low, high, reachesLow: reachingLow.includes(activation) };
});

export interface RangeGapOptions {
  /** The id of one of `outputRanges`. */
  activation: string;
  targets: number[];
  /** Train on targets moved into the range, and move the outputs back. Defaults to false. */
  scaled?: boolean;
}

/** The best that can be done for one target. */
export interface Best {
  target: number;
  /** What the unit is trained towards: the target, or the target moved into the range. */
  aim: number;
  /** The nearest value of the range, in the units of the aim. */
  output: number;
  /** Whether the unit can give that output, or only come near. */
  reached: boolean;
  /** (target - best output)², in the units of the target. */
  squaredError: number;
}

export interface RangeGapModel {
  readonly range: OutputRange;
  readonly best: Best[];
  /** The mean of the squared errors that are left: no training goes below it. */
  readonly leastError: number;
  /** How targets are moved into the range, aim = (target - shift) / factor; absent where they are not moved. */
  readonly scaling: { shift: number; factor: number } | undefined;
  readonly finding: Finding;
}

export type Finding =
  /** Some targets lie outside the range. Each is told once. */
  | { kind: 'missed'; targets: number[]; leastError: number }
  /** Some lie at an end that is only approached. */
  | { kind: 'approached'; targets: number[] }
  | { kind: 'reached' };

/** @throws if the activation is not known, or a target is missing or not finite. */
export function createRangeGap({ activation, targets, scaled = false }: RangeGapOptions): RangeGapModel {
  const range = outputRanges.find(({ id }) => id === activation);
  if (!range) {
    const known = outputRanges.map(({ id }) => id).join(', ');
    throw new Error(`createRangeGap: activation is "${activation}"; expected one of ${known}`);
  }
  if (targets.length === 0 || !targets.every(Number.isFinite)) {
    throw new Error(
      `createRangeGap: targets are [${targets.join(', ')}]; expected at least one finite number`,
    );
  }
  const scaling = scaled ? scalingInto(range, targets) : undefined;
  const { shift, factor } = scaling ?? { shift: 0, factor: 1 };
  const best = targets.map((target): Best => {
    const aim = (target - shift) / factor;
    const output = Math.max(range.low, Math.min(range.high, aim));
    const reached = (output > range.low || range.reachesLow) && output < range.high;
    return { target, aim, output, reached, squaredError: ((aim - output) * factor) ** 2 };
  });
  const leastError = best.reduce((sum, { squaredError }) => sum + squaredError, 0) / best.length;
  return { range, best, leastError, scaling, finding: findingOf(best, leastError) };
}

/**
 * Moves the targets' own range into the activation's: the lowest target to its low end and the highest to its high end;
 * where one end is open to infinity, only as far as the other end needs. Nothing where all targets fit as they are.
 */
function scalingInto(range: OutputRange, targets: number[]): { shift: number; factor: number } | undefined {
  const [low, high] = [Math.min(...targets), Math.max(...targets)];
  if (low >= range.low && high <= range.high) return undefined;
  if (range.high === Infinity) return { shift: low - range.low, factor: 1 };
  const factor = high > low ? (high - low) / (range.high - range.low) : 1;
  return { shift: low - range.low * factor, factor };
}

function findingOf(best: Best[], leastError: number): Finding {
  const targetsOf = (chosen: Best[]) => [...new Set(chosen.map(({ target }) => target))];
  const missed = targetsOf(best.filter(({ squaredError }) => squaredError > 0));
  if (missed.length > 0) return { kind: 'missed', targets: missed, leastError };
  const approached = targetsOf(best.filter(({ reached }) => !reached));
  return approached.length > 0 ? { kind: 'approached', targets: approached } : { kind: 'reached' };
}
