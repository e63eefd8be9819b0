/** What the numbers at which such a network begins say, and how far its scores are pushed. */
import type { Facts } from '#facts';

const classes = 10;
const samples = 20;
const ofEach = samples / classes;
const rate = 0.1;

export const facts: Facts = ({ say }) => ({
  'loss-of-ignorance.over-the-classes': {
    value: () => Math.log(classes),
    say: say.digits(3),
    how: 'the cross-entropy where each of ten classes is given the same: ln 10',
  },
  'loss-of-ignorance.over-the-samples': {
    value: () => Math.log(samples),
    say: say.digits(3),
    how: 'the same where each of twenty samples is given the same of a class: ln 20',
  },
  'column-of-errors': {
    value: () => 1 - ofEach,
    say: say.fixed(0),
    how: 'output minus target, summed over the samples of a class and all others: 1 − 2',
  },
  'push-per-epoch': {
    value: () => (rate * (ofEach - 1)) / samples,
    say: say.digits(3),
    how: 'what an epoch adds to every bias of the output: the rate times (2 − 1)/20',
  },
  'most-finite': {
    value: () => Math.floor(Math.log(Number.MAX_VALUE)),
    say: say.fixed(0),
    how: 'the largest whole number whose exponential is finite in double precision',
  },
});
