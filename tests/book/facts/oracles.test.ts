/**
 * The numbers of the five cases as independent programs in Lua, NumPy and C measured them, or as a proof gives them.
 * Each is a fact of the book; here the two are held against each other.
 */
import { describe, expect, test } from 'vitest';
import { factResult } from '../../../src/book/facts/fact-result.ts';

/** Shares: percent, and over how many seeds. Where that was not noted, a number that is not too large is taken. */
const shares: Record<string, [percent: number, runs: number]> = {
  'all-outputs-equal.as-posted.solved': [1.0, 1000],
  'all-outputs-equal.as-posted.constant': [85.8, 1000],
  'all-outputs-equal.derivative-right.solved': [18.1, 1000],
  'all-outputs-equal.derivative-right.constant': [52.7, 1000],
  'all-outputs-equal.derivative-right.constant-at-zero': [51.8, 1000],
  'all-outputs-equal.hidden-derivative-right.solved': [66.7, 1000],
  'all-outputs-equal.hidden-derivative-right.constant': [3.4, 1000],
  'all-outputs-equal.hidden-right-linear-output.solved': [67.3, 1000],
  'all-outputs-equal.hidden-right-linear-output.constant': [3.4, 1000],
  'all-outputs-equal.leaky-hidden-linear-output.solved': [99.7, 1000],
  'all-outputs-equal.leaky-hidden-linear-output.constant': [0, 1000],
  'all-outputs-equal.all-sigmoid.solved': [100, 1000],
  'all-outputs-equal.all-sigmoid.1000-epochs.solved': [18.8, 1000],
  'all-outputs-equal.width-2.as-posted.solved': [0, 500],
  'all-outputs-equal.width-2.derivative-right.solved': [8.2, 500],
  'all-outputs-equal.width-2.hidden-derivative-right.solved': [24.0, 500],
  'all-outputs-equal.width-8.as-posted.solved': [8.6, 500],
  'all-outputs-equal.width-8.derivative-right.solved': [8.2, 500],
  'all-outputs-equal.width-8.hidden-derivative-right.solved': [95.0, 500],
  'all-outputs-equal.width-16.as-posted.solved': [51.2, 500],
  'all-outputs-equal.width-16.derivative-right.solved': [2.4, 500],
  'all-outputs-equal.width-16.hidden-derivative-right.solved': [100, 500],
  'all-outputs-equal.lr-0.02.10000-epochs.solved': [61, 100],
  'all-outputs-equal.lr-0.02.100000-epochs.solved': [32, 100],
  'all-outputs-equal.lr-0.02.1000000-epochs.solved': [28, 100],
  'all-outputs-equal.last-digits.from-below': [76, 2000],
  'all-outputs-equal.last-digits.one-other': [12.5, 2000],
  'all-outputs-equal.fates.on-one-of-nine': [100, 632],
  'all-outputs-equal.born-dead-output': [36.8, 1000],
  'all-outputs-equal.born-dead-output.width-16': [32.5, 1000],
  'all-outputs-equal.width-4.as-posted.solved': [0.8, 500],
  'all-outputs-equal.width-4.derivative-right.solved': [17.0, 500],
  'all-outputs-equal.width-4.hidden-derivative-right.solved': [68.4, 500],
  'all-outputs-equal.all-sigmoid.constant': [0, 1000],
  'all-outputs-equal.last-digits.at-twenty-forty-firsts': [100, 858],
  'all-outputs-equal.fates.solved': [68.4, 2000],
  'leaky-derivative.all.solved': [23.3, 1000],
  'leaky-derivative.eps.solved': [69.8, 1000],
  'leaky-derivative.zero.solved': [82.3, 1000],
  'leaky-derivative.zero.affine-among-unsolved': [56, 177],
  'leaky-derivative.zero-linear-output.solved': [86.9, 1000],
  'leaky-derivative.zero-linear-output.lr-0.2.solved': [93.4, 1000],
  'leaky-derivative.plain-2-sample.all.solved': [21.0, 500],
  'leaky-derivative.plain-2-sample.eps.solved': [62.6, 500],
  'leaky-derivative.plain-2-sample.zero.solved': [75.6, 500],
  'leaky-derivative.plain-2-batch.all.solved': [25.8, 500],
  'leaky-derivative.plain-2-batch.eps.solved': [52.0, 500],
  'leaky-derivative.plain-2-batch.zero.solved': [50.6, 500],
  'leaky-derivative.plain-4-batch.all.solved': [64.6, 500],
  'leaky-derivative.plain-4-batch.eps.solved': [87.0, 500],
  'leaky-derivative.plain-4-batch.zero.solved': [82.8, 500],
  'leaky-derivative.plain-8-batch.all.solved': [95.4, 500],
  'leaky-derivative.plain-8-batch.eps.solved': [98.8, 500],
  'leaky-derivative.plain-8-batch.zero.solved': [97.0, 500],
  'leaky-derivative.inputs-0-1.leaky.solved': [84.8, 500],
  'leaky-derivative.inputs-0-1.relu.solved': [69.0, 500],
  'leaky-derivative.inputs-minus1-1.leaky.solved': [99.4, 500],
  'leaky-derivative.inputs-minus1-1.relu.solved': [83.4, 500],
  'leaky-derivative.inputs-0-10.leaky.solved': [95.2, 500],
  'leaky-derivative.inputs-0-10.relu.solved': [77.2, 500],
  'leaky-derivative.inputs-0-100.leaky.solved': [60.0, 500],
  'leaky-derivative.inputs-0-100.relu.solved': [37.4, 500],
  'leaky-derivative.inputs-5-6.leaky.solved': [16.2, 500],
  'leaky-derivative.inputs-5-6.relu.solved': [7.8, 500],
  'exploding-successor.as-posted.right': [62.3, 300],
  'exploding-successor.biases-trained.right': [62.3, 300],
  'exploding-successor.activation.right': [62.3, 300],
  'exploding-successor.linear-output.right': [62.3, 300],
  'exploding-successor.no-decay.right': [62.3, 300],
  'exploding-successor.lr-1e-8.diverged': [76.0, 300],
  'exploding-successor.lr-1e-8-activation.diverged': [0.7, 300],
  'exploding-successor.lr-5e-9.diverged': [0, 300],
  'exploding-successor.lr-6e-9.diverged': [2.7, 300],
  'exploding-successor.lr-8e-9.diverged': [54, 300],
  'exploding-successor.lr-1e-7.diverged': [98, 300],
  'exploding-successor.lr-1e-6.diverged': [100, 300],
  'exploding-successor.normalised.right': [100, 300],
  'exploding-successor.normalised-decay.right': [0, 300],
  'exploding-successor.all-mended.right': [41, 300],
  'exploding-successor.as-posted.diverged': [0, 300],
  'negative-zero.as-posted.solved': [12.1, 3000],
  'negative-zero.as-posted.constant': [64.4, 3000],
  'negative-zero.bias-gradient-right.solved': [10.5, 3000],
  'negative-zero.sigmoid-output.solved': [99.7, 600],
  'negative-zero.linear-output.solved': [100, 600],
  'negative-zero.all-sigmoid.solved': [0, 600],
  'negative-zero.all-sigmoid.lr-0.1.20000-epochs.solved': [100, 100],
  'negative-zero.born-dead': [25.2, 3000],
  'negative-zero.layers-2.solved': [31.3, 600],
  'negative-zero.layers-3.solved': [21.7, 600],
  'negative-zero.layers-4.solved': [11.3, 600],
  'negative-zero.layers-5.solved': [6.3, 600],
  'negative-zero.width-2.solved': [33.3, 600],
  'negative-zero.width-4.solved': [47.8, 600],
  'negative-zero.width-8.solved': [34.7, 600],
  'negative-zero.width-16.solved': [11.3, 600],
  'negative-zero.width-32.solved': [1.5, 600],
  'negative-zero.lr-0.1.solved': [0, 600],
  'negative-zero.lr-0.001.solved': [43.5, 600],
  'negative-zero.lost.in-quarters': [100, 3000],
  'negative-zero.lost.in-first-epoch': [96, 1000],
  'negative-zero.killed-by-11.share': [85, 1000],
  'negative-zero.killed-by-11.law': [90, 1000],
  'unbounded-classifier.sigmoid.solved': [100, 1000],
  'unbounded-classifier.leaky.solved': [1.0, 1000],
  'unbounded-classifier.leaky-lr-0.1.solved': [100, 1000],
  'unbounded-classifier.leaky-lr-0.1.20-epochs.solved': [54.1, 1000],
  'unbounded-classifier.own-derivative-lr-0.1.solved': [35.9, 1000],
  'unbounded-classifier.relu-lr-0.1.solved': [53.5, 1000],
  'unbounded-classifier.relu-lr-0.1.constant': [40.3, 1000],
  'unbounded-classifier.identity-lr-0.15.solved': [100, 1000],
  'unbounded-classifier.identity-lr-0.16.solved': [0, 1000],
  'unbounded-classifier.as-posted.solved': [0, 1000],
  'unbounded-classifier.sum-rises.share': [4.9, 1000],
  'unbounded-classifier.threshold-zero-one-copy.right': [40, 1000],
};

