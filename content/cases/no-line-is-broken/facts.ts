/** How its runs end, and how the valley goes on falling. */
import type { Facts, Readings } from '#facts';

/** Hidden weights and biases, output weights and bias, as they were reported. */
const reported = [
  -0.12692590266986858, -0.844955757436316, -0.9357427469178123, 0.8173651578783794, 0.39650732687505963,
  -0.49808473788143637, -0.5832662974097391, 0.5308947844782579, 0.2908941132572971,
];

export const facts: Facts = ({ engine, training, once, say }) => {
  const { createRun, lossOfRun, train } = engine;

  /** The right gradient of all four samples, from the reported start at a rate of 0.5: loss and largest weight. */
  const along = (epochs: number) =>
    once(() => {
      const { spec } = training('2-units');
      const run = createRun(
        {
          ...spec,
          initial: { parameters: reported },
          optimizer: { kind: 'sgd', learningRate: 0.5 },
          batch: 'sum',
          sampling: { kind: 'in-order' },
        },
        1,
      );
      train(run, epochs);
      return { loss: lossOfRun(run), largest: Math.max(...run.network.parameters.map(Math.abs)) };
    });
  const [early, late] = [along(100_000), along(1_000_000)];

  return {
    'valley.loss-after-1e5': {
      value: () => early().loss,
      say: say.digits(5),
      how: 'half the squared errors of the four samples, added up, after 100,000 steps for all four together from the reported start, at a rate of 0.5 with the right gradient',
    },
    'valley.loss-after-1e6': {
      value: () => late().loss,
      say: say.digits(5),
      how: 'the same after 1,000,000 steps',
    },
    'valley.largest-after-1e5': {
      value: () => early().largest,
      say: say.fixed(1),
      how: 'the largest weight or bias of that network after 100,000 steps',
    },
    'valley.largest-after-1e6': {
      value: () => late().largest,
      say: say.fixed(1),
      how: 'the largest weight or bias of that network after 1,000,000 steps',
    },
  };
};

export const readings: Readings = {
  /** r  every output within 1/4 of its target; h  two within 0.15 of theirs and two within 0.15 of one half; w  anything else. */
  answers: ({ outputs, targets }) => {
    const all = Array.from(outputs);
    if (all.every((output, k) => Math.abs(output - targets[k]) < 1 / 4)) return 'r';
    const fitted = all.filter((output, k) => Math.abs(output - targets[k]) < 0.15).length;
    const between = all.filter((output) => Math.abs(output - 0.5) < 0.15).length;
    return fitted === 2 && between === 2 ? 'h' : 'w';
  },
};
