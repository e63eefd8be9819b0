import type { Facts } from '#facts';

export const facts: Facts = ({ engine, say }) => {
  const { createRun, outputsOf, train } = engine;

  /** What a network prints whose hidden layer is silent, so that only its output's bias is left: by training it. */
  function constantAt(learningRate: number): number {
    const run = createRun(
      {
        data: { inputs: [[0], [0], [0], [0]], targets: [[0], [1], [1], [0]] },
        layers: [{ units: 1, activation: 'identity' }],
        loss: 'halfSquaredError',
        initial: { parameters: [0, 0] },
        optimizer: { kind: 'sgd', learningRate },
        batch: 'sample',
      },
      1,
    );
    train(run, 2000 * run.samples.count);
    return outputsOf(run)[0][0];
  }

  /** The learning rate at which a silent network prints this constant, which falls as the rate grows. */
  function rateThatPrints(printed: number): number {
    let [low, high] = [0.01, 0.99];
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (constantAt(middle) > printed) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  return {
    'read-the-rate': {
      value: () => rateThatPrints(0.48),
      say: say.digits(6),
      how: 'the learning rate at which a network with a silent hidden layer prints 0.48, found by training such networks',
      hidden: true,
    },
  };
};
