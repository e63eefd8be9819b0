import type { Facts, Reading, Readings } from '#facts';

export const facts: Facts = ({ engine, bestOf, say }) => {
  const sigmoid = engine.activationOf('sigmoid');
  const tanh = engine.activationOf('tanh');

  /** The pre-activation at which a sigmoid answers `answer`. */
  const logitOf = (answer: number) => Math.log(answer / (1 - answer));

  /** The mean over the targets of the squared distance to the nearest number of a range. */
  function floorOf(targets: number[], [low, high]: readonly [number, number]): number {
    const distances = targets.map((target) => Math.max(low - target, target - high, 0));
    return distances.reduce((sum, distance) => sum + distance ** 2, 0) / targets.length;
  }

  /** The least z, to a hundredth, at which the sigmoid in double precision is exactly 1. */
  function roundsToOne(): number {
    let hundredths = 0;
    while (sigmoid.value(hundredths / 100) < 1) hundredths++;
    return hundredths / 100;
  }

  return {
    ...Object.fromEntries(
      [0.999, 0.999999].map((answer) => [
        `logit-of-${answer}`,
        {
          value: () => logitOf(answer),
          say: say.digits(3),
          how: `the pre-activation at which a sigmoid answers ${answer}: ln(${answer}/(1 − ${answer}))`,
        },
      ]),
    ),
    'sigmoid-is-one-from': {
      value: roundsToOne,
      say: say.fixed(1),
      how: 'the least pre-activation, to a hundredth, at which the sigmoid in double precision is exactly 1',
    },
    'counting-floor': {
      value: () => floorOf([0, 1, 1, 2, 1, 2, 2, 3], sigmoid.range),
      say: say.digits(6),
      how: 'the mean squared distance of the eight counts from the range of the sigmoid',
    },
    'thousands.best': {
      value: () =>
        bestOf(
          ['1e-6', '1e-5', '1e-4', '1e-3', '1e-2', '1e-1'].map((rate) => `thousands.lr-${rate}`),
          'r',
        ),
      how: 'every count answered within 1/4, with targets a thousand times the count and a linear output, after 2,000 epochs at the best of six learning rates from a millionth to a tenth',
    },
    'floor-of-tanh': {
      value: () => floorOf([-2, 0, 1, 3], tanh.range),
      say: say.digits(6),
      how: 'the mean squared distance of the targets −2, 0, 1 and 3 from the range of tanh',
      hidden: true,
    },
  };
};

/**
 * r  right: each output, moved back from the scale it was trained on, is within 1/4 of its count, n = 0 to 7 in binary;
 *    a count of c was trained towards low + c unit
 * w  wrong
 * d  diverged
 */
const counts =
  (low: number, unit: number): Reading =>
  ({ outputs, outcome }) => {
    if (outcome === 'diverged') return 'd';
    const ones = Array.from(outputs, (_, n) => (n & 1) + ((n >> 1) & 1) + ((n >> 2) & 1));
    return ones.every((count, n) => Math.abs((outputs[n] - low) / unit - count) < 1 / 4) ? 'r' : 'w';
  };

export const readings: Readings = {
  counts: counts(0, 1),
  'counts-in-thirds': counts(0, 1 / 3),
  'counts-from-0.1-to-0.9': counts(0.1, 0.8 / 3),
  'counts-in-thousands': counts(0, 1000),
};
