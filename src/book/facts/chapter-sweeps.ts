/**
 * Sweeps that the prose leans on beside those of the cases' own variants: other widths, depths, rates and inputs, and
 * the programs of the chapters.
 */
import type { ActivationName, Fault, LayerSpec, Spec } from '../../engine/index.ts';
import { caseTrainings } from '../cases/index.ts';
import type { Training } from '../cases/training.ts';
import type { FactSweep, SweepKey, TrainedSweep } from './sweeps.ts';
import { wholeBatch } from './whole-batch.ts';

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

function outcomeOf(training: Training, seeds: number): TrainedSweep {
  return { training, seeds, reading: 'outcome' };
}

/** The network that opens "Choosing an activation", with each activation in its hidden layer: from the same initial weights. */
export const hiddenActivations = (
  [
    ['identity', 'identity', { activation: 'identity' }],
    ['step', 'step', { activation: 'step' }],
    ['sigmoid', 'sigmoid', { activation: 'sigmoid' }],
    ['tanh', 'tanh', { activation: 'tanh' }],
    ['relu', 'ReLU', { activation: 'relu' }],
    ['leaky-relu', 'leaky ReLU, slope 0.1', { activation: 'leakyRelu', slope: 0.1 }],
    ['elu', 'ELU', { activation: 'elu' }],
    ['softplus', 'softplus', { activation: 'softplus' }],
    ['silu', 'SiLU', { activation: 'silu' }],
    ['gelu', 'GELU', { activation: 'gelu' }],
  ] satisfies [name: string, label: string, hidden: Omit<LayerSpec, 'units'>][]
).map(([name, label, hidden]) => ({
  name,
  label,
  training: shallow({ hidden: { units: 4, ...hidden }, output: linear, learningRate: 0.2, epochs: 2000 }),
}));
const byActivation = hiddenActivations.map(({ name, training }): [SweepKey, FactSweep] => [
  `activation-choice.${name}`,
  outcomeOf(training, 500),
]);

/** How straight a leaky unit may be: the slope below zero from ReLU's 0 towards the identity's 1. */
function atLeak(slope: number, learningRate = 0.2): TrainedSweep {
  const hidden: LayerSpec = { units: 4, activation: 'leakyRelu', slope };
  return outcomeOf(shallow({ hidden, output: linear, learningRate, epochs: 2000 }), 500);
}
const byLeak: [SweepKey, FactSweep][] = [
  ...[0.001, 0.01, 0.03, 0.3, 0.5, 0.7].map((slope): [SweepKey, FactSweep] => [
    `activation-choice.leak-${slope}`,
    atLeak(slope),
  ]),
  ['activation-choice.leak-0.7.lr-0.05', atLeak(0.7, 0.05)],
  [
    'activation-choice.leak-0.001.200000-epochs',
    outcomeOf({ ...atLeak(0.001).training, epochs: 200_000 }, 200),
  ],
];

/** How long sigmoid networks stay on their plateau. */
const byPatience = [2000, 5000, 10_000].map((epochs): [SweepKey, FactSweep] => [
  `activation-choice.all-sigmoid.${epochs}-epochs`,
  outcomeOf({ ...caseTrainings['all-outputs-equal']!.variants['all-sigmoid']!, epochs }, 500),
]);

/** The network that counts the ones among its inputs; a count of c is trained towards low + c unit. */
const counting = (activation: ActivationName, { low = 0, unit = 1, learningRate = 0.1 } = {}): Training => {
  const inputs = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => [n >> 2, (n >> 1) & 1, n & 1]);
  return shallow({
    hidden: { units: 4, activation: 'tanh' },
    output: { units: 1, activation },
    learningRate,
    epochs: 2000,
    inputs,
    targets: inputs.map((bits) => [low + unit * bits.reduce((sum, bit) => sum + bit, 0)]),
  });
};

const inThirds = counting('sigmoid', { unit: 1 / 3 });
const counts: [SweepKey, FactSweep][] = [
  ['output-range.sigmoid', { training: counting('sigmoid'), seeds: 500, reading: 'counts' }],
  ['output-range.identity.counts', { training: counting('identity'), seeds: 500, reading: 'counts' }],
  ['output-range.thirds', { training: inThirds, seeds: 500, reading: 'counts in thirds' }],
  [
    'output-range.thirds-cross-entropy',
    {
      training: { ...inThirds, spec: { ...inThirds.spec, loss: 'binaryCrossEntropy' } },
      seeds: 500,
      reading: 'counts in thirds',
    },
  ],
  [
    'output-range.with-room',
    {
      training: counting('sigmoid', { low: 0.1, unit: 0.8 / 3 }),
      seeds: 500,
      reading: 'counts from 0.1 to 0.9',
    },
  ],
];

