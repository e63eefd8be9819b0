/**
 * What a number says at which a loss, an accuracy or a constant answer stands: each reading is a network that answers nothing of
 * its input, with the number that would then be printed, held against the number that is.
 *
 * Squared errors: whoever answers c to every input has the mean squared error var(t) + (mean(t) - c)². Cross-entropy of shares p:
 * the share itself is the best answer, and leaves the entropy -Σ p ln p; an even answer among k classes leaves ln k. A probability
 * that is cut off at ε costs -ln ε where it is wrong.
 */
import type { WrittenNumber } from './pasted.ts';

export const measures = ['loss', 'answer', 'accuracy'] as const;
export type Measure = (typeof measures)[number];

/** What one number is the mean of, or what is made of that mean; sums run over samples and outputs. */
export type Convention =
  'mean' | 'half' | 'sum' | 'half-sum' | 'per-sample' | 'half-per-sample' | 'root' | 'percent';

/** What the network would have to be doing. `of` is the kind of loss it is a value of. */
export type Meaning =
  | { kind: 'mean-target'; of: 'squares' | 'distances' } // answers the mean of the targets
  | { kind: 'always'; answer: number; of: 'squares' | 'distances' } // answers this number
  | { kind: 'range-end'; low: number; high: number; of: 'squares' } // answers the nearest that the range allows
  | { kind: 'inverted'; of: 'squares' | 'distances' } // answers 0 for 1 and 1 for 0
  | { kind: 'even'; classes: number; of: 'entropy' } // answers the same for each class
  | { kind: 'shares'; of: 'entropy' } // answers each class with its share
  | { kind: 'cut-off'; at: CutOff; share: number; of: 'entropy' } // is sure, and wrong on this share
  | { kind: 'answers-mean' } // the answer is the mean of the targets
  | { kind: 'answers-half' }
  | { kind: 'answers-even'; classes: number }
  | { kind: 'answers-end'; end: number } // the end of a range
  | { kind: 'answers-share'; of: number } // the share of the samples with this target
  | { kind: 'answers-log-odds'; share: number } // the logit of that share
  | { kind: 'bias-alone'; rate: number } // where only the output's bias learns, one sample at a time, in this order
  | { kind: 'chance'; classes: number }
  | { kind: 'names-one'; label: number; share: number }; // names this class for every input

export type CutOff = '1e-7' | '1e-7-single' | '1e-8' | '1e-10' | '1e-12' | '1e-13' | '1e-15' | 'log-100';

export interface Reading {
  meaning: Meaning;
  convention: Convention;
  /** The number that would be printed. */
  value: number;
  /** What is printed less that. */
  difference: number;
  /** Whether the two agree in all digits that are given. */
  isExact: boolean;
}

export interface ReadNumberModel {
  measure: Measure;
  number: WrittenNumber;
  sampleCount: number;
  outputCount: number;
  /** Those that agree in all digits, then those within a hundredth, the nearest first. */
  readings: Reading[];
}

/** Further off than this share of the value no reading is told. */
const nearest = 0.01;
/** A number of few digits agrees with many; it must be as near as this besides. */
const exactShare = 0.005;
/** So many are told at most: of those that fit as well, plain means before sums and halves. */
const mostReadings = 6;

/** What -ln of a probability comes to where programs cut it off. */
const cutOffs: Record<CutOff, number> = {
  '1e-7': -Math.log(1e-7),
  // 1 - 1e-7 in single precision is 1 - 2^-23: what Keras came to where the answer is a sure 1 and the target 0.
  '1e-7-single': -Math.log(2 ** -23),
  '1e-8': -Math.log(1e-8),
  '1e-10': -Math.log(1e-10),
  '1e-12': -Math.log(1e-12),
  '1e-13': -Math.log(1e-13),
  '1e-15': -Math.log(1e-15),
  // PyTorch's BCELoss cuts the logarithm itself off.
  'log-100': 100,
};

/** Rates that people set, for the answer of a bias that learns alone. */
const usualRates = [0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.03, 0.02, 0.01];

/** @throws if there is no target, or the rows are of unequal length. */
export function readNumber(
  measure: Measure,
  number: WrittenNumber,
  rows: readonly (readonly number[])[],
): ReadNumberModel {
  const outputCount = rows[0]?.length ?? 0;
  if (outputCount === 0 || rows.some((row) => row.length !== outputCount)) {
    throw new Error(`readNumber: ${rows.length} rows; expected at least one target, and as many in each row`);
  }
  const columns = Array.from({ length: outputCount }, (_, k) => rows.map((row) => row[k]!));
  const found = candidates(measure, columns).flatMap(({ meaning, convention, value }): Reading[] => {
    const difference = number.value - value;
    const isExact = Math.abs(difference) <= exactness(number, value);
    return isExact || Math.abs(difference) <= nearest * Math.abs(value)
      ? [{ meaning, convention, value, difference, isExact }]
      : [];
  });
  const isPlain = ({ convention }: Reading) => convention === 'mean';
  const order = (a: Reading, b: Reading) =>
    Number(b.isExact) - Number(a.isExact) ||
    Number(isPlain(b)) - Number(isPlain(a)) ||
    Math.abs(a.difference) - Math.abs(b.difference);
  return {
    measure,
    number,
    sampleCount: rows.length,
    outputCount,
    readings: found.sort(order).slice(0, mostReadings),
  };
}

