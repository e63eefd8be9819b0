// What the diagnosis says of this program, layer by layer; what it says of each fault alone is in checks.yaml.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnosed, signatures } from '../../../tests/lab/told.ts';

const posted = readFileSync('content/cases/negative-zero/program.ts', 'utf8');

it('the bias gradient is summed over the units of each hidden layer, and factor 2 is no fault', () => {
  for (const [seed, updates] of [
    [1, 0],
    [2, 0],
    [3, 2_000],
  ] as const) {
    // prettier-ignore
    const diagnosis = diagnosed(posted, seed, updates);
    const sum = 'biases-summed-over-units';
    expect(signatures(diagnosis)).toEqual([sum, sum, sum, undefined]);
  }
});
