import { describe, expect, it } from 'vitest';
import { gradeNumber, gradeOption, readNumber, type Verdict } from '../../src/book/grading.ts';
import { gradingWords } from '../../src/words/grading.ts';

const whyOf = (verdict: Verdict): string =>
  'why' in verdict ? verdict.why : gradingWords.remark(verdict.remark);

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
    ['0,250', 0.25],
  ])('is read as people write it: %s', (text, value) => {
    expect(readNumber(text)).toMatchObject({ kind: 'number', value });
  });

  it.each([
    ['', 'Enter a number.'],
    [' ', 'Enter a number.'],
    ['1/0', /divided by 0/],
    ['0/0', /divided by 0/],
    ['1e999', /too large/],
    ['1e999/1e999', /too large/],
    ['1,000', '1,000 can be read in two ways. Enter 1000 or 1.000.'],
    ...['a quarter', '1/2/3', '0x10', '--3', '1,000.5', 'NaN', 'Infinity', '%', '.', '1e', '1/'].map(
      (text): [string, RegExp] => [text, /not a number/],
    ),
  ])('is not read from %o, and why not is said', (text, why) => {
    const reading = readNumber(text);
    expect(reading.kind).toBe('unreadable');
    expect(reading.kind === 'unreadable' && gradingWords.remark(reading.remark)).toMatch(why);
  });

  it.each([
    ['0.25', 0.01],
    ['25', 1],
    ['25 %', 0.01],
    ['2.5e-1', 0.01],
    ['2e3', 1000],
    ['1/4', 0],
  ])('tells how exactly %s was given', (text, lastPlace) => {
    const reading = readNumber(text);
    expect(reading.kind === 'number' && reading.lastPlace).toBeCloseTo(lastPlace, 12);
  });
});

const question = {
  answer: 0.25,
  tolerance: 0.001,
  unit: 'seconds',
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
  it('asks for more digits where those given are right', () => {
    expect(whyOf(gradeNumber(question, '0.3'))).toMatch(/as far as it goes/);
    expect(whyOf(gradeNumber(question, '0.26'))).toMatch(/too large/);
    expect(whyOf(gradeNumber(question, '0'))).not.toMatch(/as far as it goes/);
  });
  it('tells a wrong sign from a wrong size', () => {
    expect(whyOf(gradeNumber(question, '-1/4'))).toMatch(/sign is not/);
    expect(whyOf(gradeNumber(question, '-7'))).toMatch(/Check the sign/);
    expect(whyOf(gradeNumber(question, '7'))).toMatch(/too large/);
    expect(whyOf(gradeNumber(question, '0.1'))).toMatch(/too small/);
  });
  it('lets the unit be typed, and takes no other word for it', () => {
    expect(gradeNumber(question, ' 0.25 seconds ').kind).toBe('right');
    expect(gradeNumber(question, '0.25 volts').kind).toBe('unreadable');
  });
  it('asks again for what cannot be read, and does not call it wrong', () => {
    expect(gradeNumber(question, 'lots').kind).toBe('unreadable');
    expect(gradeNumber(question, '')).toEqual({ kind: 'unreadable', remark: 'nothing-entered' });
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