test.each(Object.entries(shares))('%s agrees with an independent measurement', (id, [percent, runs]) => {
  const ours = factResult(id);
  const theirs = percent / 100;
  // Two shares of the same thing differ by less than 2.6 standard errors in 99 of 100 cases, and by their rounding.
  const pooled = (ours.value * ours.runs! + theirs * runs) / (ours.runs! + runs);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / ours.runs! + 1 / runs));
  expect(Math.abs(ours.value - theirs)).toBeLessThan(2.6 * error + 0.0006);
});

const r = 1 - 0.2;

describe('numbers with a closed form', () => {
  test.each([
    ['all-outputs-equal.constant', 20 / 41],
    ['all-outputs-equal.as-posted.mean-squared-error', 841 / 3362],
    ['all-outputs-equal.drift-per-epoch', 1 / 41],
    ['all-outputs-equal.born-dead-hidden', 13 / 48],
    ['all-outputs-equal.lr-0.1.constant', 90 / 181],
    ['all-outputs-equal.lr-0.3.constant', 70 / 149],
    ['all-outputs-equal.lr-0.5.constant', 2 / 5],
    ['all-outputs-equal.order-0110.constant', r / (1 + r * r)],
    ['all-outputs-equal.order-1001.constant', (1 - r + r * r) / (1 + r * r)],
    ['all-outputs-equal.order-0011.constant', 1 / (1 + r * r)],
    ['all-outputs-equal.order-1100.constant', (r * r) / (1 + r * r)],
    ['all-outputs-equal.order-0101.constant', 1 / (1 + r)],
    ['all-outputs-equal.order-1010.constant', r / (1 + r)],
    ['leaky-derivative.exact-construction.error', 0],
    ['unbounded-classifier.identity.threshold', (7 - Math.sqrt(33)) / 8],
    ['unbounded-classifier.identity-one-copy.threshold', (7 - Math.sqrt(33)) / 4],
    ['unbounded-classifier.leaky.threshold', (5 - Math.sqrt(17)) / 4],
    ['unbounded-classifier.leaky-one-copy.threshold', (5 - Math.sqrt(17)) / 2],
    ['unbounded-classifier.copies.drift', 0],
    ['unbounded-classifier.all-zero.printed', 0],
  ])('%s has it', (id, value) => {
    expect(Math.abs(factResult(id).value - value)).toBeLessThan(1e-14);
  });
});

