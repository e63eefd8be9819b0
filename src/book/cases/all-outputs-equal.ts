import type { LayerSpec } from '../../engine/index.ts';
import { present, type CaseTraining, type Training } from './training.ts';

interface Options {
  hidden?: LayerSpec;
  output?: LayerSpec;
  width?: number;
  learningRate?: number;
  epochs?: number;
  /** The layers whose derivative is 1 everywhere. */
  openLayers?: number[];
}

/** The network of the case with one thing or another changed. */
export function xorTraining({
  width = 4,
  hidden = { units: width, activation: 'relu' },
  output = { units: 1, activation: 'relu' },
  learningRate = 0.2,
  epochs = 100_000,
  openLayers = [],
}: Options): Training {
  return {
    epochs,
    spec: {
      data: {
        inputs: [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ],
        targets: [[0], [1], [1], [0]],
      },
      layers: [hidden, output],
      loss: 'halfSquaredError',
      initial: {
        order: 'unit-by-unit',
        weights: { kind: 'uniform', low: -1, high: 1 },
        biases: { kind: 'uniform', low: -1, high: 1 },
      },
      optimizer: { kind: 'sgd', learningRate },
      batch: 'sample',
      faults: present(
        openLayers.length > 0 && { name: 'derivative-of-activation', layers: openLayers },
        openLayers.length > 0 && { name: 'derivative-at-least-zero', layers: openLayers },
      ),
    },
  };
}

const linear: LayerSpec = { units: 1, activation: 'identity' };
const byWidth = (width: number) => ({
  [`width-${width}.as-posted`]: xorTraining({ width, openLayers: [0, 1] }),
  [`width-${width}.derivative-right`]: xorTraining({ width }),
  [`width-${width}.hidden-derivative-right`]: xorTraining({ width, openLayers: [1] }),
});

export const allOutputsEqual: CaseTraining = {
  training(mended = []) {
    const openOutput = !mended.includes('relu-at-the-output');
    const open = mended.includes('derivative-always-one') ? [] : openOutput ? [0, 1] : [0];
    return xorTraining({ openLayers: open, ...(openOutput ? {} : { output: linear }) });
  },
  variants: {
    'derivative-right': xorTraining({}),
    'linear-output': xorTraining({ openLayers: [0], output: linear }),
    'hidden-derivative-right': xorTraining({ openLayers: [1] }),
    'hidden-right-linear-output': xorTraining({ output: linear }),
    'leaky-hidden-linear-output': xorTraining({
      hidden: { units: 4, activation: 'leakyRelu', slope: 0.1 },
      output: linear,
    }),
    'leaky-line': xorTraining({
      hidden: { units: 4, activation: 'leakyRelu', slope: 0.1 },
      output: { units: 1, activation: 'leakyRelu', slope: 0.1 },
    }),
    'all-sigmoid': xorTraining({
      hidden: { units: 4, activation: 'sigmoid' },
      output: { units: 1, activation: 'sigmoid' },
    }),
    ...byWidth(2),
    ...byWidth(8),
    ...byWidth(16),
  },
};
