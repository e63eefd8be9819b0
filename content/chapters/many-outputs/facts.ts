import type { Facts } from '#facts';

export const facts: Facts = ({ engine, say }) => {
  const sigmoid = engine.activationOf('sigmoid');
  const floor = (classes: number) => Math.log(Math.E + classes - 1) - 1;

  /** The first z, in steps of a tenth, at which the sigmoid is exactly 1. */
  function isOneFrom(round: (value: number) => number): number {
    let tenths = 0;
    while (round(1 / round(1 + round(Math.exp(-tenths / 10)))) < 1) tenths++;
    return tenths / 10;
  }

  return {
    'floor-of-three': {
      value: () => floor(3),
      say: say.digits(4),
      how: 'the least cross-entropy that a softmax of three probabilities can have: ln(e + 2) − 1',
    },
    'floor-of-ten': {
      value: () => floor(10),
      say: say.digits(4),
      how: 'the least cross-entropy that a softmax of ten probabilities can have: ln(e + 9) − 1',
    },
    'floor-of-four': {
      value: () => floor(4),
      say: say.digits(4),
      how: 'the least cross-entropy that a softmax of four probabilities can have: ln(e + 3) − 1',
      hidden: true,
    },
    'chance-of-three': {
      value: () => Math.log(3),
      say: say.digits(4),
      how: 'the loss of three classes with equal probabilities: ln 3',
    },
    'chance-of-ten': {
      value: () => Math.log(10),
      say: say.digits(4),
      how: 'the loss of ten classes with equal probabilities: ln 10',
    },
    'sigmoid-is-one-from': {
      value: () => {
        let tenths = 0;
        while (sigmoid.value(tenths / 10) < 1) tenths++;
        return tenths / 10;
      },
      say: say.fixed(1),
      how: 'the smallest z, in steps of a tenth, at which the sigmoid is exactly 1 in double precision',
    },
    'sigmoid-is-one-from-single': {
      value: () => isOneFrom(Math.fround),
      say: say.fixed(1),
      how: 'the smallest z, in steps of a tenth, at which the sigmoid is exactly 1 where every result is rounded to single precision',
    },
  };
};
