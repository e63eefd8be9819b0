import type { Facts, Readings } from '#facts';

/** Whether every output is within a quarter of its target: n, near, or f, far. */
export const readings: Readings = {
  near: ({ outcome, outputs, targets }) => {
    if (outcome === 'diverged') return 'f';
    for (let k = 0; k < outputs.length; k++) if (Math.abs(outputs[k] - targets[k]) > 0.25) return 'f';
    return 'n';
  },
};

export const facts: Facts = ({ training, say }) => ({
  samples: {
    value: () => {
      const { data } = training('none.lr-0.5').spec;
      return 'inputs' in data ? data.inputs.length : 0;
    },
    say: say.fixed(0),
    how: 'the number of samples, by which a sum is larger than a mean',
  },
  'weight-of-one-input': {
    value: () => (1 / 2) ** 2 / (1 / 3),
    say: say.digits(2),
    how: 'the weight at which the mean of (wx − 1/2)² is least for x from 0 to 1: the square of its mean over the mean of its square',
    hidden: true,
  },
  'numbers-in-a-table': {
    value: () => 32 * 32,
    say: say.fixed(0),
    how: 'the differences of a column of 32 and a row of 32',
    hidden: true,
  },
});
