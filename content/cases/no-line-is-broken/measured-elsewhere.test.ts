// The numbers of this case as an independent program in JavaScript measured them, with the library's update.
import { expect, test } from 'vitest';
import { loadCase, outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { testShares } from '../../../tests/cases/measured-elsewhere.ts';

testShares('no-line-is-broken', {
  'as-posted.right': [71.7, 60],
  'width-4.right': [100, 60],
});

test.each(['as-posted', 'gradient-right'])(
  'from the reported start, %s, two outputs stand at one half after 2,000,000 samples',
  async (variant) => {
    const program = await loadCase('no-line-is-broken', { variant });
    const network = program.create(0);
    trainProgram(program, network, 2_000_000);
    const outputs = outputsOfProgram(program, network);
    [0, 1, 0.5, 0.5].forEach((value, k) => expect(Math.abs(outputs[k]! - value)).toBeLessThan(0.05));
  },
  60_000,
);
