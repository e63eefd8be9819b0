// What the diagnosis says of this program, layer by layer; what it says of each fault alone is in checks.yaml.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codesOf, diagnosed, signatures } from '../../../tests/lab/told.ts';

const posted = readFileSync('content/cases/exploding-successor/program.ts', 'utf8');

it('what the forward pass skips, what is counted once, frozen biases, weight decay', () => {
  const diagnosis = diagnosed(posted, 1, 0);
  expect(signatures(diagnosis)[0]).toContain('skipped-activation-counted');
  expect(signatures(diagnosis)[1]).toContain('activation-counted-once');
  expect(signatures(diagnosis)[1]).toContain('weights-times-activation');
  for (const signature of signatures(diagnosis)) expect(signature).toContain('biases-never-updated');
  expect(codesOf(diagnosis).has('sum-handed-on')).toBe(true);
});
