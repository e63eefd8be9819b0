/**
 * Networks that people have asked about in public, each rebuilt small with its own arithmetic; where they were posted is cited on
 * the pages that use them. Each says which code must be among the findings, and when to look.
 */
import type { LoadedProgram } from '../../../src/lab/program.ts';
import { activations, denseProgram, randomNumbers, xor } from './dense.ts';
import type { DenseOptions } from './dense.ts';

export interface Reconstruction {
  name: string;
  program: LoadedProgram<never>;
  updates: number;
  /** One of these must be found. */
  codes: string[];
  seed?: number;
}

const uniform = (random: () => number): number => 2 * random() - 1;
const xorNetwork = (change: Partial<DenseOptions>) =>
  denseProgram({
    data: xor,
    hidden: [2],
    activation: 'sigmoid',
    output: 'sigmoid',
    rate: 0.5,
    start: uniform,
    startBias: uniform,
    ...change,
  });
const reconstruction = (
  name: string,
  program: unknown,
  codes: string[],
  updates = 0,
  seed = 1,
): Reconstruction => ({ name, program: program as LoadedProgram<never>, codes, updates, seed });

const { sigmoid } = activations;
const line = {
  inputs: [[-3], [-2], [3], [2]],
  targets: [[0], [0], [1], [1]],
};
const parity = {
  inputs: Array.from({ length: 16 }, (_, n) => [n & 1, (n >> 1) & 1, (n >> 2) & 1, (n >> 3) & 1]),
  targets: Array.from({ length: 16 }, (_, n) => [([0, 1, 1, 2, 1, 2, 2, 3][n & 7]! % 2) ^ (n >> 3)]),
};
/** Ten rough classes of a hundred inputs, most of them 0, as small pictures are. */
const pictures = (() => {
  const random = randomNumbers(3);
  const kinds = Array.from({ length: 5 }, () =>
    Array.from({ length: 40 }, () => (random() < 0.3 ? random() : 0)),
  );
  const inputs = Array.from({ length: 20 }, (_, n) => kinds[n % 5]!.map((x) => x * (0.6 + 0.8 * random())));
  return { inputs, targets: inputs.map((_, n) => kinds.map((_kind, c) => Number(c === n % 5))) };
})();
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const sine = {
  inputs: Array.from({ length: 16 }, (_, n) => [1 + 5 * n]),
  targets: Array.from({ length: 16 }, (_, n) => [Math.sin(1 + 5 * n)]),
};
const series = [2.16, 3.19, 1.85, 4.84, 0.55, 4.2, 1.68, 4.74, 0.14, 5.68, 0.48, 5.03, 0.18];
const windows = {
  inputs: Array.from({ length: 10 }, (_, n) => series.slice(n, n + 3)),
  targets: Array.from({ length: 10 }, (_, n) => [series[n + 3]!]),
};
const sums = (() => {
  const random = randomNumbers(5);
  const inputs = Array.from({ length: 32 }, () => [random(), random(), random()]);
  return { inputs, targets: inputs.map((row) => [row[0]! + row[1]! + row[2]!]) };
})();
const moons = (() => {
  const random = randomNumbers(9);
  const inputs = Array.from({ length: 40 }, (_, n) => {
    const angle = random() * Math.PI;
    const noise = () => 0.2 * (random() - 0.5);
    return n % 2 === 0
      ? [Math.cos(angle) + noise(), Math.sin(angle) + noise()]
      : [1 - Math.cos(angle) + noise(), 0.5 - Math.sin(angle) + noise()];
  });
  return { inputs, targets: inputs.map((_, n) => [n % 2]) };
})();

/** A softmax that divides by the sum over the samples: the outputs of one sample depend on all others. */
function softmaxOverSamples() {
  const three = {
    inputs: pictures.inputs.slice(0, 9).map((row) => row.slice(0, 8)),
    targets: pictures.targets.slice(0, 9).map((row) => row.slice(0, 3)),
  };
  const right = denseProgram({
    data: three,
    hidden: [4],
    activation: 'relu',
    output: 'identity',
    rate: 0.1,
    batch: 'mean',
  });
  const data = structuredClone(three);
  const outputs = (network: never): number[][] => {
    const z = data.inputs.map((input) => right.predict(network, input));
    const e = z.map((row) => row.map(Math.exp));
    const over = e[0]!.map((_, o) => e.reduce((sum, row) => sum + row[o]!, 0));
    return e.map((row) => row.map((value, o) => value / over[o]!));
  };
  return {
    ...right,
    data,
    predict: (network: never, input: number[]) => {
      const n = data.inputs.findIndex((row) => row.every((x, i) => x === input[i]));
      return outputs(network)[Math.max(0, n)]!;
    },
  };
}

