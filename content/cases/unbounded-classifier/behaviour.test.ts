import { describe, expect, test } from 'vitest';
import { factValue } from '../../../src/book/facts/fact-result.ts';
import {
  caseText,
  loadCase,
  loadProgram,
  outputsOfProgram,
  trainProgram,
} from '../../../tests/cases/load-program.ts';
import { runByNode } from '../../../tests/cases/run-by-node.ts';

const id = 'unbounded-classifier';
const right = 'function-as-its-own-derivative';
interface Network {
  weights: number[];
  bias: number[];
}

test('run by itself it prints twenty sums of errors, which rise', () => {
  const lines = runByNode(`content/cases/${id}/program.ts`).trim().split('\n');
  const errors = lines.map((line) => Number(line.replace('error: ', '')));
  expect(errors).toHaveLength(20);
  expect(errors.every((error, step) => step === 0 || error > errors[step - 1]!)).toBe(true);
});

test('with sigmoid it works, as its author found', async () => {
  const program = await loadCase(id, { variant: 'sigmoid' });
  const network = program.create(1);
  trainProgram(program, network, program.epochs);
  expect(outputsOfProgram(program, network).map((output) => output > 0.5)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('the second copy keeps its distance for ever: W - b does not change', async () => {
  const program = await loadCase(id, { mends: [right, 'no-learning-rate'] });
  const network = program.create(3) as Network;
  const distance = () => network.weights.map((weight, i) => weight - network.bias[i]!);
  const before = distance();
  const start = [...network.weights];
  trainProgram(program, network, 100);
  distance().forEach((value, i) => expect(value).toBeCloseTo(before[i]!, 14));
  expect(network.weights).not.toEqual(start);
});

/** Whether a network a little away from its solution comes back to it. */
async function isStable(text: string, rate: number): Promise<boolean> {
  const program = await loadProgram(text.replace('learningRate = 1;', `learningRate = ${rate};`));
  const network = program.create(1) as Network;
  // x2 is the answer: 1 for it, 0 for x1; the constant is chosen by the activation's flat side.
  const solution = text.includes('LEAKY') ? [-0.2, 1.2, -0.2] : [0, 1, 0];
  solution.forEach(
    (value, i) => (network.weights[i] = value + [0.001, -0.002, 0.0015][i]! - network.bias[i]!),
  );
  trainProgram(program, network, 20_000);
  return outputsOfProgram(program, network).every((output, k) => Math.abs(output - (k % 2)) < 0.1);
}

describe('the largest learning rate that is stable', () => {
  const identity = caseText(id, {})
    .replace('(x > 0 ? x : 0.01 * x)', 'x')
    .replace('derivative: leakyReLU', 'derivative: () => 1');
  const oneCopy = caseText(id, { mends: ['bias-added-to-the-weights'] })
    .replace('(x > 0 ? x : 0.01 * x)', 'x')
    .replace('derivative: leakyReLU', 'derivative: () => 1');

  test('is (7 - sqrt 33)/8 = 0.156930 for no activation, and twice that with one copy of the weights', async () => {
    const threshold = factValue(`${id}.identity.threshold`);
    expect(threshold).toBeCloseTo(0.15693, 6);
    expect(await isStable(identity, threshold * 0.999)).toBe(true);
    expect(await isStable(identity, threshold * 1.001)).toBe(false);
    expect(await isStable(oneCopy, 2 * threshold * 0.999)).toBe(true);
    expect(await isStable(oneCopy, 2 * threshold * 1.001)).toBe(false);
  });

  test('is (5 - sqrt 17)/4 = 0.219224 for leaky ReLU, and 0.438447 with one copy', async () => {
    const threshold = factValue(`${id}.leaky.threshold`);
    expect(threshold).toBeCloseTo(0.219224, 6);
    expect(factValue(`${id}.leaky-one-copy.threshold`)).toBeCloseTo(0.438447, 6);
    // The largest curvature of the two samples on the steep side is that of
    // [[2, 2], [2, 3]]: the products of (0, 1, 1) and (1, 1, 1), inputs and bias, with each other.
    const largest = (5 + Math.sqrt(17)) / 2;
    expect(2 / largest / 2).toBeCloseTo(threshold, 12);
    for (const [mends, limit] of [
      [[right], threshold],
      [[right, 'bias-added-to-the-weights'], 2 * threshold],
    ] as const) {
      const text = `// LEAKY\n${caseText(id, { mends: [...mends] })}`;
      expect(await isStable(text, limit * 0.99)).toBe(true);
      expect(await isStable(text, limit * 1.02)).toBe(false);
    }
  });
});

test('without a learning rate the right derivative still fails; with one it is solved', async () => {
  const solvedOf = async (mends: string[], epochs: number) => {
    const program = await loadCase(id, { mends });
    let solved = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const network = program.create(seed);
      trainProgram(program, network, epochs);
      if (outputsOfProgram(program, network).every((output, k) => output > 0.5 === k % 2 > 0)) solved++;
    }
    return solved;
  };
  expect(await solvedOf([right], 1000)).toBeLessThan(5);
  expect(await solvedOf([right, 'no-learning-rate'], 1000)).toBe(50);
});
