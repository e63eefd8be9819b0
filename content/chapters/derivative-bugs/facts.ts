import type { Facts } from '#facts';

export const facts: Facts = ({ engine, training, say }) => {
  const { createRun, train } = engine;

  /**
   * Of the network that opens the chapter, before its first update: the angle between the gradient it follows with one
   * wrong derivative or another and the true one, over the whole data set, in degrees; of 500 networks, in order.
   */
  function anglesAtBirth(followed: string): number[] {
    const gradientOf = (sweep: string, seed: number): Float64Array => {
      const { spec } = training(sweep);
      const run = createRun({ ...spec, batch: 'sum', optimizer: { kind: 'sgd', learningRate: 1 } }, seed);
      const before = run.network.parameters.slice();
      train(run, 1);
      return before.map((parameter, j) => parameter - run.network.parameters[j]);
    };
    const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, j) => sum + value * b[j], 0);
    return Array.from({ length: 500 }, (_, k) => {
      const [ours, right] = [gradientOf(followed, k + 1), gradientOf('right', k + 1)];
      const cosine = product(ours, right) / Math.sqrt(product(ours, ours) * product(right, right));
      return (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
    }).toSorted((a, b) => a - b);
  }

  const wrong = [
    ['as-given', 'the slope taken at the activation'],
    ['slope-one', 'a slope of 1 everywhere'],
  ].flatMap(([sweep, what]) => [
    [
      `${sweep}.downhill-at-birth`,
      {
        value: () => {
          const angles = anglesAtBirth(sweep);
          return { found: angles.filter((angle) => angle < 90).length, among: angles.length };
        },
        how: `with ${what}, the share of networks whose gradient before the first update, over all four samples, is within a right angle of the true one`,
      },
    ],
    [
      `${sweep}.angle-at-birth`,
      {
        value: () => anglesAtBirth(sweep)[250],
        say: say.fixed(0),
        how: `with ${what}, the angle in degrees between the gradient that is followed and the true one, before the first update; the median of 500 networks`,
      },
    ],
  ]);

  return {
    ...Object.fromEntries(wrong),
    'relative-error': {
      value: () => {
        const activation = 0.5;
        const slope = engine.activationOf('tanh').derivative(Math.atanh(activation));
        const taken = 1 - activation;
        return Math.abs(taken - slope) / Math.max(Math.abs(taken), Math.abs(slope));
      },
      say: say.digits(6),
      how: 'for a tanh unit at the activation 0.5, the relative error of 1 − a against its slope',
      hidden: true,
    },
  };
};
