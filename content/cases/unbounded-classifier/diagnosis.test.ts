// What the diagnosis says of this program, layer by layer; what it says of each fault alone is in checks.yaml.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codesOf, diagnosed, signatures } from '../../../tests/lab/told.ts';

const posted = readFileSync('content/cases/unbounded-classifier/program.ts', 'utf8');

it('the function as its own derivative, and a weight made of two numbers', () => {
  const diagnosis = diagnosed(posted, 1, 0);
  expect(signatures(diagnosis)).toEqual(['function-as-derivative']);
  expect(codesOf(diagnosis).has('weights-of-two-numbers')).toBe(true);
});
