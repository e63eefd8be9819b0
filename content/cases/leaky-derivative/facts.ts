import type { Facts, Readings } from '#facts';

const places = [
  ['inputs-0-1', 0, 1],
  ['inputs-minus1-1', -1, 1],
  ['inputs-0-10', 0, 10],
  ['inputs-0-100', 0, 100],
  ['inputs-5-6', 5, 6],
] as const;
const rates = ['3e-5', '1e-4', '3e-4', '1e-3', '3e-3', '1e-2', '3e-2', '1e-1', '3e-1'];

export const facts: Facts = ({ engine, bestOf }) => {
  /**
   * The largest error of y = A + B s + C l(s - 1), s = x1 + x2, on the four samples, as a network: two leaky units of
   * slope a, s and s - 1, and a linear output, with C = -2/(1 - a), A = a C, B = 1 - A.
   */
  function errorOfConstruction(slope: number): number {
    const C = -2 / (1 - slope);
    const A = slope * C;
    const run = engine.createRun(
      {
        data: {
          inputs: [
            [0, 0],
            [0, 1],
            [1, 0],
            [1, 1],
          ],
          targets: [[0], [1], [1], [0]],
        },
        layers: [
          { units: 2, activation: 'leakyRelu', slope },
          { units: 1, activation: 'identity' },
        ],
        loss: 'halfSquaredError',
        // Weights and biases of s and s - 1, then those of the output.
        initial: { parameters: [1, 1, 1, 1, 0, -1, 1 - A, C, A] },
        optimizer: { kind: 'sgd', learningRate: 0.1 },
        batch: 'sample',
      },
      1,
    );
    const errors = engine.outputsOf(run).map((output, k) => Math.abs(output[0] - run.samples.targets[k][0]));
    return Math.max(...errors);
  }

  /** How many are solved at the best of the tried learning rates, for inputs in other places. */
  const bestRates = places.flatMap(([place, low, high]) =>
    ['leaky', 'relu'].map((hidden) => [
      `${place}.${hidden}.solved`,
      {
        value: () =>
          bestOf(
            rates.map((rate) => `${place}.${hidden}.lr-${rate}`),
            's',
          ),
        how: `every output on its target’s side of the middle; 2-4-1, ${hidden === 'leaky' ? 'leaky ReLU, slope 0.1' : 'ReLU'}, linear output, inputs ${low} and ${high}, full batch, 3,000 epochs, the best of nine learning rates`,
      },
    ]),
  );

  return {
    'exact-construction.error': {
      value: () => Math.max(...[0, 0.01, 0.1, 0.2, 0.5].map(errorOfConstruction)),
      how: 'largest error on XOR of A + B s + C l(s − 1), s = x₁ + x₂, C = −2/(1 − a), A = aC, B = 1 − A, for leaky slopes a of 0, 0.01, 0.1, 0.2 and 0.5; 0 but for rounding',
    },
    ...Object.fromEntries(bestRates),
  };
};

export const readings: Readings = {
  /**
   * a  partly right, and exactly affine in the two inputs; else the letter of the outcome
   *
   * Of outputs for 00, 01, 10, 11: affine is f00 + f11 = f01 + f10. The sums are rounded a few times, by less than
   * 1e-12 in all; a network with a unit that bends on the data misses the equation by far more.
   */
  affinity: ({ outcome, outputs }) => {
    const affine = Math.abs(outputs[0] + outputs[3] - outputs[1] - outputs[2]) < 1e-12;
    if (outcome === 'partly' && affine) return 'a';
    if (outcome !== 'constant') return outcome[0];
    return Math.abs(outputs[0]) < 1e-6 ? 'z' : 'c';
  },
};
