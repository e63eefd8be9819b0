import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { wholeBatch } from '../../../src/book/facts/whole-batch.ts';
import { roundingBounds, timesTheBound } from '../../rounding.ts';
import { python } from '../../cases/languages.ts';

const seeds = [1, 2, 3, 4, 5, 6];

interface Trained {
  outputs: number[];
  changed: number[][];
}

describe.runIf(python).each(['usual', 'reversed'])('a NumPy program that sums in %s order', (order) => {
  test.each([2, 4, 8])(
    'with `all` over the matrix of a batch does the same with %i hidden units',
    (units) => {
      const epochs = 300;
      const args = ['-B', 'tests/book/facts/whole-batch.py', order, units, epochs, ...seeds].map(String);
      const theirs = JSON.parse(execFileSync(python!, args, { encoding: 'utf8' })) as Trained[];
      const { endOf } = wholeBatch(units, epochs);
      // Two sums forward, two back, one over the samples, and a dozen single operations; 4 units + 1 parameters an epoch.
      const size = { chain: 2 * (2 + units) + 4 + 12, count: epochs * (4 * units + 1) };
      seeds.forEach((seed, k) => {
        const { outputs, changed } = theirs[k]!;
        const bounds = roundingBounds(outputs, changed, size);
        expect(timesTheBound(Array.from(endOf(seed).outputs), outputs, bounds), `seed ${seed}`).toBeLessThan(
          1,
        );
        const others = Array.from(wholeBatch(units, epochs + 1).endOf(seed).outputs);
        expect(timesTheBound(others, outputs, bounds), `seed ${seed}, an epoch more`).toBeGreaterThan(1);
      });
    },
  );
});

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