/** The same with targets that run to 3,000, at rates from a thousandth of a thousandth up to the first. */
export const ratesForThousands = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1];
const inThousands = ratesForThousands.map((learningRate): [SweepKey, FactSweep] => [
  `output-range.thousands.lr-${learningRate.toExponential()}`,
  {
    training: counting('identity', { unit: 1000, learningRate }),
    seeds: 500,
    reading: 'counts in thousands',
  },
]);

/** A pass over the four samples is four steps, or one of a full batch. */
const plainEpochs = { sample: 5000, sum: 10_000, mean: 10_000 };

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
    epochs: plainEpochs[batch],
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
    derivative === 'all' && batch === 'sum'
      ? { own: wholeBatch(units, plainEpochs.sum), seeds: 500, reading: 'outcome' }
      : outcomeOf(plainLeaky(units, batch, derivative), 500),
  ]),
);

/** XOR with its two input values elsewhere, in full batches, each at nine learning rates; the facts take the best of them. */
export const inputPlaces: [name: string, low: number, high: number][] = [
  ['inputs-0-1', 0, 1],
  ['inputs-minus1-1', -1, 1],
  ['inputs-0-10', 0, 10],
  ['inputs-0-100', 0, 100],
  ['inputs-5-6', 5, 6],
];
export const placeEpochs = 3000;
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
        shallow({
          hidden,
          output: linear,
          learningRate,
          epochs: placeEpochs,
          inputs: xorInputs(low, high),
          batch: 'sum',
        }),
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

/** The posted network of negative-zero with one thing changed that people recommend, its fault left in. */
function remedied(change: (spec: Spec) => Partial<Spec>): FactSweep {
  const { spec, epochs } = caseTrainings['negative-zero']!.training();
  return outcomeOf({ epochs, spec: { ...spec, ...change(spec) } }, 600);
}

/** Leaky units, slope 0.01, in these layers of that network; a mask has no place in them. */
function leakyIn(chosen: (layer: number, last: number) => boolean): FactSweep {
  return remedied(({ layers, faults = [] }) => {
    const isLeaky = (layer: number) => chosen(layer, layers.length - 1);
    const masked = layers.flatMap((_, layer) => (isLeaky(layer) ? [] : [layer]));
    return {
      layers: layers.map((layer, l) =>
        isLeaky(l) ? { ...layer, activation: 'leakyRelu', slope: 0.01 } : layer,
      ),
      faults: faults.flatMap((fault): Fault[] => {
        if (fault.name !== 'mask-product') return [fault];
        return masked.length > 0 ? [{ ...fault, layers: masked }] : [];
      }),
    };
  });
}

const remedies: [SweepKey, FactSweep][] = [
  ['negative-zero.leaky-hidden', leakyIn((layer, last) => layer < last)],
  ['negative-zero.leaky-output', leakyIn((layer, last) => layer === last)],
  ['negative-zero.leaky-everywhere', leakyIn(() => true)],
  ...(
    [
      ['biases-0', { kind: 'he' }, 0],
      ['biases-1', { kind: 'he' }, 1],
      ['glorot', { kind: 'xavier' }, 0.5],
      ['small-weights', { kind: 'uniform', low: -0.1, high: 0.1 }, 0.5],
    ] as const
  ).map(([name, weights, value]): [SweepKey, FactSweep] => [
    `negative-zero.${name}`,
    remedied(() => ({
      initial: { order: 'layer-by-layer', weights, biases: { kind: 'constant', value } },
    })),
  ]),
];

const slopeIsOne: Fault[] = [{ name: 'derivative-omitted', layers: [0] }];

export const chapterSweeps: [SweepKey, FactSweep][] = [
  ...byActivation,
  ...byLeak,
  ...byPatience,
  ...counts,
  ...inThousands,
  ...remedies,
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
  [
    'negative-zero.lr-0.0005.100000-epochs',
    outcomeOf(atRate(caseTrainings['negative-zero']!.training(), 0.0005, 100_000), 200),
  ],
  ['negative-zero.lr-0.1', outcomeOf(atRate(caseTrainings['negative-zero']!.training(), 0.1), 600)],
  ...[5e-9, 6e-9, 8e-9, 1e-7, 1e-6].map((rate): [SweepKey, FactSweep] => [
    `exploding-successor.lr-${rate.toExponential()}`,
    {
      ...outcomeOf(atRate(caseTrainings['exploding-successor']!.training(), rate, 3000), 300),
      reading: 'successor',
    },
  ]),
];
