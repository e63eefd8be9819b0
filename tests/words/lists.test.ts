import { expect, it } from 'vitest';
import { listText } from '../../src/words/lists.ts';

it('lists with a word before the last', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((parts) => listText(parts))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(listText(['a', 'b'], 'or')).toBe('a or b');
});
