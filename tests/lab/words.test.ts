import { expect, it } from 'vitest';
import { number } from '../../src/lab/checks/words.ts';

it.each([
  [0.48780487, '0.4878'],
  [-0, '−0'],
  [-1.5, '−1.5'],
  [3.3e8, '3.3\u00a0×\u00a010⁸'],
  [-2.2e114, '−2.2\u00a0×\u00a010¹¹⁴'],
  [1e-9, '10⁻⁹'],
  [Infinity, 'Infinity'],
])('a finding says %d as %s', (value, text) => expect(number(value)).toBe(text));
