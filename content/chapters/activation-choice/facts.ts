import type { Facts } from '#facts';

export const facts: Facts = ({ engine, say }) => {
  const sigmoid = engine.activationOf('sigmoid');

  /** The largest slope of an activation on a fine grid. */
  function steepest(name: 'silu' | 'gelu'): number {
    const { derivative } = engine.activationOf(name);
    return Math.max(...Array.from({ length: 20_001 }, (_, i) => derivative((i - 10_000) / 1000)));
  }

  /** The first z, in steps of a hundredth, where the slope of tanh is rounded to 0. */
  function tanhIsFlatFrom(): number {
    const { derivative } = engine.activationOf('tanh');
    let hundredths = 0;
    while (derivative(hundredths / 100) > 0) hundredths++;
    return hundredths / 100;
  }

  return {
    'tanh-is-flat-from': {
      value: tanhIsFlatFrom,
      say: say.fixed(1),
      how: 'the smallest z, in steps of a hundredth, at which the slope of tanh is 0 in double precision',
    },
    'sigmoid-slope-at-5': {
      value: () => sigmoid.derivative(5),
      say: say.digits(1),
      how: 'the slope of the sigmoid at z = 5',
    },
    'steepest-silu': {
      value: () => steepest('silu'),
      say: say.fixed(2),
      how: 'the largest slope of SiLU on a grid from −10 to 10',
    },
    'steepest-gelu': {
      value: () => steepest('gelu'),
      say: say.fixed(2),
      how: 'the largest slope of GELU in its tanh form on a grid from −10 to 10',
    },
    'three-sigmoids': {
      value: () => {
        const slopes = Array.from({ length: 2001 }, (_, i) => sigmoid.derivative((i - 1000) / 100));
        return Math.max(...slopes) ** 3;
      },
      say: say.digits(6),
      how: 'the largest slope of the sigmoid on a grid from −10 to 10, to the third power',
      hidden: true,
    },
  };
};
