import { describe, expect, it } from 'vitest';
import { countText, numberText } from '../../../components/ui/number-text.ts';

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

describe('countText', () => {
  it.each([0, 7, 999, 1000, 12_345, 100_000, 1_234_567, -1000])(
    'parts the thousands of %d as English does',
    (count) => {
      expect(countText(count)).toBe(count.toLocaleString('en'));
    },
  );
});
