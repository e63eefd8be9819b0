/** Numbers of the case leaky-derivative. */
import { createRun, outputsOf } from '../../../engine/index.ts';
import { bestOf } from '../best-of.ts';
import { inputPlaces, placeEpochs, triedHidden, triedRates } from '../chapter-sweeps.ts';
import type { NumberFact } from '../fact.ts';
import { percentText } from '../../fact-words.ts';

/**
 * The largest error of y = A + B s + C l(s - 1), s = x1 + x2, on the four samples, as a network: two leaky units of
 * slope a, s and s - 1, and a linear output, with C = -2/(1 - a), A = a C, B = 1 - A.
 */
function errorOfConstruction(slope: number): number {
  const C = -2 / (1 - slope);
  const A = slope * C;
  const run = createRun(
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
  const errors = outputsOf(run).map((output, k) => Math.abs(output[0]! - run.samples.targets[k]![0]!));
  return Math.max(...errors);
}

/** How many are solved at the best of the tried learning rates, for inputs in other places. */
const bestRates = inputPlaces.flatMap(([place, low, high]) =>
  triedHidden.map(([name]): NumberFact => {
    const sweeps = triedRates.map((rate) => `leaky-derivative.${place}.${name}.lr-${rate.toExponential()}`);
    return {
      kind: 'number',
      id: `leaky-derivative.${place}.${name}.solved`,
      compute: () => bestOf(sweeps, 's'),
      how: `every output on its target’s side of the middle; 2-4-1, ${name === 'leaky' ? 'leaky ReLU, slope 0.1' : 'ReLU'}, linear output, inputs ${low} and ${high}, full batch, ${placeEpochs.toLocaleString('en')} epochs, the best of nine learning rates`,
      text: percentText,
    };
  }),
);

export const leakyDerivativeFacts: readonly NumberFact[] = [
  {
    kind: 'number',
    id: 'leaky-derivative.exact-construction.error',
    compute: () => Math.max(...[0, 0.01, 0.1, 0.2, 0.5].map(errorOfConstruction)),
    how: 'largest error on XOR of A + B s + C l(s − 1), s = x₁ + x₂, C = −2/(1 − a), A = aC, B = 1 − A, for leaky slopes a of 0, 0.01, 0.1, 0.2 and 0.5; 0 but for rounding',
    text: String,
  },
  ...bestRates,
];
