/** From what a network prints to the numbers that two runs are compared by; the same for simulated runs and for a reader's. */
import { type Description, endsOfTargets } from './description.ts';

/** As it is printed with so many decimals. -0 stays -0. */
export function rounded(x: number, digits: number): number {
  if (digits >= 16 || !Number.isFinite(x)) return x;
  const scale = 10 ** digits;
  return x < 0 || Object.is(x, -0) ? -Math.round(-x * scale) / scale : Math.round(x * scale) / scale;
}

/** Half of the last decimal printed: what two different numbers may have in common. */
const grain = (digits: number): number => (digits >= 16 ? 1e-12 : 10 ** -digits / 2);

/** Beyond this a number is runaway, however far. */
const clip = 1e6;
/** The part of the targets' range within which `bend` is linear. */
const nearEnd = 0.004;

/** The logit between the targets' ends, linear close to them, logarithmic beyond: one scale for all kinds of output. */
function bend(x: number, low: number, high: number): number {
  const range = high > low ? high - low : 1;
  return Math.asinh((x - low) / (range * nearEnd)) - Math.asinh((high - x) / (range * nearEnd));
}

/** Two binary inputs in the order 00, 01, 10, 11, one output: how far from a sum of two parts can be said. */
const isFourCorners = ({ data }: Description) =>
  data.inputs.length === 4 && data.inputs[0]!.length === 2 && data.targets[0]!.length === 1;

/** `outputs`: [N, O], as printed. Fills n + 7 numbers of `row` from `at`. */
export function writeOutputFeatures(
  outputs: ArrayLike<number>,
  d: Description,
  row: Float32Array,
  at: number,
): void {
  const [low, high] = endsOfTargets(d);
  const count = outputs.length;
  const least = grain(d.digits);
  let min = Infinity;
  let max = -Infinity;
  let nans = 0;
  let zeros = 0;
  let ones = 0;
  let hasMinusZero = 0;
  let nearest = Infinity;
  for (let k = 0; k < count; k++) {
    const x = outputs[k]!;
    if (Number.isNaN(x)) nans++;
    const clipped = Number.isNaN(x) ? 0 : Math.max(-clip, Math.min(clip, x));
    row[at + k] = bend(clipped, low, high);
    min = Math.min(min, clipped);
    max = Math.max(max, clipped);
    if (Object.is(x, -0)) hasMinusZero = 1;
    if (x === 0) zeros++;
    if (x === 1) ones++;
    nearest = Math.min(nearest, Math.abs(clipped), Math.abs(1 - clipped));
  }
  const crossed = isFourCorners(d)
    ? Math.abs(outputs[0]! + outputs[3]! - outputs[1]! - outputs[2]!) + least
    : 1;
  const beside = [
    nans / count,
    hasMinusZero,
    zeros / count,
    ones / count,
    Math.log10(max - min + least),
    Math.log10(Number.isNaN(crossed) ? 1 : Math.min(clip, crossed)),
    Math.log10(nearest + least),
  ];
  row.set(beside, at + count);
}

/** log10 of a loss; one number for all that is not finite. */
export const lossFeature = (loss: number): number =>
  Number.isFinite(loss) ? Math.max(-12, Math.log10(loss + 1e-12)) : 40;

const squash = (x: number) => (Number.isFinite(x) ? Math.asinh(x) : 40);

/** `table`: [units][N], a hidden layer's activations as printed. */
export function hiddenFeatures(table: readonly ArrayLike<number>[]): number[] {
  const units = table.length;
  const samples = table[0]!.length;
  let silent = 0;
  let flat = 0;
  let equal = 0;
  let min = Infinity;
  let max = -Infinity;
  let saturated = 0;
  let negative = 0;
  table.forEach((unit, u) => {
    let isSilent = true;
    let isFlat = true;
    let isEqual = u > 0;
    for (let k = 0; k < samples; k++) {
      const x = unit[k]!;
      if (x !== 0) isSilent = false;
      if (!(Math.abs(x - unit[0]!) < 1e-3)) isFlat = false;
      if (!(Math.abs(x - table[0]![k]!) < 1e-9)) isEqual = false;
      min = Math.min(min, x);
      max = Math.max(max, x);
      if (Math.abs(x) > 0.98) saturated++;
      if (x < 0) negative++;
    }
    if (isSilent) silent++;
    else if (isFlat) flat++;
    if (isEqual) equal++;
  });
  const all = units * samples;
  return [
    silent / units,
    flat / units,
    units > 1 ? equal / (units - 1) : 0,
    squash(min),
    squash(max),
    saturated / all,
    negative / all,
  ];
}

/** There are none: no biases in the layer. */
const absent = -20;
/** Added where all are equal. */
const allEqual = 10;

/** Of a layer's first weights, or of its first biases. */
export function initialFeature(values: ArrayLike<number>): number {
  const count = values.length;
  if (count === 0) return absent;
  let squares = 0;
  let same = true;
  for (let j = 0; j < count; j++) {
    squares += values[j]! * values[j]!;
    if (values[j] !== values[0]) same = false;
  }
  const size = Math.sqrt(squares / count);
  return Math.max(-6, size > 0 ? Math.log10(size) : -17) + (same && count > 1 ? allEqual : 0);
}

/** Of a layer's weights, or of its biases, before and after training. */
export function movedFeature(before: ArrayLike<number>, after: ArrayLike<number>): number {
  if (before.length === 0) return absent;
  let largest = 0;
  for (let j = 0; j < before.length; j++) {
    const moved = Math.abs(after[j]! - before[j]!);
    if (!(moved <= largest)) largest = Number.isFinite(moved) ? moved : 1e9;
  }
  return Math.min(9, Math.max(-9, largest > 0 ? Math.log10(largest) : -17));
}
