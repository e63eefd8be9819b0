import { expect, it } from 'vitest';
import { countedText, durationText } from '../../src/words/counts.ts';

it('puts one of a thing in the singular', () => {
  expect([0, 1, 12_000].map((count) => countedText(count, 'update'))).toEqual([
    '0 updates',
    '1 update',
    '12,000 updates',
  ]);
});

it.each([
  [1, 'less than 10 seconds'],
  [10_000, 'less than 10 seconds'],
  [10_001, 'about 20 seconds'],
  [60_000, 'about 1 minute'],
  [61_000, 'about 2 minutes'],
  [3_540_000, 'about 59 minutes'],
])('says of %i ms that it is %s', (ms, words) => {
  expect(durationText(ms)).toBe(words);
});
