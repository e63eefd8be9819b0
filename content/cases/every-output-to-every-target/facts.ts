/** Where the loss of the table is least, and what it is there; and what the loss of each output and its own target is there. */
import type { Facts, Readings } from '#facts';

const numbers = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
const sums = numbers.flatMap((a) => [...numbers.flatMap((b) => numbers.map((c) => a + b + c)), 3 * a]);
const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length;
const middle = mean(sums);
const meanOfSquares = mean(sums.map((s) => s * s));
const variance = meanOfSquares - middle ** 2;
/** By symmetry all three weights are the same, so that the output is a weight times the sum. */
const weight = middle ** 2 / meanOfSquares;

export const facts: Facts = ({ say }) => ({
  weight: {
    value: () => weight,
    say: say.digits(3),
    how: 'the weight at which the mean square of (weight × sum − mean of the sums) is least: mean² / mean of squares',
  },
  'weight-of-even-numbers': {
    value: () => 9 / 4 / (9 / 4 + 3 / 12),
    say: say.digits(2),
    how: 'the same for numbers that are drawn evenly from 0 to 1: (3/2)² / ((3/2)² + 3/12)',
  },
  'loss-of-the-table': {
    value: () => variance + mean(sums.map((s) => (weight * s - middle) ** 2)),
    say: say.digits(3),
    how: 'the mean square of every output less every target at that weight',
  },
  'loss-of-even-numbers': {
    value: () => 1 / 4 + (81 / 100) * (1 / 4) + 0.15 ** 2,
    say: say.digits(3),
    how: 'the same for numbers drawn evenly from 0 to 1: 1/4 + 0.81 × 1/4 + 0.15²',
  },
  'loss-of-its-own': {
    value: () => mean(sums.map((s) => (weight * s - s) ** 2)),
    say: say.digits(2),
    how: 'the mean square of each output less its own target, at that weight',
  },
  'variance-of-the-targets': {
    value: () => variance,
    say: say.digits(3),
    how: 'the variance of the 68 sums: 285/1088',
  },
  'mean-of-the-targets': { value: () => middle, say: say.digits(2), how: 'the mean of the 68 sums' },
  differences: { value: () => sums.length ** 2, say: say.fixed(0), how: '68 outputs less 68 targets' },
});

export const readings: Readings = {
  /** r  every output within 0.01 of its target; m  all within 0.05 of 1.5; s  all within 0.01 of 0.8957 of their target; d  diverged; o  else. */
  answers: ({ outcome, outputs, targets }) => {
    if (outcome === 'diverged') return 'd';
    const all = Array.from(outputs);
    if (all.every((output, k) => Math.abs(output - targets[k]) <= 0.01)) return 'r';
    if (all.every((output) => Math.abs(output - 1.5) <= 0.05)) return 'm';
    return all.every((output, k) => Math.abs(output - 0.8957 * targets[k]) <= 0.01) ? 's' : 'o';
  },
};
