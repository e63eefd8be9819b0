import type { Facts } from '#facts';

export const facts: Facts = ({ say }) => ({
  'rate-for-a-sum': {
    value: () => 0.5 / 250,
    say: say.digits(2),
    how: 'the rate for a sum over 250 samples that makes the steps of a rate of 0.5 for their mean',
    hidden: true,
  },
});
