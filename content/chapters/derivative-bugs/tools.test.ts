// The gradient check that a reader takes home, in both its languages: it must find what is wrong, and nothing else.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readTool, toolFiles } from '../../../src/book/tools.ts';
import type { DataSet, Program } from '../../../src/lab/program.ts';
import { python } from '../../../tests/cases/languages.ts';

const folder = 'content/chapters/derivative-bugs/tools';

interface Check {
  checkGradient(
    rows: number[][],
    gradient: number[][],
    loss: () => number,
  ): { row: number; followed: number; measured: number; error: number; verdict: string }[];
  gradientOfUpdate(rows: number[][], update: () => void, learningRate: number): number[][];
}

// By a path that the compiler does not follow: what a reader takes home is checked by rules of its own.
const importFrom = (path: string): Promise<unknown> => import(/* @vite-ignore */ `../../../${path}`);
const { checkGradient, gradientOfUpdate } = (await importFrom(`${folder}/check-gradient.ts`)) as Check;
const program = (await importFrom('content/chapters/derivative-bugs/program.ts')) as Program & {
  data: DataSet;
  layers(network: unknown): { weights: number[][]; biases: number[] }[];
};

if (!python) console.warn('check_gradient.py is not tested: no python3 with NumPy here');

/** Runs Python in the tools' folder, without leaving compiled files there. */
const runPython = (...args: string[]) =>
  execFileSync(python!, ['-B', ...args], { cwd: folder, encoding: 'utf8' });

describe('the check in TypeScript', () => {
  /** The program that opens the chapter at one sample, after some updates. */
  function checked(updates: number, sample: number) {
    const network = program.create(1);
    for (let u = 0; u < updates; u++) program.update(network, u % 4);
    const rows = program.layers(network).flatMap(({ weights, biases }) => [...weights, biases]);
    const before = structuredClone(rows);
    const gradient = gradientOfUpdate(rows, () => program.update(network, sample), program.learningRate);
    const loss = () =>
      (program.predict(network, program.data.inputs[sample]!)[0]! - program.data.targets[sample]![0]!) ** 2 /
      2;
    const compared = checkGradient(rows, gradient, loss);
    expect(rows, 'the parameters are put back, to the last bit').toEqual(before);
    return compared;
  }

  it.each([0, 40])(
    'finds the slope that opens the chapter wrong, and the output’s right, after %i updates',
    (updates) => {
      const verdicts = checked(updates, 3).map(({ row, verdict }) => ({ isHidden: row < 5, verdict }));
      expect(verdicts).toHaveLength(17);
      for (const { isHidden, verdict } of verdicts) expect(verdict).toBe(isHidden ? 'wrong' : 'right');
    },
  );

  it('takes a number without influence for right where the program leaves it alone', () => {
    // The first sample has inputs 0 and 0: the hidden weights do nothing.
    const weights = checked(0, 0).filter(({ row }) => row < 4);
    expect(weights.map(({ followed, measured }) => [followed, measured])).toEqual(weights.map(() => [0, 0]));
    expect(new Set(weights.map(({ verdict }) => verdict))).toEqual(new Set(['right']));
  });

  it('tells a kink from a fault', () => {
    const rows = [[0, 0.4]];
    const loss = () => Math.max(0, rows[0]![0]!) + rows[0]![1]! ** 2;
    const verdicts = (followed: number[]) =>
      checkGradient(rows, [followed], loss).map(({ verdict }) => verdict);
    expect(verdicts([1, 0.8])).toEqual(['kink', 'right']);
    expect(verdicts([0, 0.8])).toEqual(['kink', 'right']);
    expect(verdicts([-1, 0.4])).toEqual(['wrong', 'wrong']);
  });

  it('measures the derivative', () => {
    const rows = [[0.3, -1.2], [2]];
    const loss = () => Math.sin(rows[0]![0]!) * Math.exp(rows[0]![1]!) + rows[1]![0]! ** 3;
    const [one, two, three] = checkGradient(rows, [[0, 0], [0]], loss).map(({ measured }) => measured);
    expect(one).toBeCloseTo(Math.cos(0.3) * Math.exp(-1.2), 9);
    expect(two).toBeCloseTo(Math.sin(0.3) * Math.exp(-1.2), 9);
    expect(three).toBeCloseTo(12, 8);
  });
});

