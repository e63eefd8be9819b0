import type { LayerSpec } from '../../engine/index.ts';
import { present, type CaseTraining, type Training } from './training.ts';

interface Options {
  activation?: Pick<LayerSpec, 'activation' | 'slope'>;
  ownDerivative?: boolean;
  twoCopies?: boolean;
  learningRate?: number;
  epochs?: number;
}

function oneLayerTraining({
  activation = { activation: 'leakyRelu', slope: 0.01 },
  ownDerivative = false,
  twoCopies = true,
  learningRate = 1,
  epochs = 20,
}: Options): Training {
  return {
    epochs,
    spec: {
      data: {
        inputs: [
          [0, 0, 1],
          [0, 1, 1],
          [1, 0, 1],
          [1, 1, 1],
        ],
        targets: [[0], [1], [0], [1]],
      },
      layers: [{ units: 1, biases: twoCopies, ...activation }],
      loss: 'halfSquaredError',
      initial: {
        order: 'layer-by-layer',
        weights: { kind: 'uniform', low: -1, high: 1 },
        biases: { kind: 'uniform', low: -1, high: 1 },
      },
      optimizer: { kind: 'sgd', learningRate },
      batch: 'sum',
      faults: present(
        ownDerivative && { name: 'derivative-is-function' },
        twoCopies && { name: 'bias-added-to-weights' },
      ),
    },
  };
}

export const unboundedClassifier: CaseTraining = {
  training(mended = []) {
    const slow = mended.includes('no-learning-rate');
    return oneLayerTraining({
      ownDerivative: !mended.includes('function-as-its-own-derivative'),
      twoCopies: !mended.includes('bias-added-to-the-weights'),
      ...(slow ? { learningRate: 0.1, epochs: 1000 } : {}),
    });
  },
  variants: {
    sigmoid: oneLayerTraining({ activation: { activation: 'sigmoid' } }),
    leaky: oneLayerTraining({ epochs: 1000 }),
    'leaky-lr-0.1': oneLayerTraining({ learningRate: 0.1, epochs: 1000 }),
    'leaky-lr-0.1.20-epochs': oneLayerTraining({ learningRate: 0.1 }),
    'own-derivative-lr-0.1': oneLayerTraining({ ownDerivative: true, learningRate: 0.1, epochs: 1000 }),
    'relu-lr-0.1': oneLayerTraining({ activation: { activation: 'relu' }, learningRate: 0.1, epochs: 1000 }),
    'identity-lr-0.15': oneLayerTraining({
      activation: { activation: 'identity' },
      learningRate: 0.15,
      epochs: 1000,
    }),
    'identity-lr-0.16': oneLayerTraining({
      activation: { activation: 'identity' },
      learningRate: 0.16,
      epochs: 1000,
    }),
  },
};
