import type { Spec } from '../../engine/index.ts';
import { present, type CaseTraining, type Training } from './training.ts';

interface Options {
  collapsed?: boolean;
  thresholdAtSlope?: boolean;
  outputBias?: boolean;
  linearOutput?: boolean;
  learningRate?: number;
  updates?: number;
}

function leakyTraining({
  collapsed = false,
  thresholdAtSlope = false,
  outputBias = false,
  linearOutput = false,
  learningRate = 0.1,
  updates = 10_000,
}: Options): Training {
  const leaky = { activation: 'leakyRelu', slope: 0.1 } as const;
  const layers = linearOutput ? [0] : [0, 1];
  const spec: Spec = {
    // The third input is the constant 1 whose weights serve as the hidden units' biases.
    data: {
      inputs: [
        [0, 0, 1],
        [0, 1, 1],
        [1, 0, 1],
        [1, 1, 1],
      ],
      targets: [[0], [1], [1], [0]],
    },
    layers: [
      { units: 3, biases: false, ...leaky },
      { units: 1, biases: outputBias, ...(linearOutput ? { activation: 'identity' } : leaky) },
    ],
    loss: 'halfSquaredError',
    initial: {
      order: 'layer-by-layer',
      weights: { kind: 'uniform', low: -1, high: 1 },
      biases: { kind: 'uniform', low: -1, high: 1 },
    },
    optimizer: { kind: 'sgd', learningRate },
    batch: 'sample',
    sampling: { kind: 'random' },
    arithmetic: { bias: 'last' },
    faults: present(
      { name: 'derivative-of-activation', layers },
      collapsed && { name: 'derivative-collapsed', layers },
      thresholdAtSlope && { name: 'derivative-threshold-at-slope', layers },
    ),
  };
  return { spec, epochs: updates / 4 };
}

export const leakyDerivative: CaseTraining = {
  training: (mended = []) =>
    leakyTraining({
      collapsed: !mended.includes('one-slope-for-the-layer'),
      thresholdAtSlope: !mended.includes('slope-used-as-a-position'),
      outputBias: mended.includes('no-bias-at-the-output'),
      updates: mended.includes('an-epoch-of-one-sample') ? 40_000 : 10_000,
    }),
  variants: {
    eps: leakyTraining({ thresholdAtSlope: true }),
    zero: leakyTraining({}),
    'zero-linear-output': leakyTraining({ linearOutput: true }),
    'zero-linear-output.lr-0.2': leakyTraining({ linearOutput: true, learningRate: 0.2 }),
    'output-bias': leakyTraining({ collapsed: true, thresholdAtSlope: true, outputBias: true }),
    'full-epochs': leakyTraining({ collapsed: true, thresholdAtSlope: true, updates: 40_000 }),
  },
};
