/**
 * The error that no training removes: an output unit cannot leave the range of its activation, so that for a target t
 * outside it the best output is the nearest end of the range, and (t - end)² is left.
 */
import { numberText } from '../../../src/words/numbers.ts';

/** An output activation as far as its range goes. */
export interface OutputRange {
  id: string;
  name: string;
  low: number;
  high: number;
  /** Whether the ends are values that the activation takes, or only comes as near to as you like. */
  reachesLow: boolean;
  reachesHigh: boolean;
}

// The least value of SiLU, z sigmoid(z), is -W(1/e) with Lambert's W, at z = -1 - W(1/e).
const siluLow = -0.2784645427610738;
// The least value of GELU in its tanh form, at z = -0.7524...
const geluLow = -0.17004075057125412;

export const outputRanges: readonly OutputRange[] = [
  open('identity', 'Identity', -Infinity, Infinity),
  open('sigmoid', 'Sigmoid', 0, 1),
  open('tanh', 'Tanh', -1, 1),
  { ...open('relu', 'ReLU', 0, Infinity), reachesLow: true },
  open('leaky-relu', 'Leaky ReLU', -Infinity, Infinity),
  open('elu', 'ELU', -1, Infinity),
  open('softplus', 'Softplus', 0, Infinity),
  { ...open('silu', 'SiLU', siluLow, Infinity), reachesLow: true },
  { ...open('gelu', 'GELU', geluLow, Infinity), reachesLow: true },
];

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
  /** The finding in one sentence. */
  readonly finding: string;
}

/** @throws if the activation is not known, or a target is missing or not finite. */
export function createModel({ activation, targets, scaled = false }: RangeGapOptions): RangeGapModel {
  const range = outputRanges.find(({ id }) => id === activation);
  if (!range) {
    const known = outputRanges.map(({ id }) => id).join(', ');
    throw new Error(`createModel: activation is "${activation}"; expected one of ${known}`);
  }
  if (targets.length === 0 || !targets.every(Number.isFinite)) {
    throw new Error(`createModel: targets are [${targets.join(', ')}]; expected at least one finite number`);
  }
  const scaling = scaled ? scalingInto(range, targets) : undefined;
  const { shift, factor } = scaling ?? { shift: 0, factor: 1 };
  const best = targets.map((target): Best => {
    const aim = (target - shift) / factor;
    const output = Math.max(range.low, Math.min(range.high, aim));
    const reached = (output > range.low || range.reachesLow) && (output < range.high || range.reachesHigh);
    return { target, aim, output, reached, squaredError: ((aim - output) * factor) ** 2 };
  });
  const leastError = best.reduce((sum, { squaredError }) => sum + squaredError, 0) / best.length;
  return { range, best, leastError, scaling, finding: findingOf(range, best, leastError) };
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

function findingOf(range: OutputRange, best: Best[], leastError: number): string {
  const missed = [
    ...new Set(best.filter(({ squaredError }) => squaredError > 0).map(({ target }) => target)),
  ];
  if (missed.length > 0) {
    return `${range.name} can never reach ${listText(missed)}: the least mean squared error is ${numberText(leastError)}`;
  }
  const approached = [...new Set(best.filter(({ reached }) => !reached).map(({ target }) => target))];
  if (approached.length > 0) {
    return `${range.name} comes as near to ${listText(approached)} as you like, and never arrives`;
  }
  return `${range.name} can reach every target: nothing stands in the way of an error of 0`;
}

/** "1, 2 or 3"; of more than four only the first three, with how many are left out. */
function listText(values: number[]): string {
  const texts = values.slice(0, values.length > 4 ? 3 : 4).map((value) => numberText(value));
  if (values.length > 4) texts.push(`${values.length - 3} more targets`);
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts[texts.length - 1]}`;
}

function open(id: string, name: string, low: number, high: number): OutputRange {
  return { id, name, low, high, reachesLow: false, reachesHigh: false };
}
