/** Its thresholds, and what its loss and its threshold of 0 hide. */
import type { Facts } from '#facts';

const everyCodeFault = ['function-as-its-own-derivative', 'no-learning-rate', 'bias-added-to-the-weights'];

export const facts: Facts = ({ engine, training, mended, countSeeds, say }) => {
  const { createRun, outputsOf, train } = engine;
  type Run = ReturnType<typeof createRun>;

  const errorsOf = (run: Run) => outputsOf(run).map((output, k) => run.samples.targets[k][0] - output[0]);
  const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

  /** Of the steps in 20 epochs of the sigmoid network: how many make |sum of errors| rise and the mean square fall. */
  function misleadingSteps() {
    const { spec, epochs } = training('sigmoid');
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
    const run = createRun(training('sigmoid').spec, 1);
    run.network.parameters.fill(0);
    return Math.abs(sumOf(errorsOf(run)));
  }

  /** Of the networks that are right at a threshold of 1/2: how many are right at a threshold of 0, too. */
  const rightAtZero = ({ spec, epochs }: ReturnType<typeof training>) =>
    countSeeds(1000, (seed) => {
      const run = createRun(spec, seed);
      train(run, epochs);
      const isRightAt = (threshold: number) =>
        outputsOf(run).every((output, k) => output[0] >= threshold === (run.samples.targets[k][0] === 1));
      return isRightAt(0.5) ? isRightAt(0) : undefined;
    });

  /** How far W - b moves in a thousand epochs at most, over 100 seeds. */
  function driftOfCopies(): number {
    const { spec, epochs } = training('leaky-lr-0.1');
    let drift = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const run = createRun(spec, seed);
      const { weights, biases } = run.network.layers[0];
      const before = weights.map((weight, i) => weight - biases[i]);
      train(run, epochs);
      before.forEach((distance, i) => {
        drift = Math.max(drift, Math.abs(weights[i] - biases[i] - distance));
      });
    }
    return drift;
  }

  /** Of the plain ReLU networks that do not learn: how many print 0, as they are drawn, on samples that are so. */
  const bornOffAmongFailed = (isSo: (offOn: number[]) => boolean) => {
    const { spec, epochs } = training('relu-lr-0.1');
    return countSeeds(1000, (seed) => {
      const run = createRun(spec, seed);
      const { targets } = run.samples;
      const offOn = outputsOf(run).flatMap(([output], k) => (output === 0 ? [targets[k][0]] : []));
      train(run, epochs);
      const learned = outputsOf(run).every(([output], k) => output > 0.5 === (targets[k][0] === 1));
      return learned ? undefined : isSo(offOn);
    });
  };

  const identityThreshold = (7 - Math.sqrt(33)) / 4;
  const leakyThreshold = (5 - Math.sqrt(17)) / 2;
  return {
    'identity.threshold': {
      value: () => identityThreshold / 2,
      say: say.digits(4),
      how: '2 divided by the largest curvature, halved by the second copy of the weights: (7 − √33)/8',
    },
    'identity-one-copy.threshold': {
      value: () => identityThreshold,
      say: say.digits(4),
      how: 'twice that of two copies of the weights: (7 − √33)/4',
    },
    'leaky.threshold': {
      value: () => leakyThreshold / 2,
      say: say.digits(4),
      how: 'as for no activation, with the two samples of target 0 at rest below 0, where the slope is nearly 0: (5 − √17)/4',
    },
    'leaky-one-copy.threshold': {
      value: () => leakyThreshold,
      say: say.digits(4),
      how: 'twice that of two copies of the weights: (5 − √17)/2',
    },
    'relu-failed.born-dead': {
      value: () => bornOffAmongFailed((offOn) => offOn.length === 4),
      how: 'among plain ReLU networks that have not learned after 1,000 epochs at a rate of 0.1, the share that prints 0 for all four samples before the first step',
    },
    'relu-failed.born-off-for-a-one': {
      value: () => bornOffAmongFailed((offOn) => offOn.length < 4 && offOn.includes(1)),
      how: 'among the same, the share that prints 0 for a sample whose target is 1, and not for all, before the first step',
    },
    'copies.drift': {
      value: driftOfCopies,
      how: 'the most that a component of W − b has moved after 1,000 epochs, in 100 leaky networks with the right derivative and a learning rate of 0.1; 0 but for rounding',
    },
    'sum-rises.share': {
      value: misleadingSteps,
      counted: 'step',
      how: 'share of the 20 steps of 1,000 sigmoid networks in which |sum of errors| rises and the mean squared error falls',
    },
    'all-zero.printed': {
      value: printedByAllZero,
      how: '|sum of errors| of a sigmoid network whose weights are all 0, which answers one half to everything',
    },
    'threshold-zero.right': {
      value: () => rightAtZero(training('leaky-lr-0.1')),
      how: 'among leaky networks trained at a learning rate of 0.1 that are right at the threshold 1/2, the share that is right at the threshold 0',
    },
    'threshold-zero-one-copy.right': {
      value: () => rightAtZero(mended(everyCodeFault)),
      how: 'the same with one copy of the weights, so with every fault of the training mended',
    },
  };
};
