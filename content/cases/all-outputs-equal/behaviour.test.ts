import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Program } from '../../../src/lab/program.ts';
import {
  caseText,
  loadCase,
  loadProgram,
  outputsOfProgram,
  trainProgram,
} from '../../../tests/cases/load-program.ts';
import { firstOf } from '../../../tests/whole.ts';

const id = 'all-outputs-equal';
interface Parameters {
  hb: number[];
  hw: number[][];
  ob: number;
  ow: number[];
}
type Run = Parameters & { out: number[]; tr: Record<string, number[]> };
const oracle = JSON.parse(readFileSync('tests/oracles/xor-2-4-1.json', 'utf8')) as {
  runs: ({ seed: number; init: Parameters } & Record<string, Run>)[];
};

function parametersOf(program: Program, network: unknown): Parameters {
  const [hidden, output] = program.layers(network);
  return { hb: hidden!.biases, hw: hidden!.weights, ob: output!.biases[0]!, ow: output!.weights[0]! };
}

/** A network whose hidden layer is silent on all four inputs, with this output bias and these output weights. */
function silentNetwork(program: Program, bias: number, outputWeights = [0.3, -0.2, 0.5, 0.1]) {
  const network = program.create(1);
  const [hidden, output] = program.layers(network);
  hidden!.biases.fill(-4);
  for (const weights of hidden!.weights) weights.fill(-1);
  output!.biases[0] = bias;
  output!.weights[0]!.splice(0, 4, ...outputWeights);
  return network;
}

test('run by itself it prints what its author saw', () => {
  const printed = execFileSync(process.execPath, [`content/cases/${id}/program.ts`], { encoding: 'utf8' });
  expect(printed).toBe('0.48780487804878037\n'.repeat(4));
});

describe.each([
  { key: 'A_posted', choice: {} },
  { key: 'B_bothFixed', choice: { mends: ['derivative-always-one'] } },
  { key: 'C_hiddenFixedOnly', choice: { variant: 'hidden-derivative-right' } },
  { key: 'G_hiddenFixed_linearOut', choice: { mends: ['derivative-always-one', 'relu-at-the-output'] } },
  { key: 'K_leaky0.1_linearOut', choice: { variant: 'leaky-hidden-linear-output' } },
])('$key', ({ key, choice }) => {
  test.each(firstOf(oracle.runs, 1))('seed $seed meets the independent run to the last bit', async (run) => {
    const program = await loadCase(id, choice);
    const network = program.create(run.seed);
    expect(parametersOf(program, network)).toEqual(run.init);
    const { out, tr, ...final } = run[key]!;
    let epoch = 0;
    for (const [until, outputs] of Object.entries(tr)) {
      trainProgram(program, network, Number(until) - epoch);
      epoch = Number(until);
      expect(outputsOfProgram(program, network), `after ${until} epochs`).toEqual(outputs);
    }
    trainProgram(program, network, program.epochs - epoch);
    expect(outputsOfProgram(program, network)).toEqual(out);
    expect(parametersOf(program, network)).toEqual(final);
  });
});

test.each([
  { rate: 0.2, fraction: [20, 41] },
  { rate: 0.1, fraction: [90, 181] },
  { rate: 0.3, fraction: [70, 149] },
  { rate: 0.5, fraction: [2, 5] },
])(
  'a silent network at learning rate $rate ends at $fraction, which tells the rate',
  async ({ rate, fraction }) => {
    const text = caseText(id, {}).replace('learningRate = 0.2', `learningRate = ${rate}`);
    const program = await loadProgram(text);
    const network = silentNetwork(program, 0.9);
    trainProgram(program, network, 1000);
    const [above, below] = fraction as [number, number];
    const r = 1 - rate;
    expect(r / (1 + r * r)).toBeCloseTo(above / below, 14);
    expect(1 / 2 - rate ** 2 / (2 * (1 + r * r))).toBeCloseTo(above / below, 14);
    for (const output of outputsOfProgram(program, network)) expect(output).toBeCloseTo(above / below, 15);
  },
);

test('the order of the targets decides the constant', async () => {
  const closedForms: [targets: number[], constant: (r: number) => number][] = [
    [[0, 1, 1, 0], (r) => r / (1 + r * r)],
    [[1, 0, 0, 1], (r) => (1 - r + r * r) / (1 + r * r)],
    [[0, 0, 1, 1], (r) => 1 / (1 + r * r)],
    [[1, 1, 0, 0], (r) => (r * r) / (1 + r * r)],
    [[0, 1, 0, 1], (r) => 1 / (1 + r)],
    [[1, 0, 1, 0], (r) => r / (1 + r)],
  ];
  for (const [targets, constant] of closedForms) {
    const from = 'targets: [[0], [1], [1], [0]]';
    const text = caseText(id, {}).replace(from, `targets: ${JSON.stringify(targets.map((t) => [t]))}`);
    const program = await loadProgram(text);
    const network = silentNetwork(program, 0.5, [0, 0, 0, 0]);
    trainProgram(program, network, 1000);
    expect(outputsOfProgram(program, network)[0], String(targets)).toBeCloseTo(constant(0.8), 15);
  }
});

test('in the last digit there are two fixed points: one reached from below, one from above', async () => {
  const program = await loadCase(id);
  const endOf = (bias: number) => {
    const network = silentNetwork(program, bias, [0, 0, 0, 0]);
    trainProgram(program, network, 1000);
    return outputsOfProgram(program, network)[0];
  };
  expect([0, 0.1, 0.3, 0.48].map(endOf)).toEqual(Array(4).fill(0.48780487804878037));
  expect([0.49, 0.6, 0.9, 2].map(endOf)).toEqual(Array(4).fill(0.4878048780487805));
});

test('a silent unit keeps its bias and first weight and loses v/41 of its second weight an epoch', async () => {
  const program = await loadCase(id);
  const network = silentNetwork(program, 20 / 41);
  const before = structuredClone(program.layers(network)[0]!);
  const weights = [...program.layers(network)[1]!.weights[0]!];
  trainProgram(program, network, 10);
  const [hidden, output] = program.layers(network);
  expect(output!.weights[0]).toEqual(weights);
  weights.forEach((v, unit) => {
    expect(hidden!.biases[unit]).toBeCloseTo(before.biases[unit]!, 13);
    expect(hidden!.weights[unit]![0]).toBeCloseTo(before.weights[unit]![0]!, 13);
    expect(hidden!.weights[unit]![1]! - before.weights[unit]![1]!).toBeCloseTo((-10 * v) / 41, 13);
  });
});

test('the loss it never calls would say 841/3362', async () => {
  const program = await loadProgram(`${caseText(id, {})}\nexport { loss };`);
  const { loss } = program as unknown as { loss(network: unknown): number };
  expect(loss(silentNetwork(program, 20 / 41))).toBeCloseTo(841 / 3362, 15);
});

test('a hidden unit is born silent with probability 13/48', async () => {
  const program = await loadCase(id);
  let silent = 0;
  const seeds = 20_000;
  for (let seed = 1; seed <= seeds; seed++) {
    const [hidden] = program.layers(program.create(seed));
    hidden!.biases.forEach((b, unit) => {
      const [w1, w2] = hidden!.weights[unit]! as [number, number];
      if (Math.max(b, b + w1, b + w2, b + w1 + w2) <= 0) silent++;
    });
  }
  const share = silent / (4 * seeds);
  expect(Math.abs(share - 13 / 48)).toBeLessThan(3 * Math.sqrt(((13 / 48) * (35 / 48)) / (4 * seeds)));
});
