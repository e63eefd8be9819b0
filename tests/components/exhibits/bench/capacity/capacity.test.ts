/** Networks like a program's, and wider ones: what must be so by arithmetic, not what a run happened to give. */
import { describe, expect, it } from 'vitest';
import { createCapacity } from '../../../../../components/exhibits/bench/capacity/capacity.ts';
import { likeNetwork } from '../../../../../components/exhibits/bench/capacity/like-network.ts';
import type { Frame, ProgramInfo } from '../../../../../src/lab/index.ts';
import { capacityWords } from '../../../../../src/words/capacity.ts';
import { denseProgram, type DenseOptions, xor } from '../../../../lab/diagnosis/dense.ts';
import { diagnosed } from '../../../../lab/diagnosis/diagnosed.ts';

const own: DenseOptions = {
  data: xor,
  hidden: [2],
  activation: 'tanh',
  output: 'sigmoid',
  rate: 0.5,
  epochs: 1_500,
};

/** What the page knows of a program after so many updates. */
function seen(options: DenseOptions, updates = 40) {
  const program = denseProgram(options);
  const network = program.create(1);
  for (let k = 0; k < updates; k++) program.update(network, k % program.updatesPerEpoch);
  const { inputs, targets } = options.data;
  const looks = inputs.map((input) => ({
    outputs: program.predict(network, input),
    layers: structuredClone(program.layers!(network)),
  }));
  const frame: Frame = {
    seed: 1,
    update: updates,
    outputs: looks.map(({ outputs }) => outputs),
    meanSquaredError: 0,
    layers: looks[0]!.layers.map(({ weights, biases }, at) => ({
      weights,
      biases,
      activations: looks.map(({ layers }) => layers[at]!.activations),
    })),
  };
  const { learningRate, epochs, updatesPerEpoch } = program;
  const info: ProgramInfo = {
    learningRate,
    epochs,
    updatesPerEpoch,
    inputs,
    targets,
    widths: [2, ...options.hidden, 1],
  };
  return { info, frame, diagnosis: diagnosed(program, updates).diagnosis };
}

function like(options: DenseOptions) {
  const found = likeNetwork(seen(options));
  if (found.kind === 'unlike') throw new Error(`nothing is like it, for its ${found.for}`);
  return found;
}

async function armsOf(options: DenseOptions) {
  const capacity = createCapacity({ ...like(options), workers: 0, change: () => undefined });
  await capacity.task.start();
  expect([capacity.task.state, capacity.task.why]).toEqual(['done', '']);
  return capacity.arms;
}

describe('the network that is like a program', () => {
  it.each([
    ['tanh and sigmoid, by half the squared error', own, ['tanh', 'sigmoid'], 'halfSquaredError', 'sample', 0.5], // prettier-ignore
    ['twice that', { ...own, loss: 'squared' }, ['tanh', 'sigmoid'], 'halfSquaredError', 'sample', 1],
    ['the cross-entropy', { ...own, loss: 'cross-entropy' }, ['tanh', 'sigmoid'], 'binaryCrossEntropy', 'sample', 0.5], // prettier-ignore
    ['the mean of a batch', { ...own, batch: 'mean' }, ['tanh', 'sigmoid'], 'halfSquaredError', 'sum', 0.125],
    ['ReLU and nothing', { ...own, hidden: [6], activation: 'relu', output: 'identity', rate: 0.02 }, ['relu', 'identity'], 'halfSquaredError', 'sample', 0.02], // prettier-ignore
  ] as [string, DenseOptions, string[], string, string, number][])(
    'is found for %s',
    (_, options, activations, loss, batch, rate) => {
      const { spec, epochs } = like(options);
      expect(spec).toMatchObject({ loss, batch, optimizer: { kind: 'sgd' } });
      expect(spec.layers.map(({ activation }) => activation)).toEqual(activations);
      expect('learningRate' in spec.optimizer && spec.optimizer.learningRate).toBeCloseTo(rate, 12);
      expect(epochs).toBe(1_500);
    },
  );

  it('is not there for what the book’s engine would do otherwise', () => {
    expect(likeNetwork(seen({ ...own, faults: { error: (y, t) => t - y } }))).toEqual({ kind: 'unlike', for: 'gradient' }); // prettier-ignore
    expect(likeNetwork(seen({ ...own, momentum: 0.9 }))).toEqual({ kind: 'unlike', for: 'gradient' });
    const { info, frame, diagnosis } = seen(own);
    expect(likeNetwork({ info, frame: { ...frame, layers: [] }, diagnosis })).toEqual({ kind: 'unlike', for: 'layers' }); // prettier-ignore
    expect(likeNetwork({ info, frame })).toEqual({ kind: 'unlike', for: 'gradient' });
  });
});

describe('more units', () => {
  // One unit's answer rises or falls along one direction, so (0,0) and (1,1) can't both be below (0,1) and (1,0).
  it('are what XOR with one hidden unit lacks', async () => {
    const arms = await armsOf({ ...own, hidden: [1] });
    expect(arms.map(({ hidden }) => hidden)).toEqual([[1], [2], [4]]);
    expect(arms[0]!.solved.count).toBe(0);
    expect(capacityWords.verdict(arms)).toMatch(/^It lacks units: 0 of 100 networks like it learn, and \d+ of 100 with [24] hidden units\.$/); // prettier-ignore
  });

  // Without biases the sum at the output is 0 on (0,0): the answer is the middle, which is on no side.
  it('are not what it lacks without biases', async () => {
    const arms = await armsOf({ ...own, hidden: [4], biases: false });
    expect(arms.map(({ more, solved }) => [more, solved.count > 0])).toEqual([['none', false], ['biases', true], ['units', false], ['units', false]]); // prettier-ignore
    expect(capacityWords.verdict(arms)).toMatch(/^It lacks biases/);
  });
});
