/** XOR, the smallest task that needs a hidden layer. */
import type { DataSet, LayerSpec, Spec } from './spec.ts';

/** The four samples 00, 10, 01 and 11; a target is 1 where exactly one input is. */
export const xor: DataSet = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};

/** A network on XOR as the programs of the book train it: unit by unit from U(-1, 1), one sample at a time. */
export function xorSpec(layers: LayerSpec[], options: Partial<Spec> = {}): Spec {
  return {
    data: xor,
    layers,
    loss: 'halfSquaredError',
    initial: {
      order: 'unit-by-unit',
      weights: { kind: 'uniform', low: -1, high: 1 },
      biases: { kind: 'uniform', low: -1, high: 1 },
    },
    optimizer: { kind: 'sgd', learningRate: 0.2 },
    batch: 'sample',
    ...options,
  };
}
