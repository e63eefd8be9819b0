/**
 * What a network whose hidden layer is silent does: its output is its output bias alone, and per-sample
 * gradient descent on half the squared error moves that bias by
 *
 *     b <- b + eta (t - b)  =  r b + eta t,   r = 1 - eta,
 *
 * for the targets t_0 ... t_(n-1) in their order, over and over. One cycle multiplies the distance to
 *
 *     b* = (r^(n-1) t_0 + ... + r t_(n-2) + t_(n-1)) / (r^(n-1) + ... + r + 1)
 *
 * by r^n. So b* is a weighted mean of the targets in which the one seen last weighs most, and the constant that
 * such a network prints tells its learning rate.
 */
import { add, divide, fraction, type Fraction, fractionOfDecimal, multiply, subtract } from './fraction.ts';
import { cancelCyclotomic, evaluate, type Polynomial, rootsBetween } from './polynomial.ts';

export interface FixedPointOptions {
  /** The targets in the order in which they are shown. Defaults to 0, 1, 1, 0. */
  targets?: number[];
  /** eta, greater than 0. Defaults to 0.2. */
  learningRate?: number;
  /** The bias before the first sample. Defaults to 0. */
  start?: number;
}

/** What the cycle does in the long run. */
export type LongRun =
  | { kind: 'settles' } // 0 < eta < 2
  | { kind: 'keeps' } // eta = 2: the distance is kept, or grows evenly
  | { kind: 'diverges' }; // eta > 2

export interface FixedPointModel {
  readonly targets: number[];
  readonly learningRate: number;
  readonly longRun: LongRun;
  /** The bias before each sample of the settled cycle; the first is what the network prints. [n] */
  readonly cycle: number[];
  /** The same as exact fractions, where the learning rate and the targets are short decimals. */
  readonly exactCycle: Fraction[] | undefined;
  /** The bias after each update so far, the starting bias first. */
  readonly history: number[];
  /** Performs the next `updates` updates one by one, as the program does. */
  step(updates: number): void;
  /** The bias after `updates` updates, by the formula, without doing them. */
  closedForm(updates: number): number;
}

/** @throws if there is no target, a number is not finite, or the learning rate is not positive. */
export function createFixedPoint(options: FixedPointOptions = {}): FixedPointModel {
  const { targets = [0, 1, 1, 0], learningRate = 0.2, start = 0 } = options;
  if (targets.length === 0 || !targets.every(Number.isFinite)) {
    throw new Error(
      `createFixedPoint: targets are [${targets.join(', ')}]; expected at least one finite number`,
    );
  }
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) {
    throw new Error(`createFixedPoint: learningRate is ${learningRate}; expected a positive number`);
  }
  if (!Number.isFinite(start))
    throw new Error(`createFixedPoint: start is ${start}; expected a finite number`);

  const r = 1 - learningRate;
  const n = targets.length;
  const cycle = cycleOf(targets, r, learningRate);
  const history = [start];
  return {
    targets,
    learningRate,
    longRun: { kind: learningRate < 2 ? 'settles' : learningRate === 2 ? 'keeps' : 'diverges' },
    cycle,
    exactCycle: exactCycle(targets, learningRate),
    history,
    step(updates) {
      for (let i = 0; i < updates; i++) {
        const bias = history[history.length - 1]!;
        history.push(bias + learningRate * (targets[(history.length - 1) % n]! - bias));
      }
    },
    closedForm: (updates) => cycle[updates % n]! + r ** updates * (start - cycle[0]!),
  };
}

/**
 * The constant that a silent network prints after whole cycles: b*.
 * Not a number at a learning rate of 2 with an even number of targets, where no single value is kept.
 */
export function printedConstant(targets: number[], learningRate: number): number {
  const { numerator, denominator } = formula(targets);
  return evaluate(numerator, 1 - learningRate) / evaluate(denominator, 1 - learningRate);
}

/**
 * b* as a quotient of polynomials in r = 1 - eta; common factors are cancelled where the targets are whole numbers.
 */
export function formula(targets: number[]): { numerator: Polynomial; denominator: Polynomial } {
  const numerator = [...targets].reverse();
  const denominator = targets.map(() => 1);
  return targets.every(Number.isInteger)
    ? cancelCyclotomic(numerator, denominator)
    : { numerator, denominator };
}

/** Which learning rates make a silent network print a constant. */
export type Reading =
  | { kind: 'rates'; rates: number[] } // rising, each above 0 and below 2
  | { kind: 'any' } // the targets are all alike, and this is their value
  | { kind: 'limit' } // only a vanishing learning rate: the plain mean of the targets
  | { kind: 'none'; low: number; high: number }; // the constants that can be printed lie between these

/** Reads the learning rate off a printed constant: the roots of sum (t_i - c) r^(n-1-i) with |r| < 1. */
export function readLearningRate(targets: number[], constant: number): Reading {
  if (targets.every((target) => target === targets[0])) {
    return constant === targets[0] ? { kind: 'any' } : { kind: 'none', low: targets[0]!, high: targets[0]! };
  }
  const { numerator, denominator } = formula(targets);
  const length = Math.max(numerator.length, denominator.length);
  const difference = Array.from({ length }, (_, i) => (numerator[i] ?? 0) - constant * (denominator[i] ?? 0));
  const rates = rootsBetween(difference, -1, 1)
    .map((r) => 1 - r)
    .filter((rate) => rate > 1e-9 && rate < 2 - 1e-9)
    .reverse();
  if (rates.length > 0) return { kind: 'rates', rates: rates.sort((a, b) => a - b) };
  if (Math.abs(evaluate(difference, 1)) < 1e-9) return { kind: 'limit' };
  return { kind: 'none', ...reach(targets) };
}

/** The least and the greatest constant over learning rates between 0 and 2, to the width of a fine grid. */
function reach(targets: number[]): { low: number; high: number } {
  const constants = Array.from({ length: 1999 }, (_, i) => printedConstant(targets, (i + 1) / 1000));
  return { low: Math.min(...constants), high: Math.max(...constants) };
}

function cycleOf(targets: number[], r: number, learningRate: number): number[] {
  let bias = printedConstant(targets, learningRate);
  return targets.map((target) => {
    const before = bias;
    bias = r * bias + learningRate * target;
    return before;
  });
}

/** A fraction is worth showing while its denominator has at most five digits. */
const longestDenominator = 99_999n;

function exactCycle(targets: number[], learningRate: number): Fraction[] | undefined {
  const rate = fractionOfDecimal(learningRate);
  const exact = targets.map(fractionOfDecimal);
  if (!rate || exact.some((target) => target === undefined) || targets.length > 12) return undefined;
  const [one, zero] = [fraction(1n), fraction(0n)];
  const r = subtract(one, rate);
  let [sum, weights] = [zero, zero];
  for (const target of exact) {
    sum = add(multiply(sum, r), target!);
    weights = add(multiply(weights, r), one);
  }
  if (weights.numerator === 0n) return undefined;
  let bias = divide(sum, weights);
  const cycle = exact.map((target) => {
    const before = bias;
    bias = add(multiply(r, bias), multiply(rate, target!));
    return before;
  });
  return cycle.every(({ denominator }) => denominator <= longestDenominator) ? cycle : undefined;
}
