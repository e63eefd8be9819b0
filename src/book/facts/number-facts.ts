/** The facts that are computed at once: closed forms, single runs, and counts over networks at birth. */
import { createRun, outputsOf, train } from '../../engine/index.ts';
import { caseTrainings } from '../cases/index.ts';
import type { NumberFact } from './fact.ts';

const digits = (count: number) => (value: number) => String(Number(value.toPrecision(count)));
const scientific = (count: number) => (value: number) => {
  const [mantissa, exponent] = value.toExponential(count - 1).split('e') as [string, string];
  const superscript = [...exponent].map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]).join('');
  return `${mantissa} · 10${superscript}`;
};
export const percent = (share: number) =>
  share === 0 || share === 1 ? `${share * 100}%` : `${(share * 100).toFixed(1)}%`;

/** Whether all outputs of a network as it is born are 0 (or below, as for a ReLU they cannot be). */
function isBornDead(caseId: string, seed: number): boolean {
  const { spec } = caseTrainings[caseId]!.training();
  return outputsOf(createRun(spec, seed)).every((output) => output[0]! <= 0);
}

function shareOf(count: number, holds: (seed: number) => boolean): number {
  let found = 0;
  for (let seed = 1; seed <= count; seed++) if (holds(seed)) found++;
  return found / count;
}

/** Of the steps in 20 epochs of the sigmoid network: how many make |sum of errors| rise and the mean square fall. */
function shareOfMisleadingSteps(): number {
  const { spec, epochs } = caseTrainings['unbounded-classifier']!.variants['sigmoid']!;
  let [misleading, steps] = [0, 0];
  for (let seed = 1; seed <= 1000; seed++) {
    const run = createRun(spec, seed);
    const look = () => {
      const errors = outputsOf(run).map((output, k) => run.samples.targets[k]![0]! - output[0]!);
      return {
        sum: Math.abs(errors.reduce((sum, error) => sum + error, 0)),
        squares: errors.reduce((sum, error) => sum + error ** 2, 0),
      };
    };
    let before = look();
    for (let epoch = 0; epoch < epochs; epoch++) {
      train(run, 1);
      const after = look();
      steps++;
      if (after.sum > before.sum && after.squares < before.squares) misleading++;
      before = after;
    }
  }
  return misleading / steps;
}

export const numberFacts: readonly NumberFact[] = [
  {
    kind: 'number',
    id: 'all-outputs-equal.constant',
    compute() {
      const { spec, epochs } = caseTrainings['all-outputs-equal']!.training();
      const run = createRun(spec, 1);
      train(run, epochs * run.samples.count);
      return outputsOf(run)[0]![0]!;
    },
    how: 'the first output of seed 1 as posted after 100,000 epochs; 20/41 = r/(1 + r²) with r = 1 − 0.2, in the last digit from below',
    text: String,
  },
  {
    kind: 'number',
    id: 'all-outputs-equal.drift-per-epoch',
    compute: () => 0.2 ** 2 / (1 + (1 - 0.2) ** 2),
    how: 'what the second weight of a silent hidden unit loses an epoch, as a fraction of its output weight: η²/(1 + r²) = 1/41',
    text: digits(3),
  },
  {
    kind: 'number',
    id: 'all-outputs-equal.born-dead-hidden',
    compute: () => 13 / 48,
    how: 'probability that a unit with bias and two weights from U(−1, 1) is silent on 00, 10, 01 and 11, by integration',
    text: percent,
  },
  ...[4, 16].map((width): NumberFact => ({
    kind: 'number',
    id: `all-outputs-equal.born-dead-output${width === 4 ? '' : '.width-16'}`,
    compute() {
      const { variants, training } = caseTrainings['all-outputs-equal']!;
      const { spec } = width === 4 ? training() : variants['width-16.as-posted']!;
      return shareOf(2000, (seed) => outputsOf(createRun(spec, seed)).every((output) => output[0]! <= 0));
    },
    runs: 2000,
    how: `share of networks with ${width} hidden units and ReLU output that print 0 for all four inputs before the first update`,
    text: percent,
  })),
  {
    kind: 'number',
    id: 'exploding-successor.cliff',
    compute() {
      let squares = 0;
      for (let x = 0; x < 1000; x++) squares += x * x;
      return 1 / squares;
    },
    how: '1/Σx², with Σx² of a thousand inputs at its expectation: every x from 0 to 999 once',
    text: scientific(3),
  },
  {
    kind: 'number',
    id: 'exploding-successor.sum-of-squares',
    compute() {
      let squares = 0;
      for (let x = 0; x < 1000; x++) squares += x * x;
      return squares;
    },
    how: 'Σx² of a thousand inputs at its expectation: every x from 0 to 999 once',
    text: scientific(2),
  },
  {
    kind: 'number',
    id: 'negative-zero.born-dead',
    compute: () => shareOf(3000, (seed) => isBornDead('negative-zero', seed)),
    runs: 3000,
    how: 'share of networks whose output is 0 for all four inputs before the first update',
    text: percent,
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.identity.threshold',
    compute: () => (7 - Math.sqrt(33)) / 8,
    how: '2 divided by the largest curvature, halved by the second copy of the weights: (7 − √33)/8',
    text: digits(4),
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.leaky.threshold',
    compute: () => (5 - Math.sqrt(17)) / 4,
    how: 'as for no activation, with the two samples of target 0 at rest below 0, where the slope is nearly 0: (5 − √17)/4',
    text: digits(4),
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.leaky-one-copy.threshold',
    compute: () => (5 - Math.sqrt(17)) / 2,
    how: 'twice that of two copies of the weights: (5 − √17)/2',
    text: digits(4),
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.sum-rises.share',
    compute: shareOfMisleadingSteps,
    runs: 20_000,
    how: 'share of the 20 steps of 1,000 sigmoid networks in which |sum of errors| rises and the mean squared error falls',
    text: percent,
  },
];
