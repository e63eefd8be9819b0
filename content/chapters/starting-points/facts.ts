import type { Facts } from '#facts';

export const facts: Facts = ({ engine, training, say }) => ({
  printed: {
    value: () => {
      const { spec, epochs } = training();
      const run = engine.createRun(spec, 1);
      engine.train(run, epochs * engine.updatesPerEpoch(run));
      return engine.outputsOf(run)[0][0];
    },
    how: 'what the network that starts at 0 gives for every input after its 2,000 epochs; r / (1 + r²) with r = 0.9',
  },
  'he-for-64-inputs': {
    value: () => Math.sqrt(2 / 64),
    say: say.digits(4),
    how: 'the standard deviation of the weights of a ReLU layer of 64 inputs by He’s rule, the root of 2/64',
    hidden: true,
  },
  'halved-ten-times': {
    value: () => 2 ** -10,
    say: say.digits(3),
    how: 'what ten layers leave of a signal that each of them halves',
    hidden: true,
  },
});
