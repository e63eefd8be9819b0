import { describe, expect, it } from 'vitest';
import { countedText, countText, discNumber, numberText } from '../../../components/ui/number-text.ts';

it.each([
  [0, '0'],
  [-0, '0'],
  [0.5, '0.5'],
  [-0.25, '−0.25'],
  [0.487804878, '0.4878'],
  [123456, '123500'],
  [3.0045e-9, '3.005\u00a0×\u00a010⁻⁹'],
  [1e-9, '10⁻⁹'],
  [-2.5e12, '−2.5\u00a0×\u00a010¹²'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
  [NaN, 'not a number'],
])('writes %d as %s', (value, text) => expect(numberText(value)).toBe(text));

it.each([
  [0, '0'],
  [-0, '−0'],
  [0.2549, '0.25'],
  [-1.4344, '−1.4'],
  [485.3, '485'],
  [1236.2, '1236'],
  [0.012, '0.012'],
  [0.0012, '1e−3'],
  [0.0000128, '1e−5'],
  [-1234567, '−1e6'],
  [NaN, 'NaN'],
  [-Infinity, '−∞'],
])('puts %d into a disc as %s', (value, text) => expect(discNumber(value)).toBe(text));

describe('countText', () => {
  it.each([0, 7, 999, 1000, 12_345, 100_000, 1_234_567, -1000])(
    'parts the thousands of %d as English does',
    (count) => {
      expect(countText(count)).toBe(count.toLocaleString('en'));
    },
  );
});

it('puts one of a thing in the singular', () => {
  expect([0, 1, 12_000].map((count) => countedText(count, 'update'))).toEqual([
    '0 updates',
    '1 update',
    '12,000 updates',
  ]);
});
