import type { Facts } from '#facts';

const points = [
  [1, 1],
  [2, 1],
  [3, 0],
  [4, 0],
];
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

export const facts: Facts = ({ say }) => ({
  'best-slope': {
    value: () => sum(points.map(([x, y]) => x * y)) / sum(points.map(([x]) => x * x)),
    say: say.digits(3),
    how: 'the least squares of a line through the origin: the sum of x y over the sum of x²',
  },
  'first-step': {
    value: () => 0.01,
    say: say.digits(2),
    how: 'from a weight of 0, on the point (1, 1): the learning rate times an error of 1 times an input of 1',
    hidden: true,
  },
});
