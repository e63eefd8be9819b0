/** Numbers of the case unbounded-classifier: its thresholds, and what its loss and its threshold of 0 hide. */
import { createRun, outputsOf, type Run, train } from '../../../engine/index.ts';
import { caseTrainings } from '../../cases/index.ts';
import type { Training } from '../../cases/training.ts';
import type { Count, NumberFact } from '../fact.ts';
import { digits } from '../fact-text.ts';
import { countSeeds } from '../count-seeds.ts';
import { percentText } from '../../fact-words.ts';

const { training, variants } = caseTrainings['unbounded-classifier']!;

const errorsOf = (run: Run) => outputsOf(run).map((output, k) => run.samples.targets[k]![0]! - output[0]!);
const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Of the steps in 20 epochs of the sigmoid network: how many make |sum of errors| rise and the mean square fall. */
function misleadingSteps(): Count {
  const { spec, epochs } = variants['sigmoid']!;
  let [misleading, steps] = [0, 0];
  for (let seed = 1; seed <= 1000; seed++) {
    const run = createRun(spec, seed);
    const look = () => {
      const errors = errorsOf(run);
      return { sum: Math.abs(sumOf(errors)), squares: sumOf(errors.map((error) => error ** 2)) };
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
  return { found: misleading, among: steps };
}

/** What the sigmoid network prints when all of its weights are 0. */
function printedByAllZero(): number {
  const { spec } = variants['sigmoid']!;
  const run = createRun(spec, 1);
  run.network.parameters.fill(0);
  return Math.abs(sumOf(errorsOf(run)));
}

/** Of the networks that are right at a threshold of 1/2: how many are right at a threshold of 0, too. */
function rightAtZero({ spec, epochs }: Training): Count {
  return countSeeds(1000, (seed) => {
    const run = createRun(spec, seed);
    train(run, epochs);
    const isRightAt = (threshold: number) =>
      outputsOf(run).every((output, k) => output[0]! >= threshold === (run.samples.targets[k]![0] === 1));
    return isRightAt(0.5) ? isRightAt(0) : undefined;
  });
}

/** How far W - b moves in a thousand epochs at most, over 100 seeds. */
function driftOfCopies(): number {
  const { spec, epochs } = variants['leaky-lr-0.1']!;
  let drift = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const run = createRun(spec, seed);
    const { weights, biases } = run.network.layers[0]!;
    const before = weights.map((weight, i) => weight - biases[i]!);
    train(run, epochs);
    before.forEach((distance, i) => {
      drift = Math.max(drift, Math.abs(weights[i]! - biases[i]! - distance));
    });
  }
  return drift;
}

const everyCodeFault = ['function-as-its-own-derivative', 'no-learning-rate', 'bias-added-to-the-weights'];

export const unboundedClassifierFacts: readonly NumberFact[] = [
  ...[
    { name: 'identity', copies: 2 },
    { name: 'identity-one-copy', copies: 1 },
  ].map(({ name, copies }): NumberFact => ({
    kind: 'number',
    id: `unbounded-classifier.${name}.threshold`,
    compute: () => (7 - Math.sqrt(33)) / 4 / copies,
    how:
      copies === 2
        ? '2 divided by the largest curvature, halved by the second copy of the weights: (7 − √33)/8'
        : 'twice that of two copies of the weights: (7 − √33)/4',
    text: digits(4),
  })),
  ...[
    { name: 'leaky', copies: 2 },
    { name: 'leaky-one-copy', copies: 1 },
  ].map(({ name, copies }): NumberFact => ({
    kind: 'number',
    id: `unbounded-classifier.${name}.threshold`,
    compute: () => (5 - Math.sqrt(17)) / 2 / copies,
    how:
      copies === 2
        ? 'as for no activation, with the two samples of target 0 at rest below 0, where the slope is nearly 0: (5 − √17)/4'
        : 'twice that of two copies of the weights: (5 − √17)/2',
    text: digits(4),
  })),
  {
    kind: 'number',
    id: 'unbounded-classifier.copies.drift',
    compute: driftOfCopies,
    how: 'the most that a component of W − b has moved after 1,000 epochs, in 100 leaky networks with the right derivative and a learning rate of 0.1; 0 but for rounding',
    text: String,
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.sum-rises.share',
    compute: misleadingSteps,
    how: 'share of the 20 steps of 1,000 sigmoid networks in which |sum of errors| rises and the mean squared error falls',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.all-zero.printed',
    compute: printedByAllZero,
    how: '|sum of errors| of a sigmoid network whose weights are all 0, which answers one half to everything',
    text: String,
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.threshold-zero.right',
    compute: () => rightAtZero(variants['leaky-lr-0.1']!),
    how: 'among leaky networks trained at a learning rate of 0.1 that are right at the threshold 1/2, the share that is right at the threshold 0',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.threshold-zero-one-copy.right',
    compute: () => rightAtZero(training(everyCodeFault)),
    how: 'the same with one copy of the weights, so with every fault of the training mended',
    text: percentText,
  },
];
