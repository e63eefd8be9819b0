/**
 * Sweeps that the prose leans on beside those of the cases' own variants: other widths, depths, rates and inputs, and
 * the programs of the chapters.
 */
import type { ActivationName, Fault, LayerSpec, Spec } from '../../engine/index.ts';
import { caseTrainings } from '../cases/index.ts';
import type { Training } from '../cases/training.ts';
import type { FactSweep, SweepKey } from './sweeps.ts';

const xorInputs = (low: number, high: number): number[][] => [
  [low, low],
  [high, low],
  [low, high],
  [high, high],
];

const uniform: Spec['initial'] = {
  order: 'unit-by-unit',
  weights: { kind: 'uniform', low: -1, high: 1 },
  biases: { kind: 'uniform', low: -1, high: 1 },
};

interface Shallow {
  hidden: LayerSpec;
  output: LayerSpec;
  learningRate: number;
  epochs: number;
  inputs?: number[][];
  targets?: number[][];
  batch?: Spec['batch'];
  faults?: Fault[];
}

/** One hidden layer, half squared error, weights and biases drawn between -1 and 1. */
function shallow({
  hidden,
  output,
  learningRate,
  epochs,
  inputs = xorInputs(0, 1),
  targets = [[0], [1], [1], [0]],
  batch = 'sample',
  faults = [],
}: Shallow): Training {
  return {
    epochs,
    spec: {
      data: { inputs, targets },
      layers: [hidden, output],
      loss: 'halfSquaredError',
      initial: uniform,
      optimizer: { kind: 'sgd', learningRate },
      batch,
      faults,
    },
  };
}

const linear: LayerSpec = { units: 1, activation: 'identity' };

function outcomeOf(training: Training, seeds: number): FactSweep {
  return { training, seeds, reading: 'outcome' };
}

/** The network that opens "Choosing an activation", with each activation in its hidden layer. */
const activations: [name: string, hidden: Omit<LayerSpec, 'units'>][] = [
  ['identity', { activation: 'identity' }],
  ['step', { activation: 'step' }],
  ['sigmoid', { activation: 'sigmoid' }],
  ['tanh', { activation: 'tanh' }],
  ['relu', { activation: 'relu' }],
  ['leaky-relu', { activation: 'leakyRelu', slope: 0.1 }],
  ['elu', { activation: 'elu' }],
  ['softplus', { activation: 'softplus' }],
  ['silu', { activation: 'silu' }],
  ['gelu', { activation: 'gelu' }],
];
const byActivation = activations.map(([name, hidden]): [SweepKey, FactSweep] => [
  `activation-choice.${name}`,
  outcomeOf(
    shallow({ hidden: { units: 4, ...hidden }, output: linear, learningRate: 0.2, epochs: 2000 }),
    500,
  ),
]);

/** The network that counts the ones among its inputs. */
const counting = (activation: ActivationName): Training => {
  const inputs = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => [n >> 2, (n >> 1) & 1, n & 1]);
  return shallow({
    hidden: { units: 4, activation: 'tanh' },
    output: { units: 1, activation },
    learningRate: 0.1,
    epochs: 2000,
    inputs,
    targets: inputs.map((bits) => [bits.reduce((sum, bit) => sum + bit, 0)]),
  });
};

/** Leaky units with true biases and one derivative or another; see the case leaky-derivative. */
function plainLeaky(units: number, batch: Spec['batch'], derivative: 'all' | 'eps' | 'zero'): Training {
  const leaky = { activation: 'leakyRelu', slope: 0.1 } as const;
  const faults: Fault[] = [
    ...(derivative === 'all' ? [{ name: 'derivative-collapsed' } as const] : []),
    ...(derivative !== 'zero' ? [{ name: 'derivative-threshold-at-slope' } as const] : []),
    { name: 'derivative-of-activation' },
  ];
  return shallow({
    hidden: { units, ...leaky },
    output: { units: 1, ...leaky },
    learningRate: 0.1,
    epochs: 5000,
    batch,
    faults,
  });
}
const plainKinds: [units: number, batch: Spec['batch'], name: string][] = [
  [2, 'sample', 'plain-2-sample'],
  [2, 'sum', 'plain-2-batch'],
  [4, 'sum', 'plain-4-batch'],
  [8, 'sum', 'plain-8-batch'],
];
const plain = plainKinds.flatMap(([units, batch, name]) =>
  (['all', 'eps', 'zero'] as const).map((derivative): [SweepKey, FactSweep] => [
    `leaky-derivative.${name}.${derivative}`,
    outcomeOf(plainLeaky(units, batch, derivative), 500),
  ]),
);