/** Lines such as "hidden 1 1  -0.01 -0.02  3.4e-01 wrong": how many of them are wrong, how many right. */
function tallyOf(printed: string): Record<string, number> {
  const verdicts = printed
    .trim()
    .split('\n')
    .map((line) => line.split(' ').at(-1)!);
  return Object.fromEntries(
    ['right', 'wrong', 'kink'].map((one) => [one, verdicts.filter((v) => v === one).length]),
  );
}

describe('the examples', () => {
  it('run by themselves in Node, and find the hidden layer wrong and the output right', () => {
    const printed = execFileSync(process.execPath, ['check-gradient-example.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(tallyOf(printed)).toEqual({ right: 4, wrong: 9, kink: 0 });
    for (const line of printed.trim().split('\n')) {
      expect(line).toMatch(line.startsWith('hidden') ? / wrong$/ : / right$/);
    }
  });

  it.runIf(python)('run by themselves in Python, and find the same', () => {
    const printed = runPython('check_gradient_example.py');
    expect(tallyOf(printed)).toEqual({ right: 5, wrong: 12, kink: 0 });
    for (const line of printed.trim().split('\n'))
      expect(line).toMatch(/^[Wb]1/.test(line) ? / wrong$/ : / right$/);
  });

  it.runIf(python)('come out right in Python once the slope is mended', () => {
    const mended = `text = open("check_gradient_example.py").read()
assert text.count("np.tanh(a) ** 2") == 1
exec(text.replace("np.tanh(a) ** 2", "a ** 2"))`;
    expect(tallyOf(runPython('-c', mended))).toEqual({ right: 17, wrong: 0, kink: 0 });
  });
});

describe.runIf(python)('the check in Python', () => {
  it('agrees with the check in TypeScript, on right numbers, wrong ones and a kink', () => {
    const values = [0, 0.4, -1.1, 2];
    const rows = [values.slice()];
    const loss = () => {
      const [a, b, c, d] = rows[0] as [number, number, number, number];
      return Math.max(0, a) + Math.sin(b) * c + d ** 3;
    };
    const followed = [1, Math.cos(0.4) * -1.1, 2 * Math.sin(0.4), 12];
    const ours = checkGradient(rows, [followed], loss);
    const theirs = JSON.parse(
      runPython(
        '-c',
        `import json, math, numpy as np
from check_gradient import check_gradient
p = np.array(${JSON.stringify(values)}, dtype=float)
loss = lambda: max(0, p[0]) + math.sin(p[1]) * p[2] + p[3] ** 3
print(json.dumps([[m, e, v] for _, _, _, m, e, v in check_gradient([p], [np.array(${JSON.stringify(followed)})], loss)]))`,
      ),
    ) as [number, number, string][];
    expect(ours.map(({ verdict }) => verdict)).toEqual(['kink', 'right', 'wrong', 'right']);
    ours.forEach(({ measured, error, verdict }, i) => {
      // The loss is about 8 and known to a few roundings: 16 u 8 / h, for h = 1e-5, is 1.4e-9; of a size of 0.4 or more.
      expect(Math.abs(theirs[i]![0] - measured)).toBeLessThan(1.4e-9);
      expect(Math.abs(theirs[i]![1] - error)).toBeLessThan(1.4e-9 / 0.4);
      expect(theirs[i]![2]).toBe(verdict);
    });
  });
});

it('is given out in both languages, each file by its own name', () => {
  const tools = readTool('derivative-bugs', 'check-gradient');
  expect(tools.map(({ tool, example }) => [tool.fileName, example.command])).toEqual([
    ['check-gradient.ts', 'node check-gradient-example.ts'],
    ['check_gradient.py', 'python3 check_gradient_example.py'],
  ]);
  const files = toolFiles('derivative-bugs');
  expect(files.map(({ fileName }) => fileName).toSorted()).toEqual(
    tools.flatMap(({ tool, example }) => [tool.fileName, example.fileName]).toSorted(),
  );
  // What is saved at home finds its own tool there and nothing else.
  for (const { text } of files) expect(text).not.toMatch(/from ['"]\.\.\//);
});
