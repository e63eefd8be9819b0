/** Its constants, what its networks are born as, and how its runs end. */
import type { Facts, Readings } from '#facts';

/** The targets in another order, and the constant in lowest terms with r = 1 - rate. */
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

export const facts: Facts = ({ engine, training, countSeeds, once, say }) => {
  const { createRun, meanSquaredError, outputsOf, train } = engine;

  /** Seed 1 as posted, at its end. */
  const endOfSeed1 = once(() => {
    const { spec, epochs } = training();
    const run = createRun(spec, 1);
    train(run, epochs * run.samples.count);
    return run;
  });

  /** What a network prints whose hidden layer is silent, so that only its output's bias is left: by training it. */
  function constantOf(learningRate: number, targets = [0, 1, 1, 0], from = 0): number {
    const run = createRun(
      {
        data: { inputs: targets.map(() => [0]), targets: targets.map((target) => [target]) },
        layers: [{ units: 1, activation: 'identity' }],
        loss: 'halfSquaredError',
        initial: { parameters: [0, from] },
        optimizer: { kind: 'sgd', learningRate },
        batch: 'sample',
      },
      1,
    );
    train(run, 2000 * run.samples.count);
    return outputsOf(run)[0][0];
  }

  const bornDead = (variant: string) =>
    countSeeds(2000, (seed) =>
      outputsOf(createRun(training(variant).spec, seed)).every((output) => output[0] <= 0),
    );
  const howBornDead = (width: number) =>
    `share of networks with ${width} hidden units and ReLU output that print 0 for all four inputs before the first update`;

  return {
    constant: {
      value: () => outputsOf(endOfSeed1())[0][0],
      how: 'the first output of seed 1 as posted after 100,000 epochs; 20/41 = r/(1 + r²) with r = 1 − 0.2, in the last digit from below',
    },
    'as-posted.mean-squared-error': {
      value: () => meanSquaredError(endOfSeed1()),
      say: say.digits(4),
      how: 'mean squared error of seed 1 as posted after 100,000 epochs; 841/3362, that of answering 20/41 four times',
    },
    'drift-per-epoch': {
      value: () => 0.2 ** 2 / (1 + (1 - 0.2) ** 2),
      say: say.digits(3),
      how: 'what the second weight of a silent hidden unit loses an epoch, as a fraction of its output weight: η²/(1 + r²) = 1/41',
    },
    ...Object.fromEntries(
      rates.map(([learningRate, fraction]) => [
        `lr-${learningRate}.constant`,
        {
          value: () => constantOf(learningRate),
          how: `what a silent hidden layer makes the network print at a learning rate of ${learningRate}, by training; ${fraction}`,
        },
      ]),
    ),
    ...Object.fromEntries(
      orders.map(([targets, formula]) => [
        `order-${targets.join('')}.constant`,
        {
          value: () => constantOf(0.2, targets),
          say: say.digits(6),
          how: `what a silent hidden layer makes the network print when the targets come in the order ${targets.join(', ')}, by training; ${formula} with r = 1 − 0.2`,
        },
      ]),
    ),
    'last-digits.reached-from-below': {
      value: () => constantOf(0.2, [0, 1, 1, 0], 0),
      how: 'where the bias of a silent network comes to rest when it starts at 0: the last digits of 20/41 as they are reached from below',
    },
    'last-digits.reached-from-above': {
      value: () => constantOf(0.2, [0, 1, 1, 0], 1),
      how: 'where the bias of a silent network comes to rest when it starts at 1: the last digits of 20/41 as they are reached from above',
    },
    'born-dead-hidden': {
      value: () => 13 / 48,
      say: say.percent,
      how: 'probability that a unit with bias and two weights from U(−1, 1) is silent on 00, 10, 01 and 11, by integration',
    },
    'born-dead-output': { value: () => bornDead('as-posted'), how: howBornDead(4) },
    'born-dead-output.width-16': { value: () => bornDead('width-16.as-posted'), how: howBornDead(16) },
  };
};

/**
 * The outputs for 00, 10, 01, 11 that an unsolved run can end at when the derivative is right in the hidden layer and the
 * output is linear, at learning rate 0.2. Some samples are fitted at their turn, the others go round with the bias; by
 * the fitted ones: none, 00, 10, 01, 11, 00 and 10, 00 and 01, 10 and 11, 01 and 11.
 */
const fates: [number, number, number, number][] = [
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

export const readings: Readings = {
  /**
   * b  20/41 in all four outputs, as the last digit is reached from below: 0.48780487804878037
   * f  20/41 to 1e-6 in all four outputs, with other last digits
   * o  20/41 to 1e-6 in three of the four outputs, another number in the fourth
   * else the letter of the outcome
   */
  'last-digits': ({ outcome, outputs }) => {
    const all = Array.from(outputs);
    if (all.every((output) => output === 0.48780487804878037)) return 'b';
    const atConstant = all.filter((output) => Math.abs(output - 20 / 41) < 1e-6).length;
    if (atConstant === 4) return 'f';
    if (atConstant === 3) return 'o';
    if (outcome !== 'constant') return outcome[0];
    return Math.abs(all[0]) < 1e-6 ? 'z' : 'c';
  },
  /** 0 to 8: the nine fates of an unsolved run; u: none of them. */
  fate: ({ outcome, outputs }) => {
    if (outcome === 'solved') return 's';
    const fate = fates.findIndex((values) => values.every((value, k) => Math.abs(outputs[k] - value) < 1e-6));
    return fate < 0 ? 'u' : String(fate);
  },
};
