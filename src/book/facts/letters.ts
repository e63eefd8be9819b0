/**
 * The outcome of a run as one letter, so that a sweep of a thousand seeds is a string that can be kept and read:
 *
 *     s  solved                 p  partly right
 *     z  constant at 0          a  partly right, and exactly affine in the two inputs
 *     c  constant elsewhere     d  diverged
 *     b  20/41 in all four outputs, as the last digit is reached from below: 0.48780487804878037
 *     f  20/41 to 1e-6 in all four outputs, with other last digits
 *     o  20/41 to 1e-6 in three of the four outputs, another number in the fourth
 *     n, x, y, t  of two samples with target 1 none, the first, the second or both are answered 0, and all else is right
 *     0 to 8  the nine fates of an unsolved run, below; u  none of those it is read for
 *     r  right: every x from 0 to 999 answered with an error below 1/2, every count below 1/4     w  wrong
 */
import type { Outcome } from '../../engine/index.ts';

/** What a letter is read off. */
export interface EndOfRun {
  outcome: Outcome['kind'];
  /** The outputs for the samples, one each. [N] */
  outputs: ArrayLike<number>;
  /** The first inputs of the samples. [N] */
  inputs: ArrayLike<number>;
  /** The targets of the samples, one each. [N] */
  targets: ArrayLike<number>;
}

type Reading = (end: EndOfRun) => string;

const byOutcome: Reading = ({ outcome, outputs }) => {
  if (outcome === 'constant') return Math.abs(outputs[0]!) < 1e-6 ? 'z' : 'c';
  return outcome[0]!;
};

/**
 * Of outputs for 00, 01, 10, 11: affine is f00 + f11 = f01 + f10. The sums are rounded a few times, by less than
 * 1e-12 in all; a network with a unit that bends on the data misses the equation by far more.
 */
const byAffinity: Reading = (end) => {
  const [f00, f01, f10, f11] = Array.from(end.outputs) as [number, number, number, number];
  const affine = Math.abs(f00 + f11 - f01 - f10) < 1e-12;
  return end.outcome === 'partly' && affine ? 'a' : byOutcome(end);
};

/**
 * For x + 1, in the unit of the data (999 or 0.999 is the largest x): right where the straight line through the
 * outputs for the least and the largest sample is off by less than half a number at 0 and at 999. Every sample must lie on
 * the line, to a millionth of the unit; else the run is wrong. It is for runs that leave every hidden unit on one side
 * of its kink for all x from 0 to 999; a kink between 0 and the least sample would go unseen.
 */
const bySuccessor =
  (unit: number): Reading =>
  ({ inputs, outputs, outcome }) => {
    if (outcome === 'diverged') return 'd';
    let [least, largest] = [0, 0];
    for (let n = 0; n < inputs.length; n++) {
      if (inputs[n]! < inputs[least]!) least = n;
      if (inputs[n]! > inputs[largest]!) largest = n;
    }
    const slope = (outputs[largest]! - outputs[least]!) / (inputs[largest]! - inputs[least]!);
    const lineAt = (x: number) => outputs[least]! + slope * (x - inputs[least]!);
    for (let n = 0; n < inputs.length; n++) {
      if (!(Math.abs(outputs[n]! - lineAt(inputs[n]!)) < 1e-6 * unit)) return 'w';
    }
    const errorAt = (x: number) => Math.abs(lineAt(x * unit) - (x + 1) * unit) / unit;
    return errorAt(0) < 0.5 && errorAt(999) < 0.5 ? 'r' : 'w';
  };

/**
 * For the network that counts the ones among three inputs, n = 0 to 7 in binary: right where each output, moved back
 * from the scale it was trained on, is within 1/4 of its count. A count of c was trained towards low + c unit.
 */
const byCount =
  (low: number, unit: number): Reading =>
  ({ outputs, outcome }) => {
    if (outcome === 'diverged') return 'd';
    const counts = Array.from(outputs, (_, n) => (n & 1) + ((n >> 1) & 1) + ((n >> 2) & 1));
    return counts.every((count, n) => Math.abs((outputs[n]! - low) / unit - count) < 1 / 4) ? 'r' : 'w';
  };

const byLastDigits: Reading = (end) => {
  const outputs = Array.from(end.outputs);
  if (outputs.every((output) => output === 0.48780487804878037)) return 'b';
  const atConstant = outputs.filter((output) => Math.abs(output - 20 / 41) < 1e-6).length;
  if (atConstant === 4) return 'f';
  return atConstant === 3 ? 'o' : byOutcome(end);
};

/** Where a mean squared error of 0, 1/4 or 1/2 comes from: on four samples, each lost one costs a quarter. */
const byLost: Reading = ({ outputs, targets }) => {
  const isAt = (k: number, value: number) => Math.abs(outputs[k]! - value) < 1e-6;
  const ones = Array.from(targets).flatMap((target, k) => (target === 1 ? [k] : []));
  const lost = ones.map((k) => isAt(k, 0));
  const isElseRight = Array.from(targets).every(
    (target, k) => isAt(k, target) || (target === 1 && isAt(k, 0)),
  );
  if (!isElseRight) return 'u';
  return lost[0] ? (lost[1] ? 't' : 'x') : lost[1] ? 'y' : 'n';
};

/**
 * The outputs for 00, 10, 01, 11 that an unsolved run can end at when the derivative is right in the hidden layer and the
 * output is linear, at learning rate 0.2. Some samples are fitted at their turn, the others go round with the bias; by
 * the fitted ones: none, 00, 10, 01, 11, 00 and 10, 00 and 01, 10 and 11, 01 and 11.
 */
const fates: readonly (readonly [number, number, number, number])[] = [
  [20 / 41, 20 / 41, 20 / 41, 20 / 41],
  [0, 36 / 61, 36 / 61, 36 / 61],
  [20 / 61, 65 / 61, 20 / 61, 20 / 61],
  [20 / 61, 20 / 61, 56 / 61, 20 / 61],
  [45 / 61, 45 / 61, 45 / 61, 0],
  [0, 1, 4 / 9, 4 / 9],
  [0, 4 / 9, 8 / 9, 4 / 9],
  [5 / 9, 10 / 9, 5 / 9, 0],
  [5 / 9, 5 / 9, 1, 0],
];

const byFate: Reading = ({ outcome, outputs }) => {
  if (outcome === 'solved') return 's';
  const fate = fates.findIndex((values) => values.every((value, k) => Math.abs(outputs[k]! - value) < 1e-6));
  return fate < 0 ? 'u' : String(fate);
};

export const readings = {
  outcome: byOutcome,
  affinity: byAffinity,
  'last digits': byLastDigits,
  lost: byLost,
  fate: byFate,
  successor: bySuccessor(1),
  'successor in thousands': bySuccessor(1 / 1000),
  counts: byCount(0, 1),
  'counts in thirds': byCount(0, 1 / 3),
  'counts from 0.1 to 0.9': byCount(0.1, 0.8 / 3),
  'counts in thousands': byCount(0, 1000),
} satisfies Record<string, Reading>;

export type ReadingName = keyof typeof readings;

/** Whether a letter stands for a run that has learned its task, by the readings that tell. */
export const hasLearned = (letter: string): boolean => letter === 's' || letter === 'r';
