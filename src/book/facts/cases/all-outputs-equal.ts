/** Numbers of the case all-outputs-equal: its constants, and what its networks are born as. */
import { createRun, meanSquaredError, outputsOf, type Run, train } from '../../../engine/index.ts';
import { caseTrainings } from '../../cases/index.ts';
import type { NumberFact } from '../fact.ts';
import { digits } from '../fact-text.ts';
import { countSeeds } from '../count-seeds.ts';
import { constantOf } from '../silent-network.ts';
import { percentText } from '../../fact-words.ts';

const { training, variants } = caseTrainings['all-outputs-equal']!;

let posted: Run | undefined;

/** Seed 1 as posted, at its end. */
function endOfSeed1(): Run {
  if (!posted) {
    const { spec, epochs } = training();
    posted = createRun(spec, 1);
    train(posted, epochs * posted.samples.count);
  }
  return posted;
}

/** The constant in lowest terms for targets in this order, with r = 1 - rate. */
const orders: [targets: number[], formula: string][] = [
  [[0, 1, 1, 0], 'r/(1 + r²)'],
  [[1, 0, 0, 1], '(1 − r + r²)/(1 + r²)'],
  [[0, 0, 1, 1], '1/(1 + r²)'],
  [[1, 1, 0, 0], 'r²/(1 + r²)'],
  [[0, 1, 0, 1], '1/(1 + r)'],
  [[1, 0, 1, 0], 'r/(1 + r)'],
];

const rates: [learningRate: number, fraction: string][] = [
  [0.1, '90/181'],
  [0.3, '70/149'],
  [0.5, '2/5'],
];

export const allOutputsEqualFacts: readonly NumberFact[] = [
  {
    kind: 'number',
    id: 'all-outputs-equal.constant',
    compute: () => outputsOf(endOfSeed1())[0]![0]!,
    how: 'the first output of seed 1 as posted after 100,000 epochs; 20/41 = r/(1 + r²) with r = 1 − 0.2, in the last digit from below',
    text: String,
  },
  {
    kind: 'number',
    id: 'all-outputs-equal.as-posted.mean-squared-error',
    compute: () => meanSquaredError(endOfSeed1()),
    how: 'mean squared error of seed 1 as posted after 100,000 epochs; 841/3362, that of answering 20/41 four times',
    text: digits(4),
  },
  {
    kind: 'number',
    id: 'all-outputs-equal.drift-per-epoch',
    compute: () => 0.2 ** 2 / (1 + (1 - 0.2) ** 2),
    how: 'what the second weight of a silent hidden unit loses an epoch, as a fraction of its output weight: η²/(1 + r²) = 1/41',
    text: digits(3),
  },
  ...rates.map(([learningRate, fraction]): NumberFact => ({
    kind: 'number',
    id: `all-outputs-equal.lr-${learningRate}.constant`,
    compute: () => constantOf({ learningRate }),
    how: `what a silent hidden layer makes the network print at a learning rate of ${learningRate}, by training; ${fraction}`,
    text: String,
  })),
  ...orders.map(([targets, formula]): NumberFact => ({
    kind: 'number',
    id: `all-outputs-equal.order-${targets.join('')}.constant`,
    compute: () => constantOf({ learningRate: 0.2, targets }),
    how: `what a silent hidden layer makes the network print when the targets come in the order ${targets.join(', ')}, by training; ${formula} with r = 1 − 0.2`,
    text: digits(6),
  })),
  ...(['below', 'above'] as const).map((side): NumberFact => ({
    kind: 'number',
    id: `all-outputs-equal.last-digits.reached-from-${side}`,
    compute: () => constantOf({ learningRate: 0.2, from: side === 'below' ? 0 : 1 }),
    how: `where the bias of a silent network comes to rest when it starts at ${side === 'below' ? 0 : 1}: the last digits of 20/41 as they are reached from ${side}`,
    text: String,
  })),
  {
    kind: 'number',
    id: 'all-outputs-equal.born-dead-hidden',
    compute: () => 13 / 48,
    how: 'probability that a unit with bias and two weights from U(−1, 1) is silent on 00, 10, 01 and 11, by integration',
    text: percentText,
  },
  ...[4, 16].map((width): NumberFact => ({
    kind: 'number',
    id: `all-outputs-equal.born-dead-output${width === 4 ? '' : '.width-16'}`,
    compute() {
      const { spec } = width === 4 ? training() : variants['width-16.as-posted']!;
      return countSeeds(2000, (seed) => outputsOf(createRun(spec, seed)).every((output) => output[0]! <= 0));
    },
    how: `share of networks with ${width} hidden units and ReLU output that print 0 for all four inputs before the first update`,
    text: percentText,
  })),
];
