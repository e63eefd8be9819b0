import { present, type CaseTraining, type Training } from './training.ts';

interface Options {
  scaled?: boolean;
  decay?: boolean;
  trainBiases?: boolean;
  passActivation?: boolean;
  linearOutput?: boolean;
  learningRate?: number;
  epochs?: number;
}

/** The network of the case with one thing or another changed. */
export function successorTraining({
  scaled = false,
  decay = true,
  trainBiases = false,
  passActivation = false,
  linearOutput = false,
  learningRate = scaled ? 0.1 : 1e-9,
  epochs = 60_000,
}: Options): Training {
  return {
    epochs,
    spec: {
      data: { kind: 'successor', samples: 1000, below: 1000, divisor: scaled ? 1000 : 1 },
      layers: [
        { units: 3, activation: 'leakyRelu', slope: 0.01 },
        {
          units: 1,
          ...(linearOutput ? { activation: 'identity' } : { activation: 'leakyRelu', slope: 0.01 }),
        },
      ],
      loss: 'halfSquaredError',
      initial: {
        order: 'biases-then-weights',
        weights: { kind: 'uniform', low: 0, high: 1 },
        biases: { kind: 'uniform', low: 0, high: 1 },
      },
      optimizer: { kind: 'sgd', learningRate },
      batch: scaled ? 'mean' : 'sum',
      weightDecay: decay ? 0.5 : 0,
      faults: present(
        !passActivation && { name: 'pre-activation-passed-on', layers: [0] },
        !linearOutput && { name: 'activation-applied-twice', layers: [1] },
        !trainBiases && { name: 'biases-frozen' },
      ),
    },
  };
}

export const explodingSuccessor: CaseTraining = {
  training: (mended = []) =>
    successorTraining({
      scaled: mended.includes('summed-over-raw-inputs'),
      decay: !mended.includes('weight-decay-unscaled'),
      trainBiases: mended.includes('biases-never-trained'),
      passActivation: mended.includes('pre-activation-passed-on'),
      linearOutput: mended.includes('leaky-output-twice'),
    }),
  variants: {
    'lr-1e-8': successorTraining({ learningRate: 1e-8, epochs: 3000 }),
    'lr-1e-8-activation': successorTraining({ learningRate: 1e-8, epochs: 3000, passActivation: true }),
    'biases-trained': successorTraining({ trainBiases: true }),
    activation: successorTraining({ passActivation: true }),
    'linear-output': successorTraining({ linearOutput: true }),
    'no-decay': successorTraining({ decay: false }),
    normalised: successorTraining({ scaled: true, decay: false, trainBiases: true, epochs: 5000 }),
    'normalised-decay': successorTraining({ scaled: true, epochs: 5000 }),
    'all-mended': successorTraining({
      scaled: true,
      decay: false,
      trainBiases: true,
      passActivation: true,
      linearOutput: true,
      epochs: 5000,
    }),
  },
};