/** XOR with its two input values elsewhere, each at nine learning rates; the facts take the best of them. */
export const inputPlaces: [name: string, low: number, high: number][] = [
  ['inputs-0-1', 0, 1],
  ['inputs-minus1-1', -1, 1],
  ['inputs-0-10', 0, 10],
  ['inputs-0-100', 0, 100],
  ['inputs-5-6', 5, 6],
];
export const triedRates = [3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1];
export const triedHidden: [name: string, hidden: LayerSpec][] = [
  ['leaky', { units: 4, activation: 'leakyRelu', slope: 0.1 }],
  ['relu', { units: 4, activation: 'relu' }],
];
const places = inputPlaces.flatMap(([place, low, high]) =>
  triedHidden.flatMap(([name, hidden]) =>
    triedRates.map((learningRate): [SweepKey, FactSweep] => [
      `leaky-derivative.${place}.${name}.lr-${learningRate.toExponential()}`,
      outcomeOf(
        shallow({ hidden, output: linear, learningRate, epochs: 1000, inputs: xorInputs(low, high) }),
        500,
      ),
    ]),
  ),
);

/** The posted network of negative-zero in another size. */
function reluTower(width: number, hiddenLayers: number): Training {
  const { spec, epochs } = caseTrainings['negative-zero']!.training();
  const [hidden, output] = [spec.layers[0]!, spec.layers.at(-1)!];
  return {
    epochs,
    spec: {
      ...spec,
      layers: [...Array.from({ length: hiddenLayers }, () => ({ ...hidden, units: width })), output],
      // Without a list of layers each fault is in all of them.
      faults: (spec.faults ?? []).map(({ name }) => ({ name })),
    },
  };
}

/** A case's training at another learning rate. */
function atRate(training: Training, learningRate: number, epochs = training.epochs): Training {
  return { epochs, spec: { ...training.spec, optimizer: { kind: 'sgd', learningRate } } };
}

const slopeIsOne: Fault[] = [{ name: 'derivative-omitted', layers: [0] }];

export const chapterSweeps: [SweepKey, FactSweep][] = [
  ...byActivation,
  ['output-range.relu', outcomeOf(counting('relu'), 500)],
  ['output-range.identity', outcomeOf(counting('identity'), 500)],
  [
    'derivative-bugs.right',
    outcomeOf(
      shallow({ hidden: { units: 4, activation: 'tanh' }, output: linear, learningRate: 0.2, epochs: 2000 }),
      500,
    ),
  ],
  [
    'derivative-bugs.as-given',
    outcomeOf(
      shallow({
        hidden: { units: 4, activation: 'tanh' },
        output: linear,
        learningRate: 0.2,
        epochs: 2000,
        faults: [{ name: 'derivative-of-activation', layers: [0] }],
      }),
      500,
    ),
  ],
  [
    'derivative-bugs.slope-one',
    outcomeOf(
      shallow({
        hidden: { units: 4, activation: 'tanh' },
        output: linear,
        learningRate: 0.2,
        epochs: 2000,
        faults: slopeIsOne,
      }),
      500,
    ),
  ],
  ...plain,
  ...places,
  ...[1, 2, 3, 4].map((hidden): [SweepKey, FactSweep] => [
    `negative-zero.layers-${hidden + 1}`,
    outcomeOf(reluTower(16, hidden), 600),
  ]),
  ...[2, 4, 8, 16, 32].map((width): [SweepKey, FactSweep] => [
    `negative-zero.width-${width}`,
    outcomeOf(reluTower(width, 3), 600),
  ]),
  ['negative-zero.lr-0.1', outcomeOf(atRate(caseTrainings['negative-zero']!.training(), 0.1), 600)],
  ...[5e-9, 6e-9, 8e-9, 1e-7, 1e-6].map((rate): [SweepKey, FactSweep] => [
    `exploding-successor.lr-${rate.toExponential()}`,
    {
      ...outcomeOf(atRate(caseTrainings['exploding-successor']!.training(), rate, 3000), 300),
      reading: 'successor',
    },
  ]),
];