/** The rate is read from a place where nobody has put it. */
function missingRate() {
  const program = xorNetwork({});
  const settings: { rate?: number } = {};
  return {
    ...program,
    update: (network: ReturnType<typeof program.create>, k: number) => {
      const before = structuredClone(network);
      program.update(network, k);
      const moved = (now: number, old: number) =>
        old + ((now - old) / program.learningRate) * (settings.rate as number);
      network.weights = network.weights.map((rows, l) =>
        rows.map((row, o) => row.map((w, i) => moved(w, before.weights[l]![o]![i]!))),
      );
      network.biases = network.biases.map((row, l) => row.map((b, o) => moved(b, before.biases[l]![o]!)));
    },
  };
}

/** Each update trains its sample until the output is within a hundredth of its target. */
function untilItFits() {
  const program = xorNetwork({ rate: 4 });
  return {
    ...program,
    update: (network: ReturnType<typeof program.create>, k: number) => {
      for (let n = 0; n < 2_000; n++) {
        program.update(network, k);
        if (Math.abs(program.predict(network, xor.inputs[k]!)[0]! - xor.targets[k]![0]!) < 0.01) return;
      }
    },
  };
}

/** Weights in an array of whole numbers. */
function wholeNumbers() {
  const program = xorNetwork({ start: (random) => Math.round(3 * (2 * random() - 1)) });
  type Whole = Omit<ReturnType<typeof program.create>, 'weights'> & { weights: Int32Array[][] };
  const asLists = (network: Whole): ReturnType<typeof program.create> => network as never;
  return {
    ...program,
    create: (seed: number): Whole => {
      const network = program.create(seed);
      return { ...network, weights: network.weights.map((rows) => rows.map((row) => Int32Array.from(row))) };
    },
    update: (network: Whole, k: number) => {
      const lists = {
        ...asLists(network),
        weights: network.weights.map((rows) => rows.map((row) => [...row])),
      };
      program.update(lists, k);
      lists.weights.forEach((rows, l) => rows.forEach((row, o) => network.weights[l]![o]!.set(row)));
      network.biases = lists.biases;
    },
    predict: (network: Whole, input: number[]) => {
      const lists = {
        ...asLists(network),
        weights: network.weights.map((rows) => rows.map((row) => [...row])),
      };
      const outputs = program.predict(lists, input);
      network.activations = lists.activations;
      return outputs;
    },
    layers: (network: Whole) =>
      program.layers({
        ...asLists(network),
        weights: network.weights.map((rows) => rows.map((row) => [...row])),
      }),
  };
}

/** exp(z) / exp(z): a softmax over one unit. */
function softmaxOfOne() {
  const program = denseProgram({ data: xor, hidden: [3], activation: 'tanh', output: 'identity', rate: 0.3 });
  return {
    ...program,
    predict: (network: ReturnType<typeof program.create>, input: number[]) => {
      const [z] = program.predict(network, input);
      network.activations[1] = [Math.exp(z!) / Math.exp(z!)];
      return [...network.activations[1]];
    },
  };
}

