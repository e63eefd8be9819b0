/** The specs that the sweep's tests share: the five cases' favourite data set. */
import type { Spec } from '../../src/engine/index.ts';

export const targets = [[0], [1], [1], [0]];

const data = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets,
};

/** 2-4-1 with ReLU at the hidden layer, linear at the output: some seeds solve it, some get stuck, some die. */
export const xor: Spec = {
  data,
  layers: [
    { units: 4, activation: 'relu' },
    { units: 1, activation: 'identity' },
  ],
  loss: 'halfSquaredError',
  initial: {
    order: 'unit-by-unit',
    weights: { kind: 'uniform', low: -1, high: 1 },
    biases: { kind: 'uniform', low: -1, high: 1 },
  },
  optimizer: { kind: 'sgd', learningRate: 0.2 },
  batch: 'sample',
};

/** The same with an optimiser that only the engine has. */
export const xorWithAdam: Spec = { ...xor, optimizer: { kind: 'adam', learningRate: 0.01 } };

/** The same with ReLU at the output too: many networks are dead for good. */
export const xorWithReluOutput: Spec = {
  ...xor,
  layers: [
    { units: 4, activation: 'relu' },
    { units: 1, activation: 'relu' },
  ],
};

/** A step far too large: every run diverges. */
export const xorDiverging: Spec = {
  ...xor,
  layers: [
    { units: 4, activation: 'identity' },
    { units: 1, activation: 'identity' },
  ],
  optimizer: { kind: 'sgd', learningRate: 5 },
};