/** A double that a program printed in full may differ in its last digits by rounding alone. */
const exactness = ({ halfUnit }: WrittenNumber, value: number): number =>
  value === 0
    ? Math.min(halfUnit, 1e-6)
    : Math.max(1e-12, Math.min(halfUnit * 1.001, exactShare * Math.abs(value)));

interface Candidate {
  meaning: Meaning;
  convention: Convention;
  value: number;
}

function candidates(measure: Measure, columns: readonly number[][]): Candidate[] {
  if (measure === 'loss') return losses(columns);
  return measure === 'answer' ? answers(columns) : accuracies(columns);
}

function losses(columns: readonly number[][]): Candidate[] {
  const sampleCount = columns[0]!.length;
  const outputCount = columns.length;
  const all = columns.flat();
  const constants: { meaning: Meaning; answers: number[] }[] = [
    { meaning: { kind: 'mean-target', of: 'squares' }, answers: columns.map(mean) },
    ...[0, 0.5, 1, -1].map((answer) => ({
      meaning: { kind: 'always', answer, of: 'squares' } as const,
      answers: columns.map(() => answer),
    })),
  ];
  // The same answers twice, ½ and the mean of XOR, are told once, as the first of them.
  const distinct = constants.filter(
    ({ answers }, i) =>
      constants.findIndex((other) => other.answers.every((c, k) => Math.abs(c - answers[k]!) < 1e-12)) === i,
  );
  const means: { meaning: Meaning; value: number }[] = [];
  for (const { meaning, answers: constant } of distinct) {
    const apart = columns.flatMap((column, k) => column.map((t) => t - constant[k]!));
    means.push({ meaning, value: mean(apart.map((d) => d * d)) });
    means.push({ meaning: { ...meaning, of: 'distances' } as Meaning, value: mean(apart.map(Math.abs)) });
  }
  for (const [low, high] of [
    [0, 1],
    [-1, 1],
    [0, Infinity],
  ] as const) {
    const value = mean(all.map((t) => (t - Math.min(high, Math.max(low, t))) ** 2));
    // A range that holds every target leaves nothing; what ReLU cannot reach the sigmoid cannot either, and may leave as much.
    const isTold = means.some(
      (other) => other.meaning.kind === 'range-end' && Math.abs(other.value - value) < 1e-12,
    );
    if (value > 0 && !isTold) means.push({ meaning: { kind: 'range-end', low, high, of: 'squares' }, value });
  }
  if (all.every((t) => t === 0 || t === 1)) {
    means.push({ meaning: { kind: 'inverted', of: 'squares' }, value: 1 });
    means.push({ meaning: { kind: 'inverted', of: 'distances' }, value: 1 });
  }
  const squared = means.flatMap((one) =>
    spread(one.meaning, one.value, sampleCount, outputCount).filter(({ value }) => value > 0),
  );
  return [...squared, ...entropies(columns)];
}

/** The ways in which a mean is printed. */
function spread(meaning: Meaning, value: number, sampleCount: number, outputCount: number): Candidate[] {
  const isSquare = 'of' in meaning && meaning.of === 'squares';
  const count = sampleCount * outputCount;
  const ways: [Convention, number][] = [['mean', value]];
  if (isSquare) ways.push(['half', value / 2], ['root', Math.sqrt(value)]);
  if (outputCount > 1) ways.push(['per-sample', value * outputCount]);
  if (outputCount > 1 && isSquare) ways.push(['half-per-sample', (value * outputCount) / 2]);
  if (count > 1) ways.push(['sum', value * count]);
  if (count > 1 && isSquare) ways.push(['half-sum', (value * count) / 2]);
  return ways.map(([convention, printed]) => ({ meaning, convention, value: printed }));
}

