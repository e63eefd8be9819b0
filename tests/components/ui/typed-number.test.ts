import { expect, it } from 'vitest';
import { typedNumber, typedNumbers } from '../../../components/ui/typed-number.ts';

it.each([
  ['0.25', 0.25],
  ['0,25', 0.25],
  [' .5 ', 0.5],
  ['5.', 5],
  ['+3', 3],
  ['−3', -3],
  ['–3', -3],
  ['3e−9', 3e-9],
  ['-0', -0],
])('reads %s as it is meant', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

it.each(['', ' ', 'x', '1 2', '--1', '1,000.5', '0x10', '1e999', 'NaN', 'Infinity', '1e', '.'])(
  'reads no number in %o',
  (text) => {
    expect(typedNumber(text)).toBeUndefined();
  },
);

it('reads lists with commas, semicolons or spaces', () => {
  expect(typedNumbers('0, 1; −1  .5,', 4)).toEqual([0, 1, -1, 0.5]);
  expect(typedNumbers('1 2 3', 2)).toBeUndefined();
  expect(typedNumbers('1, x', 4)).toBeUndefined();
  expect(typedNumbers(' , ', 4)).toBeUndefined();
});
