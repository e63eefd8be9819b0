import { expect, it } from 'vitest';
import { runAtBuild } from '../../../src/lab/in-node/run-at-build.ts';
import type { Program } from '../../../src/lab/program.ts';
import { fixtureModule } from '../../fixture/programs.ts';

it('trains the very program to the number of its closed form', async () => {
  const { info, initial, final } = runAtBuild(await fixtureModule('xor'), 1, 20_000);
  expect(info.widths).toEqual([2, 4, 1]);
  expect(initial.update).toBe(0);
  expect(final.frame.outputs).toEqual(Array(4).fill([0.48780487804878037]));
  expect(final.frame.update).toBe(80_000);
  expect(final.loss.updates.at(-1)).toBe(80_000);
});

it.each([1000, 900])('ends at the very update at which a number is no longer finite, from 2^%i', (start) => {
  const doubling: Program<{ w: number }> = {
    data: { inputs: [[1]], targets: [[0]] },
    learningRate: 1,
    epochs: 10_000,
    updatesPerEpoch: 1,
    create: () => ({ w: 2 ** start }),
    update: (network) => void (network.w *= 2),
    predict: (network) => [network.w],
    layers: (network) => [{ weights: [[network.w]], biases: [0], activations: [network.w] }],
  };
  // It passes the largest double, just under 2^1024.
  const { final } = runAtBuild(doubling, 1, 10_000);
  expect(final.nonFiniteAt).toBe(1024 - start);
  expect(final.frame.update).toBe(1024 - start);
});
