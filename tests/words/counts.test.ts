import { expect, it } from 'vitest';
import { countedText } from '../../src/words/counts.ts';

it('puts one of a thing in the singular', () => {
  expect([0, 1, 12_000].map((count) => countedText(count, 'update'))).toEqual([
    '0 updates',
    '1 update',
    '12,000 updates',
  ]);
});
