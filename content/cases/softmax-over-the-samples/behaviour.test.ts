// What the page says that this program does on the way, beside how often it learns.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runText } from '../../../tests/cases/run-by-node.ts';
import { caseText, loadCase, loadProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { firstOf } from '../../../tests/whole.ts';

const id = 'softmax-over-the-samples';
const page = readFileSync(`content/cases/${id}/case.mdx`, 'utf8');
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const largest = (row: number[]) => row.indexOf(Math.max(...row));

test('prints what the page shows, and at last calls every picture a 0', () => {
  const [, shown] = /```text\n([^]*?)\n```/.exec(page)!;
  const printed = runText(caseText(id), 'program.ts').trim().split('\n');
  expect(printed.slice(0, 11).join('\n')).toBe(shown);
  expect(printed.at(-1)).toBe(Array(20).fill(0).join());
});

test('raises every bias of the output by the same in each epoch', async () => {
  const program = await loadCase(id);
  const network = program.create(3);
  const biases = () => [...program.layers(network)[1]!.biases];
  const before = biases();
  trainProgram(program, network, 40);
  for (const [c, bias] of biases().entries()) expect(bias - before[c]!).toBeCloseTo(40 * 0.005, 9);
});

test.each(firstOf([1, 2, 3], 1))(
  'answers 1 to nearly everything before the NaN, from seed %i',
  async (seed) => {
    const program = await loadCase(id);
    const { inputs } = program.data as { inputs: number[][] };
    const network = program.create(seed);
    let answers: number[] = [];
    for (let epoch = 0; epoch < 500; epoch++) {
      const outputs = inputs.map((input) => program.predict(network, input));
      if (outputs.flat().some(Number.isNaN)) break;
      answers = outputs.map(largest);
      program.update(network, 0);
    }
    expect(answers.filter((answer) => answer === 1).length).toBeGreaterThanOrEqual(18);
  },
);

test('adds up to about one half for each picture of a fresh network, and to 1 for each class', async () => {
  const program = await loadCase(id);
  const { inputs } = program.data as { inputs: number[][] };
  const network = program.create(1);
  const outputs = inputs.map((input) => program.predict(network, input));
  for (const row of outputs) expect(Math.abs(sum(row) - 0.5)).toBeLessThan(0.2);
  for (const c of outputs[0]!.keys()) expect(sum(outputs.map((row) => row[c]!))).toBeCloseTo(1, 9);
});

test('gives a picture that is alone a 1 for every class', async () => {
  const alone = caseText(id).replace('[input, ...others]', '[input]');
  const program = await loadProgram(alone);
  const { inputs } = program.data as { inputs: number[][] };
  expect(program.predict(program.create(1), inputs[3]!)).toEqual(Array(10).fill(1));
});

test.each([
  { variant: undefined, near: Math.log(20) },
  { variant: 'over-the-classes', near: Math.log(10) },
])('begins at a loss near $near, $variant', async ({ variant, near }) => {
  const program = await loadCase(id, variant ? { variant } : {});
  const { inputs, targets } = program.data as { inputs: number[][]; targets: number[][] };
  const losses = [1, 2, 3, 4, 5].map((seed) => {
    const network = program.create(seed);
    const ofSample = inputs.map(
      (input, k) => -Math.log(program.predict(network, input)[targets[k]!.indexOf(1)]!),
    );
    return sum(ofSample) / inputs.length;
  });
  expect(Math.abs(sum(losses) / 5 - near)).toBeLessThan(0.25);
});

test('lets the scores grow about threefold in fifteen epochs, until the exponential is infinite', async () => {
  const program = await loadProgram(`${caseText(id)}\nexport { sums };`);
  const { sums } = program as unknown as { sums: (layer: unknown, inputs: number[][]) => number[][] };
  const network = program.create(1) as { hidden: { activations: number[][] }; output: unknown };
  const { inputs } = program.data as { inputs: number[][] };
  const score = () => {
    program.predict(network, inputs[0]!);
    return Math.max(...sums(network.output, network.hidden.activations).flat());
  };
  const at: number[] = [];
  for (let epoch = 0; epoch < 91; epoch++) {
    if (epoch % 15 === 0) at.push(score());
    program.update(network, 0);
  }
  for (const k of [4, 5, 6]) expect(Math.abs(at[k]! / at[k - 1]! - 3)).toBeLessThan(0.3);
});

test('keeps every output finite with the largest of the class subtracted, while the scores grow', async () => {
  const program = await loadProgram(`${caseText(id, { variant: 'largest-of-the-class' })}\nexport { sums };`);
  const { sums } = program as unknown as { sums: (layer: unknown, inputs: number[][]) => number[][] };
  const network = program.create(1) as { hidden: { activations: number[][] }; output: unknown };
  trainProgram(program, network, 500);
  const { inputs } = program.data as { inputs: number[][] };
  expect(program.predict(network, inputs[0]!).every(Number.isFinite)).toBe(true);
  expect(Math.max(...sums(network.output, network.hidden.activations).flat())).toBeGreaterThan(1e9);
});
