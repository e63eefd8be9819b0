import { describe, expect, it } from 'vitest';
import { gradeNumber, gradeOption, readNumber } from '../../src/book/grading.ts';

describe('a number typed by a reader', () => {
  it.each([
    ['0.25', 0.25],
    ['.25', 0.25],
    ['0,25', 0.25],
    ['1/4', 0.25],
    [' 1 / 4 ', 0.25],
    ['25 %', 0.25],
    ['2.5e-1', 0.25],
    ['−3', -3],
    ['+3', 3],
    ['20/41', 20 / 41],
  ])('is read as people write it: %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', 'a quarter', '1/0', '1/2/3', '0x10', '1e999', '--3', '1,000.5', 'NaN', 'Infinity'])(
    'is not read from %o',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});

const question = {
  answer: 0.25,
  tolerance: 0.001,
  solution: 'Because.',
  wrong: [{ value: 0.2, tolerance: 0.001, why: 'That prints 0.4878.' }],
};

describe('the grade of a number', () => {
  it('is right within the tolerance and gives the reason', () => {
    expect(gradeNumber(question, '0.2505')).toEqual({ kind: 'right', why: 'Because.' });
  });
  it('names the mistake it recognises', () => {
    expect(gradeNumber(question, '0.2')).toEqual({ kind: 'wrong', why: 'That prints 0.4878.' });
  });
  it('tells a wrong sign from a wrong size', () => {
    expect(gradeNumber(question, '-1/4').why).toMatch(/sign is not/);
    expect(gradeNumber(question, '7').why).toMatch(/too large/);
    expect(gradeNumber(question, '0.1').why).toMatch(/too small/);
  });
  it('asks again for what cannot be read, and does not call it wrong', () => {
    expect(gradeNumber(question, 'lots').kind).toBe('unreadable');
    expect(gradeNumber(question, '')).toEqual({ kind: 'unreadable', why: 'Enter a number.' });
  });
});

describe('the grade of a choice', () => {
  const options = [
    { id: 'dead', right: false, why: 'A dead unit stands still.' },
    { id: 'slope', right: true, why: 'Its slope is 0.' },
  ];
  it('gives the reason of the option chosen', () => {
    expect(gradeOption(options, 'dead')).toEqual({ kind: 'wrong', why: 'A dead unit stands still.' });
    expect(gradeOption(options, 'slope')).toEqual({ kind: 'right', why: 'Its slope is 0.' });
  });
  it('asks for a choice where there is none', () => {
    expect(gradeOption(options, undefined).kind).toBe('unreadable');
  });
});
