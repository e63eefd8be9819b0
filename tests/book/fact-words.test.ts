import { describe, expect, it } from 'vitest';
import { factExplanation, numberWords } from '../../src/book/fact-words.ts';

const share = (value: number) => ({ id: 'a.b', value, runs: 1000, low: 0.835, high: 0.878, how: 'trained' });
const number = (value: number) => ({ id: 'a.c', value, how: 'By the closed form r / (1 + r²).' });

describe('a fact in a sentence', () => {
  it('is a percentage where it is a share over seeds', () => {
    expect(numberWords(share(0.858))).toBe('85.8%');
    expect(numberWords(share(0.858), 'percent', 0)).toBe('86%');
    expect(numberWords(share(0.01))).toBe('1.0%');
  });

  it('claims no digits for none and all', () => {
    expect([numberWords(share(0)), numberWords(share(1))]).toEqual(['0%', '100%']);
  });

  it('shows every digit of a number unless told otherwise', () => {
    expect(numberWords(number(0.48780487804878037))).toBe('0.48780487804878037');
    expect(numberWords(number(0.48780487804878037), 'number')).toBe('0.4878');
    expect(numberWords(number(0.15693), 'number', 2)).toBe('0.16');
  });

  it('writes a small number as a power of ten', () => {
    expect(numberWords(number(3.0045e-9), 'power')).toBe('3.005\u00a0×\u00a010⁻⁹');
    expect(numberWords(number(3.3e8), 'power', 2)).toBe('3.3\u00a0×\u00a010⁸');
  });

  it('says over how many runs a share was counted, and refuses where there are none', () => {
    expect(numberWords(share(0.858), 'runs')).toBe('1,000');
    expect(() => numberWords(number(1), 'runs')).toThrow('this number was not counted over runs');
  });

  it('writes a true minus sign, also that of minus zero', () => {
    expect(numberWords(number(-14), 'number')).toBe('−14');
    expect(numberWords(number(-0))).toBe('−0');
  });
});

describe('where a fact comes from', () => {
  it('names runs and interval of a share', () => {
    expect(factExplanation(share(0.858))).toBe('Trained. 1,000 seeds; 95% interval 83.5% to 87.8%.');
  });

  it('names what else was counted, and no interval', () => {
    const steps = { id: 'a.d', value: 0.1, runs: 20_000, counted: 'step', how: 'trained' } as const;
    expect(factExplanation(steps)).toBe('Trained. 20,000 steps.');
  });

  it('says how a number is computed, with one full stop', () => {
    expect(factExplanation(number(1))).toBe('By the closed form r / (1 + r²).');
  });
});
