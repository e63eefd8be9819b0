import { describe, expect, it } from 'vitest';
import {
  countText,
  discText,
  exactText,
  fixedText,
  intervalText,
  lowered,
  numberText,
  percentText,
  powerText,
  raised,
  rangeText,
  tickTextOf,
  heldText,
} from '../../src/words/numbers.ts';

it.each([
  [0, '0'],
  [-0, '0'],
  [0.5, '0.5'],
  [-0.25, '−0.25'],
  [0.487804878, '0.4878'],
  [0.0001, '0.0001'],
  [999.96, '1,000'],
  [-1234.5, '−1,235'],
  [123456, '123,500'],
  [999_960, '10⁶'],
  [3.0045e-9, '3.005\u00a0×\u00a010⁻⁹'],
  [1e-9, '10⁻⁹'],
  [-1e-9, '−10⁻⁹'],
  [-2.5e12, '−2.5\u00a0×\u00a010¹²'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
  [NaN, 'NaN'],
])('writes %d in a sentence as %s', (value, text) => expect(numberText(value)).toBe(text));

it.each([
  [-0, '−0'],
  [0, '0'],
  [0.48780487, '0.488'],
  [-1234, '−1230'],
  [-2.2e114, '−2.2\u00a0×\u00a010¹¹⁴'],
  [NaN, 'NaN'],
])('writes %d, as a network holds it, as %s', (value, text) => expect(heldText(value)).toBe(text));

it.each([
  [0.48780487804878037, '0.48780487804878037'],
  [-0, '−0'],
  [-1.5e-300, '−1.5e−300'],
  [1234567, '1234567'],
  [-Infinity, '−∞'],
])('writes every digit of %d: %s', (value, text) => expect(exactText(value)).toBe(text));

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
])('puts %d into a disc as %s', (value, text) => expect(discText(value)).toBe(text));

it('keeps as many decimals as it is told, and no minus before a zero', () => {
  expect([fixedText(-0.0004, 3), fixedText(-1.25, 1), fixedText(2, 2)]).toEqual(['0.000', '−1.3', '2.00']);
  expect(fixedText(NaN, 3)).toBe('NaN');
});

it('writes a power of ten to as many digits as it is told, whatever the size', () => {
  expect(powerText(3.0045e-9, 3)).toBe('3.00\u00a0×\u00a010⁻⁹');
  expect(powerText(-332_833_500, 2)).toBe('−3.3\u00a0×\u00a010⁸');
  expect(powerText(1e-9, 1)).toBe('10⁻⁹');
  expect(powerText(46.09, 3)).toBe('4.61\u00a0×\u00a010¹');
});

describe('a share', () => {
  it.each([
    [0.858, '85.8%'],
    [0.63, '63.0%'],
    [0.01, '1.0%'],
    [0.99999, '100.0%'],
    [0.00001, '0.0%'],
  ])('of %d has one decimal: %s', (share, text) => expect(percentText(share)).toBe(text));

  it('has none where it is none or all, or no measurement', () => {
    expect([percentText(0), percentText(1), percentText(0.3, 0)]).toEqual(['0%', '100%', '30%']);
  });

  it('has an interval of the same manner', () => {
    expect(intervalText({ low: 0, high: 0.0038 })).toBe('0% to 0.4%');
  });
});

it('writes a range with its two ends', () => {
  expect(rangeText(-1, 1)).toBe('−1 to 1');
  expect(rangeText(0, Infinity)).toBe('0 to ∞');
});

it.each([0, 7, 999, 1000, 12_345, 100_000, 1_234_567])(
  'parts the thousands of %d as the platform does',
  (count) => expect(countText(count)).toBe(count.toLocaleString('en')),
);

describe('the ticks of an axis', () => {
  const read = (...ticks: number[]) => ticks.map(tickTextOf(ticks));

  it('have their thousands parted, every digit of them', () => {
    expect(read(-1, 0, 0.5, 1000, 1_000_000)).toEqual(['−1', '0', '0.5', '1,000', '1,000,000']);
    expect(read(0.001, 0.1, 10)).toEqual(['0.001', '0.1', '10']);
  });

  it('are powers where one of them has to be', () => {
    expect(read(1e-6, 1e-4, 0.01, 1)).toEqual(['10⁻⁶', '10⁻⁴', '10⁻²', '1']);
    expect(read(0.1, 10, 1000, 1e5, 1e7)).toEqual(['0.1', '10', '10³', '10⁵', '10⁷']);
    expect(read(0, 5e6, 1e7)).toEqual(['0', '5\u00a0×\u00a010⁶', '10⁷']);
    expect(read(5e-5, 0.1)).toEqual(['5\u00a0×\u00a010⁻⁵', '0.1']);
  });
});

it('raises and lowers digits', () => {
  expect(raised(-12)).toBe('⁻¹²');
  expect(lowered(10)).toBe('₁₀');
});
