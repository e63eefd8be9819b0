import type { ActivationName, LayerSpec } from '../../engine/index.ts';
import { present, type CaseTraining, type Training } from './training.ts';

interface Options {
  hidden?: ActivationName;
  output?: ActivationName;
  ownBiasGradient?: boolean;
  mask?: boolean;
  learningRate?: number;
  /** Weight layers, the output's among them. Defaults to 4. */
  depth?: number;
  width?: number;
}

/** The network of the case with one thing or another changed. */
export function reluTraining({
  hidden = 'relu',
  output = 'relu',
  ownBiasGradient = false,
  mask = true,
  learningRate = 0.01,
  depth = 4,
  width = 16,
}: Options): Training {
  const hiddenLayers = Array.from({ length: depth - 1 }, () => ({ units: width, activation: hidden }));
  const layers: LayerSpec[] = [...hiddenLayers, { units: 1, activation: output }];
  const masked = layers.flatMap(({ activation }, layer) => (activation === 'relu' ? [layer] : []));
  return {
    epochs: 5000,
    spec: {
      data: {
        inputs: [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
        ],
        targets: [[0], [0], [1], [1]],
      },
      layers,
      loss: 'squaredError',
      initial: {
        order: 'layer-by-layer',
        weights: { kind: 'he' },
        biases: { kind: 'constant', value: 0.5 },
      },
      optimizer: { kind: 'sgd', learningRate },
      batch: 'sample',
      arithmetic: { bias: 'last', rate: 'last' },
      faults: present(
        mask && masked.length > 0 && { name: 'mask-product', layers: masked },
        !ownBiasGradient && { name: 'bias-gradient-summed' },
      ),
    },
  };
}

export const negativeZero: CaseTraining = {
  training: (mended = []) =>
    reluTraining({
      output: mended.includes('relu-at-the-output') ? 'identity' : 'relu',
      ownBiasGradient: mended.includes('bias-gradient-of-the-layer'),
      mask: !mended.includes('minus-zero-by-mask'),
      learningRate: mended.includes('step-too-long-for-the-width') ? 0.001 : 0.01,
    }),
  variants: {
    'bias-gradient-right': reluTraining({ ownBiasGradient: true }),
    'sigmoid-output': reluTraining({ output: 'sigmoid' }),
    'all-sigmoid': reluTraining({ hidden: 'sigmoid', output: 'sigmoid' }),
    'linear-output-alone': reluTraining({ output: 'identity' }),
    'linear-output': reluTraining({ output: 'identity', ownBiasGradient: true }),
    'lr-0.001': reluTraining({ learningRate: 0.001 }),
    'bias-gradient-right.lr-0.001': reluTraining({ ownBiasGradient: true, learningRate: 0.001 }),
  },
};