function entropies(columns: readonly number[][]): Candidate[] {
  const sampleCount = columns[0]!.length;
  const outputCount = columns.length;
  const classes = classesOf(columns);
  const found: Candidate[] = [];
  const add = (meaning: Meaning, value: number, yesNo: boolean) => {
    if (value <= 0) return;
    const ways = spread(meaning, value, sampleCount, yesNo ? outputCount : 1);
    found.push(...ways);
  };
  const all = columns.flat();
  if (all.every((t) => t >= 0 && t <= 1)) {
    // A question that has yes or no for an answer, for each output.
    add({ kind: 'even', classes: 2, of: 'entropy' }, Math.LN2, true);
    const shares = columns.map(mean);
    if (shares.some((p) => Math.abs(p - 0.5) > 1e-12))
      add({ kind: 'shares', of: 'entropy' }, mean(shares.map((p) => entropy([p, 1 - p]))), true);
  }
  if (classes && classes.length > 2) {
    add({ kind: 'even', classes: classes.length, of: 'entropy' }, Math.log(classes.length), false);
    const shares = classes.map(({ share }) => share);
    if (shares.some((p) => Math.abs(p - 1 / classes.length) > 1e-12))
      add({ kind: 'shares', of: 'entropy' }, entropy(shares), false);
  }
  if (all.every((t) => t === 0 || t === 1) || classes) {
    // With many samples some share of them fits any number.
    const wrong =
      sampleCount <= 16 ? Array.from({ length: sampleCount }, (_, j) => (j + 1) / sampleCount) : [0.5, 1];
    for (const [at, cost] of Object.entries(cutOffs) as [CutOff, number][]) {
      for (const share of wrong) {
        found.push({
          meaning: { kind: 'cut-off', at, share, of: 'entropy' },
          convention: 'mean',
          value: cost * share,
        });
      }
    }
  }
  return found;
}

function answers(columns: readonly number[][]): Candidate[] {
  const all = columns.flat();
  const found: [Meaning, number][] = [];
  const add = (meaning: Meaning, value: number) => {
    if (!found.some(([, other]) => Math.abs(other - value) < 1e-12)) found.push([meaning, value]);
  };
  const classes = classesOf(columns);
  if (columns.length === 1) add({ kind: 'answers-mean' }, mean(all));
  else if (classes) for (const { label, share } of classes) add({ kind: 'answers-share', of: label }, share);
  if (classes && classes.length > 2)
    add({ kind: 'answers-even', classes: classes.length }, 1 / classes.length);
  add({ kind: 'answers-half' }, 0.5);
  for (const end of [0, 1, -1]) add({ kind: 'answers-end', end }, end);
  if (columns.length === 1) {
    const share = mean(all);
    if (all.every((t) => t === 0 || t === 1) && share > 0 && share < 1)
      add({ kind: 'answers-log-odds', share }, Math.log(share / (1 - share)));
    for (const rate of usualRates) add({ kind: 'bias-alone', rate }, biasAlone(columns[0]!, rate));
  }
  return found.map(([meaning, value]) => ({ meaning, convention: 'mean' as const, value }));
}

/**
 * Where a bias comes back to after each epoch that takes b to b + rate (t - b) for one target after the other: of the step of
 * sample i there is left (1 - rate)^(N - i) at the end, and of what was there before the epoch (1 - rate)^N.
 */
export function biasAlone(targets: readonly number[], rate: number): number {
  const kept = 1 - rate;
  let taken = 0;
  for (const target of targets) taken = kept * taken + rate * target;
  return taken / (1 - kept ** targets.length);
}

function accuracies(columns: readonly number[][]): Candidate[] {
  const classes = classesOf(columns) ?? [];
  const found: Candidate[] = [];
  const add = (meaning: Meaning, value: number) =>
    found.push(
      { meaning, convention: 'mean', value },
      { meaning, convention: 'percent', value: value * 100 },
    );
  if (classes.length > 1) {
    for (const { label, share } of classes) add({ kind: 'names-one', label, share }, share);
    if (classes.some(({ share }) => Math.abs(share - 1 / classes.length) > 1e-12))
      add({ kind: 'chance', classes: classes.length }, 1 / classes.length);
  }
  return found;
}

/** The classes of the targets with their shares: of rows with a single 1, or of whole numbers. Undefined if there are none. */
function classesOf(columns: readonly number[][]): { label: number; share: number }[] | undefined {
  const count = columns[0]!.length;
  if (columns.length > 1) {
    const isOneHot = columns[0]!.every(
      (_, i) =>
        columns.every((column) => column[i] === 0 || column[i] === 1) &&
        columns.filter((column) => column[i] === 1).length === 1,
    );
    return isOneHot ? columns.map((column, label) => ({ label, share: mean(column) })) : undefined;
  }
  const counts = new Map<number, number>();
  for (const label of columns[0]!) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts.keys()].sort((a, b) => a - b);
  // Without a gap, from 0 or 1 on: other whole numbers are counts or measurements.
  const areLabels =
    (labels[0] === 0 || labels[0] === 1) && labels.every((label, i) => label === labels[0]! + i);
  if (!areLabels || counts.size < 2) return undefined;
  return labels.map((label) => ({ label, share: counts.get(label)! / count }));
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

const entropy = (shares: readonly number[]): number =>
  -shares.reduce((total, p) => total + (p > 0 ? p * Math.log(p) : 0), 0);
