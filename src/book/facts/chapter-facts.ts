/** Numbers of the chapters and their exercises that are computed at once. */
import { type ActivationName, activationOf, createRun, outputsOf, train } from '../../engine/index.ts';
import { caseTrainings } from '../cases/index.ts';
import type { Training } from '../cases/training.ts';
import { chapterSweeps, inputPlaces, ratesForThousands, triedHidden, triedRates } from './chapter-sweeps.ts';
import type { NumberFact } from './fact.ts';
import { keptOutcomes } from './kept.ts';
import { percent } from './number-facts.ts';
import type { SweepKey } from './sweeps.ts';

const plain = (value: number) => String(Number(value.toPrecision(6)));

/** What a network whose hidden layer is silent prints, at a learning rate, for the targets 0, 1, 1, 0 in this order. */
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
  train(run, 4 * 2000);
  return outputsOf(run)[0]![0]!;
}

/** The learning rate at which that constant is `printed`: it falls as the rate grows. */
function rateThatPrints(printed: number): number {
  let [low, high] = [0.01, 0.99];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (constantAt(middle) > printed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The mean over the targets of the squared distance to the nearest number between the bounds. */
function floorOf(targets: number[], low: number, high: number): number {
  const distances = targets.map((target) => Math.max(low - target, target - high, 0));
  return distances.reduce((sum, distance) => sum + distance ** 2, 0) / targets.length;
}

/** Of the networks of negative-zero whose output is on for 11 when its turn first comes: how many that step turns off. */
function killedByFirst11(): { killed: number; living: number } {
  const { spec } = caseTrainings['negative-zero']!.training();
  let [killed, living] = [0, 0];
  for (let seed = 1; seed <= 3000; seed++) {
    const run = createRun(spec, seed);
    train(run, 1);
    if (!(outputsOf(run)[1]![0]! > 0)) continue;
    living++;
    train(run, 1);
    if (!(outputsOf(run)[1]![0]! > 0)) killed++;
  }
  return { killed, living };
}

/** Of the leaky networks that are right at a threshold of 1/2: how many are right at a threshold of 0, too. */
function rightAtZero(): { right: number; solved: number } {
  const { spec, epochs } = caseTrainings['unbounded-classifier']!.variants['leaky-lr-0.1']!;
  let [right, solved] = [0, 0];
  for (let seed = 1; seed <= 1000; seed++) {
    const run = createRun(spec, seed);
    train(run, epochs);
    const outputs = outputsOf(run).map((output) => output[0]!);
    const isRight = (threshold: number) =>
      outputs.every((output, k) => output >= threshold === (run.samples.targets[k]![0] === 1));
    if (!isRight(0.5)) continue;
    solved++;
    if (isRight(0)) right++;
  }
  return { right, solved };
}

/** Shares at the best of the tried learning rates, for inputs in other places. */
const bestRates = inputPlaces.flatMap(([place, low, high]) =>
  triedHidden.map(([name]): NumberFact => {
    const shares = () =>
      triedRates.map((rate) => {
        const letters = [...keptOutcomes(`leaky-derivative.${place}.${name}.lr-${rate.toExponential()}`)];
        return letters.filter((letter) => letter === 's').length / letters.length;
      });
    return {
      kind: 'number',
      id: `leaky-derivative.${place}.${name}.solved`,
      compute: () => Math.max(...shares()),
      runs: 500,
      how: `every output on its target’s side of the middle; 2-4-1, ${name === 'leaky' ? 'leaky ReLU, slope 0.1' : 'ReLU'}, linear output, inputs ${low} and ${high}, 1,000 epochs, the best of nine learning rates`,
      text: (share) => `${(share * 100).toFixed(1)}%`,
    };
  }),
);

const sigmoid = activationOf('sigmoid');

/** The pre-activation at which a sigmoid answers `answer`. */
const logitOf = (answer: number) => Math.log(answer / (1 - answer));

/** The least z, to a hundredth, at which the sigmoid in double precision is exactly 1. */
function roundsToOne(): number {
  let hundredths = 0;
  while (sigmoid.value(hundredths / 100) < 1) hundredths++;
  return hundredths / 100;
}

/** The largest slope of an activation on a fine grid. */
function steepest(name: ActivationName): number {
  const { derivative } = activationOf(name);
  return Math.max(...Array.from({ length: 20_001 }, (_, i) => derivative((i - 10_000) / 1000)));
}

/**
 * Of the network that opens "Derivative bugs", before its first update: the angle between the gradient it follows with
 * one wrong derivative or another and the true one, over the whole data set, in degrees; of 500 networks, in order.
 */
function anglesAtBirth(followed: SweepKey): number[] {
  const gradientOf = (key: SweepKey, seed: number): Float64Array => {
    const { spec } = trainingOf(key);
    const run = createRun({ ...spec, batch: 'sum', optimizer: { kind: 'sgd', learningRate: 1 } }, seed);
    const before = run.network.parameters.slice();
    train(run, 1);
    return before.map((parameter, j) => parameter - run.network.parameters[j]!);
  };
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, j) => sum + value * b[j]!, 0);
  return Array.from({ length: 500 }, (_, k) => {
    const [ours, right] = [gradientOf(followed, k + 1), gradientOf('derivative-bugs.right', k + 1)];
    const cosine = product(ours, right) / Math.sqrt(product(ours, ours) * product(right, right));
    return (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
  }).toSorted((a, b) => a - b);
}

/** A training that is swept for the chapters, or that of a case as posted. */
function trainingOf(key: SweepKey): Training {
  const swept = chapterSweeps.find(([name]) => name === key)?.[1].training;
  return swept ?? caseTrainings[key.replace('.as-posted', '')]!.training();
}

/**
 * How strongly the output of a network of negative-zero reacts to a step on 11 before the first update: the squared length of
 * the gradient of its pre-activation z, by the gradient 2 z grad z of z². The median of those whose output is on.
 */
function medianTheta(key: SweepKey): number {
  const { spec } = trainingOf(key);
  const thetas = Array.from({ length: 1000 }, (_, k) => {
    const run = createRun(
      {
        ...spec,
        data: { inputs: [[1, 1]], targets: [[0]] },
        layers: [...spec.layers.slice(0, -1), { units: 1, activation: 'identity' }],
        faults: [],
        optimizer: { kind: 'sgd', learningRate: 1 },
      },
      k + 1,
    );
    const z = outputsOf(run)[0]![0]!;
    const before = run.network.parameters.slice();
    train(run, 1);
    const squares = before.map((parameter, j) => ((parameter - run.network.parameters[j]!) / (2 * z)) ** 2);
    return z > 0 ? squares.reduce((sum, square) => sum + square) : NaN;
  }).filter((theta) => !Number.isNaN(theta));
  return thetas.toSorted((a, b) => a - b)[thetas.length >> 1]!;
}

const thetas = [
  'as-posted',
  'leaky-hidden',
  'biases-0',
  'biases-1',
  'glorot',
  'small-weights',
  'width-4',
].map((variant): NumberFact => ({
  kind: 'number',
  id: `negative-zero.${variant}.theta`,
  compute: () => medianTheta(`negative-zero.${variant}`),
  how: 'Θ on the input 11 before the first update: the median of those of 1,000 networks whose output is on for it',
  text: (value) => value.toFixed(0),
}));

export const chapterFacts: readonly NumberFact[] = [
  ...bestRates,
  ...thetas,
  ...[0.999, 0.999999].map((answer): NumberFact => ({
    kind: 'number',
    id: `output-range.logit-of-${answer}`,
    compute: () => logitOf(answer),
    how: `the pre-activation at which a sigmoid answers ${answer}: ln(${answer}/(1 − ${answer}))`,
    text: (value) => String(Number(value.toPrecision(3))),
  })),
  {
    kind: 'number',
    id: 'output-range.sigmoid-is-one-from',
    compute: roundsToOne,
    how: 'the least pre-activation, to a hundredth, at which the sigmoid in double precision is exactly 1',
    text: (value) => value.toFixed(1),
  },
  {
    kind: 'number',
    id: 'output-range.counting-floor',
    compute: () => {
      const { range } = activationOf('sigmoid');
      return floorOf([0, 1, 1, 2, 1, 2, 2, 3], range[0], range[1]);
    },
    how: 'the mean squared distance of the eight counts from the range of the sigmoid',
    text: plain,
  },
  {
    kind: 'number',
    id: 'output-range.thousands.best',
    compute: () =>
      Math.max(
        ...ratesForThousands.map((rate) => {
          const letters = [...keptOutcomes(`output-range.thousands.lr-${rate.toExponential()}`)];
          return letters.filter((letter) => letter === 'r').length / letters.length;
        }),
      ),
    runs: 500,
    how: 'every count answered within 1/4, with targets a thousand times the count and a linear output, after 2,000 epochs at the best of six learning rates from a millionth to a tenth',
    text: percent,
  },
  {
    kind: 'number',
    id: 'activation-choice.sigmoid-slope-at-5',
    compute: () => sigmoid.derivative(5),
    how: 'the slope of the sigmoid at z = 5',
    text: (value) => value.toPrecision(1),
  },
  ...(['silu', 'gelu'] as const).map((name): NumberFact => ({
    kind: 'number',
    id: `activation-choice.steepest-${name}`,
    compute: () => steepest(name),
    how: `the largest slope of ${name === 'silu' ? 'SiLU' : 'GELU in its tanh form'} on a grid from −10 to 10`,
    text: (value) => value.toFixed(2),
  })),
  ...['as-given', 'slope-one'].flatMap((variant): NumberFact[] => {
    const what = variant === 'as-given' ? 'the slope taken at the activation' : 'a slope of 1 everywhere';
    return [
      {
        kind: 'number',
        id: `derivative-bugs.${variant}.downhill-at-birth`,
        compute: () => anglesAtBirth(`derivative-bugs.${variant}`).filter((angle) => angle < 90).length / 500,
        runs: 500,
        how: `with ${what}, the share of networks whose gradient before the first update, over all four samples, is within a right angle of the true one`,
        text: percent,
      },
      {
        kind: 'number',
        id: `derivative-bugs.${variant}.angle-at-birth`,
        compute: () => anglesAtBirth(`derivative-bugs.${variant}`)[250]!,
        how: `with ${what}, the angle in degrees between the gradient that is followed and the true one, before the first update; the median of 500 networks`,
        text: (value) => value.toFixed(0),
      },
    ];
  }),
  {
    kind: 'number',
    id: 'negative-zero.killed-by-first-11',
    compute: () => {
      const { killed, living } = killedByFirst11();
      return killed / living;
    },
    runs: 3000,
    how: 'among networks as posted whose output is on for 11 when that sample first comes, the share whose output is off for it after that one step',
    text: (share) => `${(share * 100).toFixed(1)}%`,
  },
  {
    kind: 'number',
    id: 'unbounded-classifier.threshold-zero.right',
    compute: () => {
      const { right, solved } = rightAtZero();
      return right / solved;
    },
    runs: 1000,
    how: 'among leaky networks trained at a learning rate of 0.1 that are right at the threshold 1/2, the share that is right at the threshold 0',
    text: (share) => `${(share * 100).toFixed(1)}%`,
  },
  {
    kind: 'number',
    id: 'exercise.dying-relu.read-the-rate',
    compute: () => rateThatPrints(0.48),
    how: 'the learning rate at which a network with a silent hidden layer prints 0.48, found by training such networks',
    text: plain,
  },
  {
    kind: 'number',
    id: 'exercise.activation-choice.three-sigmoids',
    compute: () => {
      const sigmoid = activationOf('sigmoid');
      const slopes = Array.from({ length: 2001 }, (_, i) => sigmoid.derivative((i - 1000) / 100));
      return Math.max(...slopes) ** 3;
    },
    how: 'the largest slope of the sigmoid on a grid from −10 to 10, to the third power',
    text: plain,
  },
  {
    kind: 'number',
    id: 'exercise.output-range.floor-of-tanh',
    compute: () => {
      const { range } = activationOf('tanh');
      return floorOf([-2, 0, 1, 3], range[0], range[1]);
    },
    how: 'the mean squared distance of the targets −2, 0, 1 and 3 from the range of tanh',
    text: plain,
  },
  {
    kind: 'number',
    id: 'exercise.derivative-bugs.relative-error',
    compute: () => {
      const activation = 0.5;
      const slope = activationOf('tanh').derivative(Math.atanh(activation));
      const taken = 1 - activation;
      return Math.abs(taken - slope) / Math.max(Math.abs(taken), Math.abs(slope));
    },
    how: 'for a tanh unit at the activation 0.5, the relative error of 1 − a against its slope',
    text: plain,
  },
];
