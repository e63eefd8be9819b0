import { expect, it } from 'vitest';
import { runAtBuild } from '../../../../src/lab/in-node/run-at-build.ts';
import { packStart, readStart } from '../../../../components/exhibits/bench/start.ts';
import type { Start } from '../../../../components/exhibits/bench/start.ts';
import type { Program } from '../../../../src/lab/program.ts';
import { fixtureModule } from '../../../fixture/programs.ts';

const startOf = (program: Program): Start => {
  const { info, initial } = runAtBuild(program, 1, 1);
  return { info, frame: initial };
};

/** A straight line over the numbers from 0 to 999. */
const thousand = Array.from({ length: 1000 }, (_, n) => [n]);
const line: Program<{ weight: number }> = {
  data: { inputs: thousand, targets: thousand.map(([n]) => [n! + 1]) },
  learningRate: 1e-9,
  epochs: 1,
  updatesPerEpoch: 1,
  create: (seed) => ({ weight: 1 / (seed + 2) }),
  update: (network) => void (network.weight += 1e-9),
  predict: (network, input) => [network.weight * input[0]!],
  layers: ({ weight }) => [{ weights: [[weight]], biases: [0], activations: [weight] }],
};

it('comes back as it was, to the last bit, when there are few samples', async () => {
  const start = startOf(await fixtureModule('deep'));
  expect(readStart(packStart(start))).toEqual(start);
});

it('keeps the numbers that JSON has no words for', async () => {
  const { info, frame } = startOf(await fixtureModule('xor'));
  const odd = { info, frame: { ...frame, outputs: [[-0], [Infinity], [-Infinity], [NaN]] } };
  expect(readStart(packStart(odd)).frame.outputs).toEqual([[-0], [Infinity], [-Infinity], [NaN]]);
});

it('of a thousand samples keeps the data whole, and of the rest what is shown', () => {
  const start = startOf(line as unknown as Program);
  const text = packStart(start);
  const { info, frame } = readStart(text);
  expect(info).toEqual(start.info);
  expect(frame.outputs).toHaveLength(1000);
  expect(Object.keys(frame.outputs).map(Number)).toEqual([0, 143, 285, 428, 571, 714, 856, 999]);
  for (const n of [0, 999]) {
    expect(frame.outputs[n]).toEqual(start.frame.outputs[n]);
    expect(frame.layers[0]!.activations[n]).toEqual(start.frame.layers[0]!.activations[n]);
  }
  expect(text.length).toBeLessThan(15_000);
});

it('keeps a sample on which a unit is not silent', () => {
  const rows = Array.from({ length: 100 }, (_, n) => [n]);
  const activations = rows.map(([n]) => [n === 50 ? 1 : 0, 0]);
  const start: Start = {
    info: { learningRate: 1, epochs: 1, updatesPerEpoch: 1, inputs: rows, targets: rows, widths: [1, 2] },
    frame: {
      seed: 1,
      update: 0,
      outputs: rows,
      meanSquaredError: 0,
      layers: [{ weights: [[1], [1]], biases: [0, 0], activations }],
    },
  };
  const kept = readStart(packStart(start)).frame.layers[0]!.activations;
  expect(kept.some((row) => row[0] !== 0)).toBe(true);
  expect(kept.every((row) => row[1] === 0)).toBe(true);
});
