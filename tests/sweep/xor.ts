/** The specs that the sweep's tests share: the five cases' favourite data set. */
import type { Spec } from '../../src/engine/index.ts';
import { xor as data, xorSpec } from '../engine/specs.ts';

export const { targets } = data;

/** 2-4-1 with ReLU at the hidden layer, linear at the output: some seeds solve it, some get stuck, some die. */
export const xor: Spec = xorSpec([
  { units: 4, activation: 'relu' },
  { units: 1, activation: 'identity' },
]);

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