export const reconstructions: Reconstruction[] = [
  reconstruction(
    'A: a slope function that contains the sigmoid, given the activation',
    xorNetwork({ rate: 0.2, faults: { slope: (_z, a) => sigmoid.slope(a) } }),
    ['slope-of-activation'],
  ),
  reconstruction(
    'A, after training: the slopes hardly differ',
    xorNetwork({ rate: 0.2, faults: { slope: (_z, a) => sigmoid.slope(a) } }),
    ['nearly-constant-slope'],
    4_000,
  ),
  reconstruction(
    'B: a (1 - a) given the sum',
    xorNetwork({ rate: 0.1, biases: false, faults: { slope: (z) => z * (1 - z) } }),
    ['formula-of-activation-given-sum'],
  ),
  reconstruction(
    'C: the delta times the unit’s own output',
    denseProgram({
      data: line,
      hidden: [],
      activation: 'tanh',
      output: 'sigmoid',
      loss: 'cross-entropy',
      batch: 'mean',
      rate: 1,
      start: (random) => 0.01 * (2 * random() - 1),
      startBias: () => 0,
      faults: { times: (_x, own) => own },
    }),
    ['weights-times-own-output'],
  ),
  reconstruction(
    'D: ReLU at the output of a digit network, weights from a normal distribution',
    denseProgram({
      data: pictures,
      hidden: [12],
      activation: 'relu',
      output: 'relu',
      rate: 3,
      batch: 'mean',
      start: normal,
      startBias: normal,
    }),
    ['output-dead', 'outputs-dead', 'start-too-large'],
    4,
  ),
  reconstruction(
    'E: the weight is set to the step',
    denseProgram({
      data: parity,
      hidden: [4],
      activation: 'sigmoid',
      output: 'sigmoid',
      rate: 0.1,
      start: uniform,
      startBias: () => 1,
      faults: { step: (_w, step) => -step, stepBias: (b) => b },
    }),
    ['overwritten'],
    1,
  ),
  reconstruction('F: the rate was never set', missingRate(), ['number-missing'], 1),
  reconstruction('G: each update trains its sample until it fits', untilItFits(), ['update-fits-its-sample']),
  reconstruction(
    'G: a thousand updates on each sample in a row',
    xorNetwork({ updatesPerEpoch: 4_000, order: (k) => Math.floor(k / 1_000) }),
    ['one-sample-to-its-end'],
  ),
  reconstruction(
    'H: targets from -1 to 1 with a sigmoid output and the cross-entropy',
    denseProgram({
      data: sine,
      hidden: [4],
      activation: 'tanh',
      output: 'sigmoid',
      loss: 'cross-entropy',
      batch: 'mean',
      rate: 0.1,
      start: (random) => 0.01 * normal(random),
    }),
    ['target-outside-cross-entropy'],
  ),
  reconstruction(
    'I: the first step is far too long',
    denseProgram({
      data: windows,
      hidden: [4],
      activation: 'relu',
      output: 'relu',
      batch: 'sum',
      rate: 0.005,
      biases: false,
      start: (random) => random(),
      faults: { slope: () => 1 },
    }),
    ['step-raises-error', 'rate-above-curvature'],
  ),
  reconstruction(
    'I: no gate in the derivative',
    denseProgram({
      data: windows,
      hidden: [4],
      activation: 'relu',
      output: 'relu',
      batch: 'sum',
      rate: 0.005,
      biases: false,
      start: (random) => random(),
      faults: { slope: () => 1 },
    }),
    ['slope-always-one'],
  ),
  reconstruction('J: softmax over the samples', softmaxOverSamples(), ['outputs-mix-samples']),
  reconstruction(
    'K: every output is held against all targets',
    denseProgram({
      data: sums,
      hidden: [],
      activation: 'tanh',
      output: 'identity',
      batch: 'mean',
      loss: 'squared',
      rate: 0.1,
      biases: false,
      start: () => 0,
      faults: { error: (y, _t, mean) => y - mean },
    }),
    ['targets-averaged'],
  ),
  reconstruction('L: no biases', xorNetwork({ biases: false, rate: 0.3 }), ['no-bias'], 4_000),
  reconstruction(
    'M: two sigmoids in a valley, from the start that was posted',
    {
      ...xorNetwork({ rate: 0.1 }),
      create: (seed: number) => ({
        ...xorNetwork({}).create(seed),
        weights: [
          [
            [-0.12692590266986858, -0.844955757436316],
            [-0.9357427469178123, 0.8173651578783794],
          ],
          [[-0.5832662974097391, 0.5308947844782579]],
        ],
        biases: [[0.39650732687505963, -0.49808473788143637], [0.2908941132572971]],
      }),
    },
    ['stalled'],
    120_000,
  ),
  reconstruction(
    'N: weights too small for the depth',
    denseProgram({
      data: moons,
      hidden: [4, 6, 6, 4],
      activation: 'relu',
      output: 'sigmoid',
      loss: 'cross-entropy',
      batch: 'mean',
      rate: 0.01,
      start: (random) => 0.1 * normal(random),
      startBias: (random) => 0.1 * normal(random),
    }),
    ['start-too-small'],
  ),
  reconstruction(
    'the next layer’s value is passed back',
    xorNetwork({ faults: { back: (_delta, _error, value) => value } }),
    ['value-passed-back'],
  ),
  reconstruction('no input factor in the update', xorNetwork({ faults: { times: () => 1 } }), [
    'weights-times-nothing',
  ]),
  reconstruction(
    'the delta times the weight',
    xorNetwork({ faults: { times: (_x, _own, weight) => weight } }),
    ['weights-times-weight'],
  ),
  reconstruction('gradients are added up and never reset', xorNetwork({ faults: { neverReset: true } }), [
    'steps-add-up',
  ]),
  reconstruction(
    'the output’s slope is left out on the way back',
    xorNetwork({ faults: { back: (delta, error, _value, layer) => (layer === 1 ? error : delta) } }),
    ['output-slope-not-passed-back'],
  ),
  reconstruction('weights in an array of whole numbers', wholeNumbers(), ['integer-storage']),
  reconstruction(
    'every step rounds the weights',
    xorNetwork({
      start: (random) => 3 * (2 * random() - 1),
      faults: { step: (w, step) => Math.round(w - step) },
    }),
    ['cut-to-whole'],
  ),
  reconstruction(
    'the output layer’s steps lose their fractions',
    xorNetwork({ faults: { step: (w, step, layer) => (layer === 1 ? Math.trunc(w - step) : w - step) } }),
    ['cut-to-whole'],
  ),
  reconstruction(
    'all weights begin at 0',
    xorNetwork({ start: () => 0, startBias: () => 0 }),
    ['twin-units'],
    8,
  ),
  reconstruction(
    'all weights begin at 0.3',
    xorNetwork({ start: () => 0.3, startBias: () => 0.3 }),
    ['twin-units'],
    8,
  ),
  reconstruction('an identity hidden layer', xorNetwork({ hidden: [4], activation: 'identity' }), [
    'nothing-bends',
  ]),
  reconstruction('a softmax over one unit', softmaxOfOne(), ['output-fixed']),
  reconstruction('weight decay 10 at rate 0.3', xorNetwork({ rate: 0.3, decay: 10 }), ['decay-diverges']),
  reconstruction('the update climbs', xorNetwork({ faults: { error: (y, t) => t - y } }), ['ascent']),
  reconstruction(
    'the hidden layer’s update climbs',
    xorNetwork({ faults: { step: (w, step, layer) => (layer === 0 ? w + step : w - step) } }),
    ['ascent-in-layer'],
  ),
  reconstruction('the learning rate is 0', { ...xorNetwork({}), learningRate: 0, update: () => undefined }, [
    'rate-is-zero',
  ]),
  reconstruction(
    'the hidden layer is not in the update',
    xorNetwork({ faults: { step: (w, step, layer) => (layer === 0 ? w : w - step) } }),
    ['layer-never-updated', 'biases-never-updated', 'never-moves'],
  ),
  reconstruction(
    'saturated from the start',
    xorNetwork({ start: (random) => (random() < 0.5 ? -60 : 60), startBias: () => 300 }),
    ['units-saturated'],
  ),
  reconstruction(
    'the cross-entropy with a tanh output',
    denseProgram({
      data: xor,
      hidden: [3],
      activation: 'tanh',
      output: 'tanh',
      rate: 0.1,
      batch: 'mean',
      startBias: () => 0.4,
      start: (random) => random(),
      faults: { error: (y, t) => (y - t) / (y * (1 - y)) },
    }),
    ['log-of-negative'],
  ),
  reconstruction(
    'classes in long runs',
    denseProgram({
      data: {
        inputs: moons.inputs.toSorted((a, b) => a[1]! - b[1]!),
        targets: moons.inputs.map((_, n) => [Number(n >= 20)]),
      },
      hidden: [4],
      activation: 'tanh',
      output: 'sigmoid',
      rate: 0.1,
    }),
    ['classes-in-runs'],
  ),
];
