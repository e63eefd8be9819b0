import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { wholeBatch } from '../../../src/book/facts/whole-batch.ts';
import { python } from '../../cases/languages.ts';

const seeds = [1, 2, 3, 4, 5, 6];

test.skipIf(!python).each([2, 4, 8])(
  'a NumPy program with `all` over the matrix of a batch does the same with %i hidden units',
  (units) => {
    const epochs = 300;
    const args = ['tests/book/facts/whole-batch.py', units, epochs, ...seeds].map(String);
    const theirs = JSON.parse(execFileSync(python!, args, { encoding: 'utf8' })) as number[][];
    const { endOf } = wholeBatch(units, epochs);
    seeds.forEach((seed, k) => {
      const ours = Array.from(endOf(seed).outputs);
      ours.forEach((output, n) => expect(output, `seed ${seed}`).toBeCloseTo(theirs[k]![n]!, 11));
    });
  },
);

test('a run is judged by the same words as the engine’s', () => {
  const { endOf } = wholeBatch(8, 3000);
  const ends = Array.from({ length: 20 }, (_, k) => endOf(k + 1));
  const kinds = new Set(ends.map(({ outcome }) => outcome));
  expect(kinds).toContain('solved');
  for (const { outcome, outputs } of ends) {
    const [f00, f10, f01, f11] = Array.from(outputs) as [number, number, number, number];
    expect(outcome === 'solved').toBe(f00 < 0.5 && f10 > 0.5 && f01 > 0.5 && f11 < 0.5);
  }
});
