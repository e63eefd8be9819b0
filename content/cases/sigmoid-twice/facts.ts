/** How little the slope that the program takes depends on anything, and what the printed numbers of tanh tell. */
import type { Facts, Readings } from '#facts';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const slipped = (a: number) => sigmoid(a) * (1 - sigmoid(a));

export const facts: Facts = ({ engine, training, once, say }) => {
  const { createRun, outputsOf, train } = engine;

  /** The outputs for 01 of a hundred networks as they end, in ascending order. */
  const endsFor01 = (variant: string) =>
    once(() => {
      const { spec, epochs } = training(variant);
      return Array.from({ length: 100 }, (_, k) => {
        const run = createRun(spec, k + 1);
        train(run, epochs * run.samples.count);
        return outputsOf(run)[1][0];
      }).toSorted((one, other) => one - other);
    });
  const tanh = endsFor01('tanh');
  const tanhTwice = endsFor01('tanh-twice');

  return {
    'slope.least': {
      value: () => slipped(1),
      say: say.digits(3),
      how: 'the slope that the program takes for a unit whose activation is 1, the least there is: σ(1)(1 − σ(1))',
    },
    'slope.most': {
      value: () => slipped(0),
      how: 'the slope that the program takes for a unit whose activation is 0, the most there is: σ(0)(1 − σ(0)) = 1/4',
    },
    'slope-at-5.true': {
      value: () => sigmoid(5) * (1 - sigmoid(5)),
      say: say.digits(3),
      how: 'the slope of the sigmoid at a pre-activation of 5: σ(5)(1 − σ(5))',
    },
    'slope-at-5.taken': {
      value: () => slipped(sigmoid(5)),
      say: say.digits(3),
      how: 'what the program takes for it: s(σ(5)), with s(x) = σ(x)(1 − σ(x))',
    },
    'tanh-slope.least': {
      value: () => 1 - Math.tanh(1) ** 2,
      say: say.digits(2),
      how: 'what the same slip makes of the slope of a tanh unit whose activation is 1 or −1: 1 − tanh(1)²',
    },
    'tanh.ends-at.least': {
      value: () => tanh()[0],
      say: say.fixed(4),
      how: 'the output for 01 after 100,000 samples with tanh and its right slope, the least of 100 seeds',
    },
    'tanh.ends-at.most': {
      value: () => tanh()[99],
      say: say.fixed(4),
      how: 'the same, the largest of 100 seeds',
    },
    'tanh-twice.ends-at.least': {
      value: () => tanhTwice()[0],
      say: say.fixed(4),
      how: 'the output for 01 after 100,000 samples with tanh and the slip in its slope, the least of 100 seeds',
    },
  };
};

export const readings: Readings = {
  /** r  every output is within 1/4 of its target; h  all are between 1/4 and 3/4; w  anything else. */
  answers: ({ outputs, targets }) => {
    const all = Array.from(outputs);
    if (all.every((output, k) => Math.abs(output - targets[k]) < 1 / 4)) return 'r';
    return all.every((output) => Math.abs(output - 1 / 2) < 1 / 4) ? 'h' : 'w';
  },
};
