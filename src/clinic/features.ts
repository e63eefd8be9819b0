/** From what a network prints to the numbers that two runs are compared by; the same for simulated runs and for a reader's. */
import { activationOf } from '../engine/index.ts';
import { type Description, endsOfTargets, isCrossEntropy } from './description.ts';

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
const clipped = (x: number): number => (Number.isNaN(x) ? 0 : Math.max(-clip, Math.min(clip, x)));
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

/** Numbers beside the outputs themselves. */
const beside = 7;

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
    const within = clipped(x);
    row[at + k] = bend(within, low, high);
    min = Math.min(min, within);
    max = Math.max(max, within);
    if (Object.is(x, -0)) hasMinusZero = 1;
    if (x === 0) zeros++;
    if (x === 1) ones++;
    nearest = Math.min(nearest, Math.abs(within), Math.abs(1 - within));
  }
  const crossed = isFourCorners(d)
    ? Math.abs(outputs[0]! + outputs[3]! - outputs[1]! - outputs[2]!) + least
    : 1;
  const others = [
    nans / count,
    hasMinusZero,
    zeros / count,
    ones / count,
    Math.log10(max - min + least),
    Math.log10(Number.isNaN(crossed) ? 1 : Math.min(clip, crossed)),
    Math.log10(nearest + least),
  ];
  row.set(others, at + count);
}

/** Below this part of the targets' range a sum of errors is 0: the order of the samples, or of additions, moves it more. */
const leastSum = 1e-3;
/** Outputs nearer than this are equal. */
const tied = 1e-6;

/** The slope of the last activation where it gives `a`, as far as an error passes through it. */
function slopeAt(a: number, { output, loss }: Description): number {
  if (isCrossEntropy(loss) || output.activation === 'softmax') return 1;
  const f = activationOf(output.activation, output.slope);
  return f.derivativeOfActivation?.(a) ?? f.derivative(a);
}

/**
 * What holds a run that has settled: an output's bias stands still once the errors times the slopes add up to 0, or the bare
 * errors where a program leaves the slopes out, or neither where it is not trained. log10 of both sums, in parts of the
 * targets' range, a sample; and the part of the outputs that equal another. `outputs`: [N, O], as printed after training.
 * Fills 3 numbers of `row` from `at`.
 */
function writeBalance(outputs: ArrayLike<number>, d: Description, row: Float32Array, at: number): void {
  const [low, high] = endsOfTargets(d);
  const targets = d.data.targets.flat();
  const width = d.data.targets[0]!.length;
  const whole = (high > low ? high - low : 1) * outputs.length;
  let errors = 0;
  let steps = 0;
  for (let o = 0; o < width; o++) {
    let ofErrors = 0;
    let ofSteps = 0;
    for (let k = o; k < outputs.length; k += width) {
      const a = clipped(outputs[k]!);
      const error = a - targets[k]!;
      ofErrors += error;
      ofSteps += error * slopeAt(a, d);
    }
    errors += Math.abs(ofErrors) / whole;
    steps += Math.abs(ofSteps) / whole;
  }
  const sorted = Float64Array.from(outputs, clipped).sort();
  let ties = 0;
  for (let k = 1; k < sorted.length; k++) {
    if (sorted[k]! - sorted[k - 1]! <= tied * (1 + Math.abs(sorted[k]!))) ties++;
  }
  const least = Math.max(leastSum, grain(d.digits));
  row.set([Math.log10(errors + least), Math.log10(steps + least), ties / Math.max(1, sorted.length - 1)], at);
}

/** The same of the outputs after training, and their balance. Fills n + 10 numbers of `row` from `at`. */
export function writeResultFeatures(
  outputs: ArrayLike<number>,
  d: Description,
  row: Float32Array,
  at: number,
): void {
  writeOutputFeatures(outputs, d, row, at);
  writeBalance(outputs, d, row, at + outputs.length + beside);
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
