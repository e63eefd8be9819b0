/** Numbers of the case exploding-successor: where its cliff is, how it blows up, and the floor it crawls on. */
import { createRun, lossOfRun, train } from '../../../engine/index.ts';
import { successorTraining } from '../../cases/exploding-successor.ts';
import { percentText } from '../../fact-words.ts';
import type { NumberFact } from '../fact.ts';
import { countSeeds } from '../count-seeds.ts';
import { digits, power } from '../fact-text.ts';
import { lineOf, stepLine, type SuccessorLine, successorLine, sumsOf } from '../successor-line.ts';

/** Of a thousand inputs at their expectation: every x from 0 to 999 once. */
const expected = { count: 1000, x: (999 * 1000) / 2, squares: (999 * 1000 * 1999) / 6 };

/** Half the squared errors that are left when the slope is the best one for an intercept of 0 instead of 1. */
const floorFactor = ({ count, x, squares }: typeof expected) => (count - (x * x) / squares) / 2;

function trained(seed: number, learningRate: number, steps: number): SuccessorLine {
  const line = successorLine(seed);
  for (let step = 0; step < steps; step++) stepLine(line, learningRate);
  return line;
}

/** Whether a run comes to rest: its cost changes by less than a thousandth over the last 20 of 3,000 steps. */
function settles(seed: number, learningRate: number): boolean {
  const line = trained(seed, learningRate, 2980);
  const costs = Array.from({ length: 20 }, () => stepLine(line, learningRate));
  return Math.max(...costs) - Math.min(...costs) < 1e-3 * Math.max(...costs);
}

let found: number[] | undefined;

/** For each of 40 seeds the largest learning rate at which its run comes to rest, times its own Σx²; ascending. */
function thresholds(): number[] {
  found ??= Array.from({ length: 40 }, (_, k) => {
    const { squares } = sumsOf(successorLine(k + 1));
    let [low, high] = [0.9, 1.01];
    while (high - low > 5e-4) {
      const middle = (low + high) / 2;
      if (settles(k + 1, middle / squares)) low = middle;
      else high = middle;
    }
    return low;
  }).toSorted((one, other) => one - other);
  return found;
}

const median = (ascending: number[]) => {
  const half = ascending.length / 2;
  return (ascending[Math.ceil(half) - 1]! + ascending[Math.floor(half)]!) / 2;
};

/** The step after which the cost of seed 2 is not finite. */
function stepsToInfinity(learningRate: number): number {
  const run = createRun(successorTraining({ learningRate }).spec, 2);
  let step = 0;
  while (Number.isFinite(lossOfRun(run))) {
    train(run, 1);
    step++;
  }
  return step;
}

/**
 * The steepest curvature over the flattest that is not 0, ten steps on. With J = 1/2 sum (x s + c - x - 1)² the
 * gradients of s and c with respect to u and v span all that is curved; of their 2 by 2 matrix, the eigenvalues.
 */
function conditionNumber(seed: number): number {
  const line = trained(seed, 1e-9, 10);
  const { count, x, squares } = sumsOf(line);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, k) => sum + one * b[k]!, 0);
  // ds = (v, u), dc = (0, b)
  const [ss, sc, cc] = [dot(line.u, line.u) + dot(line.v, line.v), dot(line.u, line.b), dot(line.b, line.b)];
  const trace = squares * ss + 2 * x * sc + count * cc;
  const determinant = (squares * count - x * x) * (ss * cc - sc * sc);
  const steepest = trace / 2 + Math.sqrt(trace ** 2 / 4 - determinant);
  return steepest ** 2 / determinant;
}

export const explodingSuccessorFacts: readonly NumberFact[] = [
  {
    kind: 'number',
    id: 'exploding-successor.cliff',
    compute: () => 1 / expected.squares,
    how: '1/Σx², with Σx² of a thousand inputs at its expectation: every x from 0 to 999 once',
    text: power(3),
  },
  {
    kind: 'number',
    id: 'exploding-successor.sum-of-squares',
    compute: () => expected.squares,
    how: 'Σx² of a thousand inputs at its expectation: every x from 0 to 999 once',
    text: power(2),
  },
  ...(['lowest', 'median', 'highest'] as const).map((which): NumberFact => ({
    kind: 'number',
    id: `exploding-successor.cliff-by-seed.${which}`,
    compute() {
      const all = thresholds();
      return which === 'median' ? median(all) : which === 'lowest' ? all[0]! : all.at(-1)!;
    },
    how: `the largest learning rate at which a run comes to rest within 3,000 steps, found by halving, as a fraction of 1/Σx² of its own inputs; the ${which} of 40 seeds`,
    text: digits(3),
  })),
  ...[2.9e-9, 4e-9, 5e-9, 6e-9, 8e-9, 1e-8, 1e-7, 1e-6].map((learningRate): NumberFact => ({
    kind: 'number',
    id: `exploding-successor.lr-${learningRate.toExponential()}.settles`,
    compute: () => countSeeds(300, (seed) => settles(seed, learningRate)),
    how: `share of runs as posted, at a learning rate of ${learningRate.toExponential()}, that come to rest: their cost changes by less than a thousandth over the last 20 of 3,000 steps`,
    text: percentText,
  })),
  ...[1e-8, 1e-7, 1e-6].map((learningRate): NumberFact => ({
    kind: 'number',
    id: `exploding-successor.lr-${learningRate.toExponential()}.infinite-at-step`,
    compute: () => stepsToInfinity(learningRate),
    how: `the step of seed 2 at a learning rate of ${learningRate.toExponential()} after which its cost is not finite`,
    text: String,
  })),
  {
    kind: 'number',
    id: 'exploding-successor.floor',
    compute() {
      const line = trained(1, 1e-9, 60_000);
      return (1 - lineOf(line).intercept) ** 2 * floorFactor(sumsOf(line));
    },
    how: '½(1 − c)²(n − (Σx)²/Σx²) for seed 1 as posted, with the c that it has after 60,000 steps',
    text: digits(6),
  },
  {
    kind: 'number',
    id: 'exploding-successor.floor.factor',
    compute: () => floorFactor(expected),
    how: '½(n − (Σx)²/Σx²) for every x from 0 to 999 once: the floor is this times (1 − c)²',
    text: digits(3),
  },
  {
    kind: 'number',
    id: 'exploding-successor.floor.no-error-at',
    compute: () => expected.squares / expected.x,
    how: 'the x at which a line with a wrong intercept and the best slope for it is right: Σx²/Σx',
    text: digits(3),
  },
  {
    kind: 'number',
    id: 'exploding-successor.floor.error-at-10079',
    compute: () => 1 - (10_079 * expected.x) / expected.squares,
    how: 'the error at 10,079 of a line with intercept c and the best slope for it, as a multiple of c − 1: 1 − 10,079 Σx/Σx²',
    text: (value) => digits(2)(value).replace('-', '−'),
  },
  {
    kind: 'number',
    id: 'exploding-successor.condition-number',
    compute: () =>
      median(
        Array.from({ length: 100 }, (_, k) => conditionNumber(k + 1)).toSorted((one, other) => one - other),
      ),
    how: 'the steepest curvature of the cost over the flattest that is not 0, after ten steps as posted; the median of 100 seeds',
    text: power(1),
  },
];
