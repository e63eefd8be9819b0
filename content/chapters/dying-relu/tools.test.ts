// The count of dead units that a reader takes home, in both its languages.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readTool, toolFiles } from '../../../src/book/tools.ts';
import { python } from '../../../tests/cases/languages.ts';

const folder = 'content/chapters/dying-relu/tools';
const runPython = (...args: string[]) =>
  execFileSync(python!, ['-B', ...args], { cwd: folder, encoding: 'utf8' });

it('in TypeScript names silent units, and those of them that training leaves alone', async () => {
  const { silentUnits, deadUnits } = (await import(
    /* @vite-ignore */ `../../../${folder}/count-dead.ts`
  )) as {
    silentUnits(activations: number[][]): number[];
    deadUnits(silent: number[], weights: number[][], train: () => void): number[];
  };
  const activations = [
    [0, 1, -0, 0, 0],
    [0, 0, 0, 1e-300, 0],
  ];
  const silent = silentUnits(activations);
  expect(silent).toEqual([0, 2, 4]);
  const weights = [[1, 2], [3], [4, 5], [6], [7, 8]];
  const train = () => {
    weights[1]![0]! += 1;
    weights[2]![1]! += 1e-9;
    weights[4] = [7, NaN];
  };
  expect(deadUnits(silent, weights, train)).toEqual([0]);
  expect(deadUnits([], weights, train)).toEqual([]);
});

it.runIf(python)('in Python names the same', () => {
  const printed = runPython(
    '-c',
    `import numpy as np
from count_dead import dead_units, silent_units
silent = silent_units(np.array([[0, 1, -0.0, 0, 0], [0, 0, 0, 1e-300, 0]]))
W = np.arange(10.0).reshape(2, 5)
def train():
  W[0, 1] += 1
  W[1, 2] += 1e-9
  W[1, 4] = np.nan
print(silent.tolist(), dead_units(silent, W, train).tolist(), dead_units(silent[:0], W, train).tolist())`,
  );
  expect(printed).toBe('[0, 2, 4] [0] []\n');
});

it.each([
  [
    'TypeScript',
    () => execFileSync(process.execPath, ['count-dead-example.ts'], { cwd: folder, encoding: 'utf8' }),
  ],
  ...(python ? [['Python', () => runPython('count_dead_example.py')] as const] : []),
] as const)('in the example in %s finds 13 of 48 units silent, all dead or none, by the slope', (_, run) => {
  const lines = run().trim().split('\n');
  const [right, wrong] = lines.map((line) => [...line.matchAll(/\d{2,}|\b0(?= of)/g)].map(Number));
  const [silent, units, dead] = right!;
  expect(units).toBe(4000);
  // Three standard deviations of a count of 4,000.
  expect(Math.abs(silent! / units! - 13 / 48)).toBeLessThan(3 * Math.sqrt((13 * 35) / 48 ** 2 / 4000));
  expect(dead).toBe(silent);
  expect(wrong).toEqual([silent, units, 0]);
});

it('is given out in both languages, and finds nothing but itself at home', () => {
  expect(readTool('dying-relu', 'count-dead')).toHaveLength(2);
  for (const { text } of toolFiles('dying-relu')) expect(text).not.toMatch(/from ['"]\.\.\//);
});