test.each([
  ['all-outputs-equal.constant', 0.48780487804878037],
  ['all-outputs-equal.last-digits.reached-from-below', 0.48780487804878037],
  ['all-outputs-equal.last-digits.reached-from-above', 0.4878048780487805],
  ['exploding-successor.lr-1e-8.infinite-at-step', 7],
  ['exploding-successor.lr-1e-7.infinite-at-step', 5],
  ['exploding-successor.lr-1e-6.infinite-at-step', 4],
  ['negative-zero.biases.spread', 0],
  ['negative-zero.bias-gradient-right.seeds-lost', 55],
  ['negative-zero.bias-gradient-right.seeds-gained', 7],
  ['negative-zero.maximum-instead-of-mask.seeds-changed', 0],
])('%s is %s to the last digit', (id, value) => {
  expect(factResult(id).value).toBe(value);
});

test.each([
  ['exploding-successor.cliff', 3.0045e-9, 1e-13],
  ['exploding-successor.floor', 46.0902, 0.00005],
  ['exploding-successor.floor.factor', 125, 0.5],
  ['exploding-successor.floor.no-error-at', 666, 0.5],
  ['exploding-successor.floor.error-at-10079', -14, 0.5],
  ['exploding-successor.condition-number', 5e6, 5e5],
  // The run is judged after 3,000 steps; with another number of steps the lowest is another by a few thousandths.
  ['exploding-successor.cliff-by-seed.lowest', 0.939, 0.01],
  ['exploding-successor.cliff-by-seed.median', 0.997, 0.001],
  ['exploding-successor.cliff-by-seed.highest', 0.999, 0.001],
  ['unbounded-classifier.identity.threshold', 0.15693, 5e-7],
  ['unbounded-classifier.leaky.threshold', 0.219224, 5e-7],
  ['unbounded-classifier.leaky-one-copy.threshold', 0.438447, 5e-7],
  // Medians of some hundred networks.
  ['negative-zero.theta-00.median', 41, 6.5],
  ['negative-zero.theta-11.median', 126, 20],
  ['negative-zero.theta-10.median', 78, 13],
  ['negative-zero.theta-01.median', 93, 15],
])('%s is %s, as measured independently, to within %s', (id, value, tolerance) => {
  expect(Math.abs(factResult(id).value - value)).toBeLessThanOrEqual(tolerance);
});
