import { expect, it } from 'vitest';
import { filledWords } from '../../src/book/words.ts';

it('puts the numbers in and leaves code in its backticks', () => {
  expect(filledWords('Ask `a > 0`: {case.mended.solved} learn.\n', () => '67.3%')).toBe(
    'Ask `a > 0`: 67.3% learn.',
  );
});

it('leaves braces that are no fact alone, and lets an unknown fact speak up', () => {
  expect(filledWords('{ x: 1 }', () => 'never')).toBe('{ x: 1 }');
  const unknown = (id: string): string => {
    throw new Error(`no fact "${id}"`);
  };
  expect(() => filledWords('{no.such}', unknown)).toThrow('no fact "no.such"');
});

it('prints apostrophes and quotation marks, and leaves code alone', () => {
  expect(filledWords('A unit\'s "yes" is `\'a\'`: "it\'s `"so"`."', () => '')).toBe(
    'A unit’s “yes” is `\'a\'`: “it’s `"so"`.”',
  );
});
