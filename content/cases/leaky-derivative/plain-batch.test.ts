import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { experimentsOf } from '../../../src/book/experiments/read-experiments.ts';
import { python } from '../../../tests/cases/languages.ts';
import { loadProgram, outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { roundingBounds, timesTheBound } from '../../../tests/rounding.ts';
import { firstOf } from '../../../tests/whole.ts';

const file = 'content/cases/leaky-derivative/plain-batch.py';
const seeds = [1, 2, 3, 4, 5, 6];
const epochs = 300;
const { variants, textOf } = experimentsOf('cases/leaky-derivative');

interface Trained {
  outputs: number[];
  changed: number[][];
}

describe.runIf(python).each(firstOf(['reversed', 'usual'], 1))(
  'a NumPy program that sums in %s order',
  (order) => {
    test.each(firstOf([2, 4, 8], 1))(
      'with `all` over the matrix of a batch does the same with %i hidden units',
      async (units) => {
        const args = ['-B', file, order, units, epochs, ...seeds].map(String);
        const theirs = JSON.parse(execFileSync(python!, args, { encoding: 'utf8' })) as Trained[];
        const program = await loadProgram(textOf(variants.get(`plain-${units}-batch.all`)!));
        // Two sums forward, two back, one over the samples, and a dozen single operations; 4 units + 1 parameters an epoch.
        const size = { chain: 2 * (2 + units) + 4 + 12, count: epochs * (4 * units + 1) };
        seeds.forEach((seed, k) => {
          const { outputs, changed } = theirs[k];
          const bounds = roundingBounds(outputs, changed, size);
          const network = program.create(seed);
          trainProgram(program, network, epochs);
          const ours = outputsOfProgram(program, network);
          expect(timesTheBound(ours, outputs, bounds), `seed ${seed}`).toBeLessThan(1);
          trainProgram(program, network, 1);
          const later = outputsOfProgram(program, network);
          expect(timesTheBound(later, outputs, bounds), `seed ${seed}, an epoch more`).toBeGreaterThan(1);
        });
      },
    );
  },
);
