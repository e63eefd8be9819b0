/** Programs for the codes that none of the others shows: each with one thing to be said of it. */
import type { LoadedProgram } from '../../../src/lab/program.ts';
import { programOfSpec } from '../../../src/lab/program-of-spec.ts';
import { xorSpec } from '../../engine/specs.ts';
import { climbing, softmaxUphill } from './climbing.ts';
import {
  activations,
  type DenseNetwork,
  type DenseOptions,
  denseProgram,
  randomNumbers,
  xor,
} from './dense.ts';
import type { Reconstruction } from './reconstructions.ts';
import { oneForAll, twoLayers } from './two-layers.ts';

const plain = (change: Partial<DenseOptions>) =>
  denseProgram({ data: xor, hidden: [3], activation: 'tanh', output: 'identity', rate: 0.1, ...change });
const further = (name: string, program: unknown, codes: string[], updates = 0): Reconstruction => ({
  name,
  program: program as LoadedProgram<never>,
  codes,
  updates,
});

/** The same program with fewer exports. */
function withoutLayers(change: Partial<DenseOptions>) {
  return { ...plain(change), layers: undefined, missing: ['layers'] };
}

/** Something is done to the network after each update. */
function afterUpdates(change: Partial<DenseOptions>, meddle: (network: DenseNetwork) => void) {
  const program = plain(change);
  return {
    ...program,
    update: (network: DenseNetwork, k: number) => {
      program.update(network, k);
      meddle(network);
    },
  };
}

/** The network starts otherwise. */
function startedAs(change: Partial<DenseOptions>, meddle: (network: DenseNetwork) => void) {
  const program = plain(change);
  return {
    ...program,
    create: (seed: number) => {
      const network = program.create(seed);
      meddle(network);
      return network;
    },
  };
}

const twoAnswers = { ...xor, targets: xor.targets.map(([t]) => [t!, 1 - t!]) };
const uphill = xorSpec(
  [
    { units: 3, activation: 'tanh' },
    { units: 1, activation: 'identity' },
  ],
  {
    optimizer: { kind: 'adam', learningRate: 0.01 },
    batch: 'mean',
  },
);

/** Units that are off hand on −0. */
function withMinusZeros() {
  const program = plain({ activation: 'relu' });
  return {
    ...program,
    layers: (network: DenseNetwork) =>
      program
        .layers(network)
        .map((layer) => ({ ...layer, activations: layer.activations.map((a) => (a === 0 ? -0 : a)) })),
  };
}

/** y = w x, one number, all samples together, stepping against the absolute error: no loss the check knows. */
const absoluteError = {
  data: { inputs: [[1], [2], [3], [-1]], targets: [[2], [3], [7], [0]] },
  learningRate: 0.01,
  epochs: 10,
  updatesPerEpoch: 1,
  create: (seed: number) => ({ weight: [0.1 * seed] }),
  predict: ({ weight }: { weight: number[] }, [x]: number[]) => [weight[0]! * x!],
  update: ({ weight }: { weight: number[] }) => {
    const { inputs, targets } = absoluteError.data;
    const slopes = inputs.map(([x], n) => Math.sign(weight[0]! * x! - targets[n]![0]!) * x!);
    weight[0]! -= 0.01 * slopes.reduce((sum, slope) => sum + slope, 0);
  },
  missing: ['layers'],
};

/** A linear layer with more parameters than can all be moved on every sample. */
function wide(count: number, inputCount: number) {
  const random = randomNumbers(3);
  const row = (length: number): number[] => Array.from({ length }, () => 2 * random() - 1);
  const data = {
    inputs: Array.from({ length: count }, () => row(inputCount)),
    targets: Array.from({ length: count }, () => row(1)),
  };
  const predict = ({ weights }: { weights: number[] }, input: number[]): number[] => {
    let sum = 0;
    for (let i = 0; i < inputCount; i++) sum += weights[i]! * input[i]!;
    return [sum];
  };
  return {
    data,
    learningRate: 0.001,
    epochs: 1,
    updatesPerEpoch: count,
    create: () => ({ weights: row(inputCount) }),
    predict,
    update: (network: { weights: number[] }, k: number) => {
      const error = predict(network, data.inputs[k]!)[0]! - data.targets[k]![0]!;
      data.inputs[k]!.forEach((x, i) => (network.weights[i]! -= 0.001 * error * x));
    },
    missing: ['layers'],
  };
}

