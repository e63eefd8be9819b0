// What the diagnosis says of this program, layer by layer; what it says of each fault alone is in checks.yaml.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { edited } from '../../../tests/lab/run-program.ts';
import { diagnosed, signatures } from '../../../tests/lab/told.ts';

const posted = readFileSync('content/cases/leaky-derivative/program.ts', 'utf8');

it('one slope for the whole layer, at the wrong threshold', () => {
  for (const [seed, updates] of [
    [1, 0],
    [1, 10_000],
    [2, 10_000],
  ] as const)
    // prettier-ignore
    expect(signatures(diagnosed(posted, seed, updates))).toEqual([
      'one-slope-for-layer-at-slope',
      'threshold-at-slope',
    ]);
  const body = 'const slope = activations.every(isOn) ? 1 : leak;\n  return activations.map(() => slope);';
  const atSlope = edited(posted, [body, 'return activations.map((a) => (isOn(a) ? 1 : leak));']);
  expect(signatures(diagnosed(atSlope, 1, 1_000))).toEqual(new Array(2).fill('threshold-at-slope'));
  const right = edited(posted, [body, 'return activations.map((a) => (a > 0 ? 1 : leak));']);
  expect(signatures(diagnosed(right, 1, 1_000))).toEqual([undefined, undefined]);
});
