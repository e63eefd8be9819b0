import { expect, it } from 'vitest';
import { outcomeReading } from '../../../src/book/experiments/readings.ts';
import { lettersOfResults } from '../../../src/book/experiments/run-sweep.ts';

const data = { inputs: [[0], [1]], targets: [[1, 0], [0, 1]] }; // prettier-ignore

it('gives the letter of all outputs: those that are constant are at zero where each of them is', () => {
  const letters = [
    [[0, 0], [0, 0]],
    [[0, 0.5], [0, 0.5]],
    [[0.5, 0], [0.5, 0]],
    [[1e-7, -1e-7], [1e-7, -1e-7]],
  ].map((outputs, i) =>
    lettersOfResults([{ seed: i, outcome: { kind: 'constant', value: outputs[0]![0]! }, outputs }], data, outcomeReading),
  ); // prettier-ignore
  expect(letters).toEqual(['z', 'c', 'c', 'z']);
});

it('hands every output and every target to a reading, row by row', () => {
  const outputs = [[1, 2], [3, 4]]; // prettier-ignore
  lettersOfResults([{ seed: 1, outcome: { kind: 'solved' }, outputs }], data, (end) => {
    expect(end).toEqual({ outcome: 'solved', outputCount: 2, outputs: [1, 2, 3, 4], inputs: [0, 1], targets: [1, 0, 0, 1] }); // prettier-ignore
    return 's';
  });
});