export const furtherPrograms: Reconstruction[] = [
  further('the absolute error of one parameter', absoluteError, ['gradient-unchecked']),
  further(
    'a silent hidden layer, and a bias that goes round',
    startedAs({ activation: 'relu', rate: 0.2 }, ({ biases }) => void biases[0]!.fill(-10)),
    ['constant-of-bias'],
    400,
  ),
  further('a ReLU output that is silent on some samples', plain({ activation: 'relu', output: 'relu' }), [
    'output-deaf',
  ]),
  further('a mask that makes −0', withMinusZeros(), ['minus-zeros']),
  further(
    'a weight that is NaN behind a comparison',
    afterUpdates({ activation: 'relu' }, ({ weights }) => void (weights[0]![0]![0] = NaN)),
    ['nan-hidden-from-outputs'],
    2,
  ),
  {
    ...further(
      'some samples fitted, and the bare bias on the others',
      plain({ activation: 'relu', rate: 0.2 }),
      ['fate'],
      8_000,
    ),
    seed: 3,
  },
  further('a network too large to be taken apart', wide(4, 21_000), ['parameters-sampled']),
  further('the output’s weights change before they pass back', twoLayers({ isChangedFirst: true }), [
    'passed-through-changed-weights',
  ]),
  further('one slope for a layer, asked at the leak', twoLayers({ slopes: oneForAll }), [
    'one-slope-for-layer-at-slope',
  ]),
  further(
    'no layers, the hidden slope left out',
    withoutLayers({
      batch: 'mean',
      faults: { slope: (z, _a, layer, f) => (layer === 0 ? 1 : f.slope(z)) },
      biases: false,
    }),
    ['gradient-wrong-in-parameters', 'not-a-gradient'],
  ),
  further('no layers, biases that never move', withoutLayers({ faults: { stepBias: (bias) => bias } }), [
    'never-moves',
  ]),
  further(
    'no layers, another loss of one output',
    withoutLayers({ output: 'sigmoid', faults: { error: (y, t) => Math.sinh(y - t) } }),
    ['gradient-along-output'],
  ),
  further(
    'no rate and no length of an epoch',
    { ...withoutLayers({}), missing: ['layers', 'learningRate', 'updatesPerEpoch'] },
    ['rate-not-exported', 'epoch-not-exported', 'layers-not-exported'],
  ),
  further('Adam uphill', programOfSpec({ ...uphill, faults: [{ name: 'step-uphill' }] }), [
    'step-signs-wrong',
  ]),
  further('Adam', programOfSpec(uphill), ['step-signs-right']),
  further(
    'the gradient is taken with the sums',
    plain({ faults: { times: (input, _own, _weight, layer) => (layer === 1 ? Math.atanh(input) : input) } }),
    ['weights-times-sum'],
  ),
  further(
    'the hidden layer steps three times as far',
    plain({ faults: { step: (weight, step, layer) => weight - (layer === 0 ? 3 * step : step) } }),
    ['factor-in-layer'],
  ),
  further('the weights climb and the biases descend', plain(climbing({ weights: [0, 1] })), [
    'ascent-of-weights',
  ]),
  further('the biases of one layer climb', plain(climbing({ biases: [0] })), ['ascent-of-biases']),
  further('a softmax, whose weights climb and whose biases descend', softmaxUphill(), ['ascent-of-weights']),
  further('no layers, the weights climb', withoutLayers(climbing({ weights: [0, 1] })), [
    'ascent-in-parameters',
  ]),
  further(
    'layers that are not the network',
    {
      ...plain({}),
      layers: () => [
        {
          weights: [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
          biases: [0, 0, 0],
          activations: [0, 0, 0],
        },
        { weights: [[1, 2, 3]], biases: [0], activations: [0] },
      ],
    },
    ['layers-not-the-network'],
  ),
  further(
    'a network that nothing is computed with, and that shows no layers',
    { ...withoutLayers({}), predict: () => [0.5] },
    ['gradient-unchecked'],
  ),
  further('a step that goes to infinity', plain({ activation: 'identity', rate: 60 }), ['non-finite'], 64),
  further(
    'infinite before it begins',
    plain({ activation: 'identity', start: (random) => (random() < 0.5 ? -1 : 1) * 1e200 }),
    ['non-finite-at-start'],
  ),
  further(
    'the root of a negative number',
    afterUpdates({}, (network) => {
      if (network.updates === 6) network.weights[0]![0]![0] = Math.sqrt(-1);
    }),
    ['nan-of-small-numbers'],
    12,
  ),
  further(
    '0/0 in its own slope',
    plain({ output: 'sigmoid', rate: 900, faults: { error: (y, t) => (y - t) / (y * (1 - y)) } }),
    ['zero-over-zero', 'nan-of-small-numbers'],
    60,
  ),
  further('every hidden unit is dead', plain({ activation: 'relu', startBias: () => -10 }), [
    'all-units-dead',
  ]),
  further(
    'one of two outputs is dead',
    startedAs(
      { data: twoAnswers, output: 'relu', startBias: () => 0.6 },
      ({ biases }) => void (biases[1]![1] = -20),
    ),
    ['outputs-dead'],
  ),
  further(
    'a silent output that is pushed',
    startedAs(
      { output: 'relu', faults: { slope: (z, _a, layer, f) => (layer === 1 ? 1 : f.slope(z)) } },
      ({ biases }) => void (biases[1]![0] = -20),
    ),
    ['output-pushed'],
  ),
  further(
    'weights that grow from layer to layer',
    plain({
      hidden: [4, 4, 4],
      biases: true,
      startBias: () => 0,
      start: (random, _count, layer) => (2 * random() - 1) * (layer === 0 ? 1e-4 : 20),
    }),
    ['exploding-gradient'],
  ),
  further(
    'random numbers outside of the network',
    afterUpdates({}, ({ biases }) => void (biases[1]![0]! += Math.random() * 1e-3)),
    ['not-replayable'],
  ),
  further(
    'a step that throws a ReLU output below zero',
    plain({ output: 'relu', rate: 3, startBias: () => 0.8 }),
    ['step-silences-output', 'step-overshoots'],
  ),
  further(
    'a leaky slope of 1 on both sides',
    plain({ activation: 'leaky', faults: { slope: (z, _a, layer, f) => (layer === 0 ? 1 : f.slope(z)) } }),
    ['slope-always-one-leaky'],
  ),
  further(
    'no layers, the bias gradient summed',
    withoutLayers({ faults: { bias: (_delta, all) => all.reduce((sum, one) => sum + one, 0) } }),
    ['gradient-wrong-in-parameters'],
  ),
  further(
    'a sigmoid output twice',
    plain({
      output: 'sigmoid',
      faults: { handOn: (_z, a, layer) => (layer === 1 ? activations.sigmoid.value(a) : a) },
    }),
    ['smooth-activation-twice'],
  ),
  further(
    'a leaky output twice',
    plain({
      output: 'leaky',
      faults: { handOn: (_z, a, layer) => (layer === 1 ? activations.leaky.value(a) : a) },
    }),
    ['activation-twice'],
  ),
  further('weight decay of a millionth', plain({ decay: 1e-6 }), ['weight-decay-unfelt']),
  further('an epoch of one sample', plain({ updatesPerEpoch: 1, order: () => 2 }), ['short-epoch']),
  further(
    'an output that is doubled on its way out',
    plain({ faults: { handOn: (_z, a, layer) => (layer === 1 ? 2 * a : a) } }),
    ['output-not-shown'],
  ),
  further(
    'silent units that are pushed',
    plain({
      activation: 'relu',
      startBias: () => -10,
      faults: { slope: (z, _a, layer, f) => (layer === 0 ? 1 : f.slope(z)) },
    }),
    ['units-pushed'],
  ),
  further(
    'a silent unit that the others carry',
    startedAs(
      {
        activation: 'relu',
        startBias: () => 0.3,
        faults: {
          bias: (delta, all, layer) => (layer === 0 ? all.reduce((sum, one) => sum + one, 0) : delta),
        },
      },
      ({ biases }) => void (biases[0]![0] = -20),
    ),
    ['units-carried'],
  ),
];
