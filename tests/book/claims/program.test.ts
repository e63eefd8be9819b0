import { expect, it } from 'vitest';
import { measure } from '../../../src/book/claims/measures.ts';
import type { Trial } from '../../../src/book/claims/read-claims.ts';

/** It is drawn as it will end: its output is the seed, for a target of 1. */
const text = `
export const data = { inputs: [[0], [1]], targets: [[0], [1]] };
export const learningRate = 1;
export const epochs = 1;
export const updatesPerEpoch = 1;
export const create = (seed) => ({ slope: seed % 2 });
export function update(network) { network.slope += 0; }
export const predict = ({ slope }, [x]) => [slope * x];
export const layers = ({ slope }) => [{ weights: [[slope]], biases: [0], activations: [0] }];
`;

const trial = (measureName: Trial['measure']): Trial => ({
  training: { file: 'line.ts', text, epochs: 1 },
  seeds: 4,
  measure: measureName,
  comparison: '>=',
  share: 0,
  allowed: 0.1,
  halfWidth: 1e-5,
  precision: 'double',
  holds: '',
  at: '',
});

it('counts how the runs of a program end', async () => {
  expect(await measure(trial('solved'))).toEqual({ share: 0.5, of: 4 });
  expect(await measure(trial('within'))).toEqual({ share: 0.5, of: 4 });
  expect(await measure(trial('zero'))).toEqual({ share: 0.5, of: 4 });
});

it('says that it knows no more of a program', async () => {
  await expect(measure(trial('copies'))).rejects.toThrow('line.ts: of a program only the ends');
});
