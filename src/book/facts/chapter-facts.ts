/** Numbers of the chapters and their exercises that are computed at once. */
import { type ActivationName, activationOf, createRun, train } from '../../engine/index.ts';
import { caseTrainings } from '../cases/index.ts';
import type { Training } from '../cases/training.ts';
import { percentText } from '../fact-words.ts';
import { bestOf } from './best-of.ts';
import { chapterSweeps, ratesForThousands } from './chapter-sweeps.ts';
import type { NumberFact } from './fact.ts';
import { digits } from './fact-text.ts';
import { constantOf } from './silent-network.ts';
import type { SweepKey } from './sweeps.ts';
import { medianTheta } from './theta.ts';

const plain = digits(6);

/** The learning rate at which a silent network prints this constant, which falls as the rate grows. */
function rateThatPrints(printed: number): number {
  let [low, high] = [0.01, 0.99];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (constantOf({ learningRate: middle }) > printed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The mean over the targets of the squared distance to the nearest number between the bounds. */
function floorOf(targets: number[], low: number, high: number): number {
  const distances = targets.map((target) => Math.max(low - target, target - high, 0));
  return distances.reduce((sum, distance) => sum + distance ** 2, 0) / targets.length;
}

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
  const swept = chapterSweeps.find(([name]) => name === key)?.[1];
  if (swept && 'training' in swept) return swept.training;
  return caseTrainings[key.replace('.as-posted', '')]!.training();
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
  compute: () => medianTheta(trainingOf(`negative-zero.${variant}`).spec, [1, 1]),
  how: 'Θ on the input 11 before the first update: the median of those of 1,000 networks whose output is on for it',
  text: (value) => value.toFixed(0),
}));

export const chapterFacts: readonly NumberFact[] = [
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
      bestOf(
        ratesForThousands.map((rate) => `output-range.thousands.lr-${rate.toExponential()}`),
        'r',
      ),
    how: 'every count answered within 1/4, with targets a thousand times the count and a linear output, after 2,000 epochs at the best of six learning rates from a millionth to a tenth',
    text: percentText,
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
        compute: () => {
          const angles = anglesAtBirth(`derivative-bugs.${variant}`);
          return { found: angles.filter((angle) => angle < 90).length, among: angles.length };
        },
        how: `with ${what}, the share of networks whose gradient before the first update, over all four samples, is within a right angle of the true one`,
        text: percentText,
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
