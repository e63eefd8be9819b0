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
  'numbers-in-a-table': {
    value: () => 32 * 32,
    say: say.fixed(0),
    how: 'the differences of a column of 32 and a row of 32',
    hidden: true,
  },
});
