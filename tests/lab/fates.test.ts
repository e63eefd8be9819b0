/** The nine ways in which the right ReLU network for XOR ends unsolved, named by the diagnosis. */
import '../fixture/in-fixture-content.ts';
import { describe, expect, it } from 'vitest';
import { fateOf } from '../../src/lab/checks/fate-findings.ts';
import { sayFinding } from '../../src/words/say-finding.ts';
import { caseText } from '../cases/load-program.ts';
import { edited, runProgram, spaced } from './run-program.ts';

const right = caseText('xor', { mends: ['derivative-always-one', 'relu-at-the-output'] });

const fatesIn = (source: string, seed: number, updates: number) => {
  const run = runProgram(source, seed);
  const { frame } = run.advance(updates);
  const findings = run
    .diagnose()
    .findings.filter(({ code }) => code === 'fate' || code.startsWith('constant-'))
    .map((finding) => {
      const { title, means } = sayFinding(finding, {
        layerCount: 2,
        inputs: run.loaded.info.inputs,
        arrays: [],
      });
      return { code: finding.code, title: spaced(title), detail: spaced(means) };
    });
  return { findings, outputs: frame.outputs.map((row) => row[0]!) };
};

/** A seed that ends there, the samples that are fitted, and the outputs for 00, 10, 01, 11. */
const nine: [seed: number, fitted: string, outputs: [number, number, number, number], words: string[]][] = [
  [29, '', [20 / 41, 20 / 41, 20 / 41, 20 / 41], ['20/41']],
  [3, '(0, 0)', [0, 36 / 61, 36 / 61, 36 / 61], ['back at 36/61', '0 on (0, 0)']],
  [6, '(1, 0)', [20 / 61, 65 / 61, 20 / 61, 20 / 61], ['back at 20/61', '65/61 on (1, 0)']],
  [27, '(0, 1)', [20 / 61, 20 / 61, 56 / 61, 20 / 61], ['back at 20/61', '56/61 on (0, 1)']],
  [23, '(1, 1)', [45 / 61, 45 / 61, 45 / 61, 0], ['back at 45/61', '0 on (1, 1)']],
  [17, '(0, 0) and (1, 0)', [0, 1, 4 / 9, 4 / 9], ['back at 4/9', '1 on (1, 0)']],
  [14, '(0, 0) and (0, 1)', [0, 4 / 9, 8 / 9, 4 / 9], ['back at 4/9', '8/9 on (0, 1)']],
  [25, '(1, 0) and (1, 1)', [5 / 9, 10 / 9, 5 / 9, 0], ['back at 5/9', '10/9 on (1, 0)']],
  [115, '(0, 1) and (1, 1)', [5 / 9, 5 / 9, 1, 0], ['back at 5/9', '1 on (0, 1)']],
];

describe('at a learning rate of 0.2', () => {
  it.each(nine)('seed %i ends with "%s" fitted', (seed, fitted, outputs, words) => {
    const { findings, outputs: shown } = fatesIn(right, seed, 8000);
    shown.forEach((value, k) => expect(value).toBeCloseTo(outputs[k]!, 6));
    expect(findings).toHaveLength(1);
    const [{ code, title, detail }] = findings as [(typeof findings)[0]];
    if (fitted === '') expect(code).toBe('constant-of-bias');
    else expect(title).toMatch(`Only ${fitted} ${fitted.includes('and') ? 'are' : 'is'} fitted; on `);
    for (const word of words) expect(detail).toContain(word);
  });

  it('says nothing of the kind of a solved network, one on its way, or the posted one', () => {
    for (const [source, seed, updates] of [
      [right, 1, 40_000],
      [right, 3, 40],
      [caseText('xor'), 3, 4000],
    ] as const)
      expect(fatesIn(source, seed, updates).findings.filter(({ code }) => code === 'fate')).toEqual([]);
  });
});

it.each([0.1, 0.3, 0.5])('at a learning rate of %f the fractions are others, by the same formula', (rate) => {
  const source = edited(right, ['learningRate = 0.2', `learningRate = ${rate}`]);
  const { findings, outputs } = fatesIn(source, 6, 40_000);
  expect(findings[0]?.title).toContain('Only (1, 0) is fitted');
  // The rest is 0, 1, 0: b* = rate r / (1 - r³), and on 10 the bias stood at r b* when it was fitted.
  const r = 1 - rate;
  const bias = (rate * r) / (1 - r ** 3);
  [bias, 1 + bias - r * bias, bias, bias].forEach((value, k) => expect(outputs[k]).toBeCloseTo(value, 6));
});

it('goes by the order of training, not by that of the data', () => {
  const other = edited(
    right,
    [
      '    [0, 0],\n    [1, 0],\n    [0, 1],\n    [1, 1],',
      '    [1, 1],\n    [0, 1],\n    [1, 0],\n    [0, 0],',
    ],
    [
      'const { hidden, output } = network;\n  const [prediction]',
      'k = 3 - k;\n  const { hidden, output } = network;\n  const [prediction]',
    ],
  );
  // The updates go 00, 10, 01, 11 as ever; only the table is turned round.
  const { findings, outputs } = fatesIn(other, 6, 8000);
  expect(findings[0]?.title).toBe(
    'Only (1, 0) is fitted; on (0, 0), (0, 1) and (1, 1) the output is its bare bias.',
  );
  [20 / 61, 20 / 61, 65 / 61, 20 / 61].forEach((value, k) => expect(outputs[k]).toBeCloseTo(value, 6));
});

it('as the learning rate goes to 0, the mean squared errors go to 1/4, 1/6 and 1/8', () => {
  const targets = [0, 1, 1, 0];
  for (const [, , outputs] of nine) {
    const isFitted = outputs.map((value) => outputs.filter((other) => other === value).length === 1 || false);
    const count = isFitted.filter(Boolean).length;
    const fate = fateOf(targets, isFitted, 1e-7);
    const error = fate.outputs.reduce((sum, value, k) => sum + (value - targets[k]!) ** 2, 0) / 4;
    expect(error).toBeCloseTo([1 / 4, 1 / 6, 1 / 8][count]!, 5);
    fateOf(targets, isFitted, 0.2).outputs.forEach((value, k) => expect(value).toBeCloseTo(outputs[k]!, 12));
  }
});
