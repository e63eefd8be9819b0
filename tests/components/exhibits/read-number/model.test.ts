import { describe, expect, test } from 'vitest';
import { biasAlone, readNumber, type Measure } from '../../../../components/exhibits/read-number/model.ts';
import { pastedNumber, pastedTargets } from '../../../../components/exhibits/read-number/pasted.ts';
import { readNumberWords } from '../../../../components/exhibits/read-number/words.ts';

function read(number: string, targets: string, measure: Measure = 'loss') {
  const typed = pastedNumber(number);
  const pasted = pastedTargets(targets);
  if ('problem' in typed || 'problem' in pasted) throw new Error('nothing to read');
  return readNumber(measure, typed, pasted.rows);
}

/** The readings that agree in all digits, as "kind convention". */
const exact = (...args: Parameters<typeof read>) =>
  read(...args)
    .readings.filter(({ isExact }) => isExact)
    .map(({ meaning, convention }) => `${meaning.kind} ${convention}`);

const xor = '0, 1, 1, 0';

describe('a loss', () => {
  test('of ln 2 is one half to every yes or no', () => {
    expect(exact('0.693', xor)).toEqual(['even mean']);
    expect(exact('0.6931471805599453', xor)).toEqual(['even mean']);
    expect(exact('2.7726', xor)).toEqual(['even sum']);
  });

  test('of ln k is an even answer among k classes, as rows with one 1 or as labels', () => {
    expect(exact('1.0986', '[[1,0,0],[0,1,0],[0,0,1]]')).toEqual(['even mean']);
    expect(exact('2.3026', Array.from({ length: 100 }, (_, i) => i % 10).join(' '))).toEqual(['even mean']);
  });

  test('of the entropy of the shares is each class with its share', () => {
    // -(3/4 ln 3/4 + 1/4 ln 1/4) = 2 ln 2 - (3/4) ln 3
    expect(exact((2 * Math.LN2 - 0.75 * Math.log(3)).toFixed(6), '0 0 0 1')).toEqual(['shares mean']);
    // Half, a quarter, a quarter: 3/2 ln 2.
    expect(exact((1.5 * Math.LN2).toFixed(6), '0 0 1 2')).toContain('shares mean');
  });

  test('of the variance is the mean, and of the mean square is 0', () => {
    // 1, 2, 6: mean 3, variance (4 + 1 + 9) / 3, mean square 41 / 3.
    expect(exact('4.6667', '1 2 6')).toEqual(['mean-target mean']);
    expect(exact('13.6667', '1 2 6')).toEqual(['always mean']);
    expect(exact('2.3333', '1 2 6')).toEqual(['mean-target half']);
    expect(exact('14', '1 2 6')).toEqual(['mean-target sum']);
    expect(exact('7.0', '1 2 6')).toEqual(['mean-target half-sum']);
    expect(exact('2.1602', '1 2 6')).toEqual(['mean-target root']); // √(14/3)
  });

  test('of the squared distance to the range is its end', () => {
    // 0, 1, 2, 3 under a sigmoid: (1 + 4) / 4.
    expect(exact('1.25', '0 1 2 3')).toContain('range-end mean');
    // A sine's -1 under a sigmoid: 1 / 2 of the samples, each 1.
    expect(read('0.5', '-1 1').readings.map(({ meaning }) => meaning.kind)).toContain('range-end');
  });

  test('of a cut-off logarithm is sure, and wrong', () => {
    expect(exact('16.118', xor)).toEqual(['cut-off mean']);
    expect(exact('34.54', xor)).toEqual(['cut-off mean']);
    expect(exact('29.93', '0 0 1 1')).toEqual(['cut-off mean']);
    expect(read('8.059', xor).readings[0]?.meaning).toMatchObject({
      kind: 'cut-off',
      share: 0.5,
      at: '1e-7',
    });
    expect(read('100', xor).readings[0]?.meaning).toMatchObject({ kind: 'cut-off', share: 1, at: 'log-100' });
    // 1 - 1e-7 is 1 - 2^-23 in single precision, and 23 ln 2 is 15.942.
    expect(exact('15.9424', xor)).toEqual(['cut-off mean']);
  });

  test('may be read in several ways', () => {
    const kinds = exact('0.25', xor);
    expect(kinds).toContain('mean-target mean');
    expect(kinds).toContain('always half');
  });

  test('of something else fits nothing, and it is said plainly', () => {
    const model = read('0.1234', xor);
    expect(model.readings).toEqual([]);
    expect(readNumberWords.finding(model)).toBe('None of these fits 0.1234');
  });

  test('a little above is near, and says by how much', () => {
    const [reading] = read('0.6945', xor).readings;
    expect(reading).toMatchObject({ isExact: false, meaning: { kind: 'even' } });
    expect(readNumberWords.closeness(reading!)).toContain('above');
  });
});

describe('a constant answer', () => {
  test('of 20/41 is the bias alone at 0.2 in the order 0, 1, 1, 0', () => {
    expect(biasAlone([0, 1, 1, 0], 0.2)).toBeCloseTo(20 / 41, 15);
    expect(exact('0.48780487804878037', xor, 'answer')).toEqual(['bias-alone mean']);
    expect(exact('0.4878', xor, 'answer')).toEqual(['bias-alone mean']);
  });

  test('of the fixed point of one epoch is what an epoch leaves as it is', () => {
    for (const rate of [0.05, 0.3, 0.5]) {
      const before = biasAlone([3, -1, 4, 1, 5], rate);
      let bias = before;
      for (const target of [3, -1, 4, 1, 5]) bias += rate * (target - bias);
      expect(bias).toBeCloseTo(before, 12);
    }
  });

  test('of the mean, an end, a share or a logit is known', () => {
    expect(exact('3', '1 2 6', 'answer')).toContain('answers-mean mean');
    expect(exact('0.25', '0 0 0 1', 'answer')).toContain('answers-mean mean');
    expect(exact('-1.0986', '0 0 0 1', 'answer')).toEqual(['answers-log-odds mean']); // ln (1/3)
    expect(exact('0.3333', '[[1,0,0],[0,1,0],[0,0,1]]', 'answer')).toContain('answers-share mean');
    expect(exact('-1', '5 6 7', 'answer')).toEqual(['answers-end mean']);
  });
});

describe('an accuracy', () => {
  test('of one class’s share is that class named for every input', () => {
    expect(exact('90%', `${'0 '.repeat(9)}1`, 'accuracy')).toEqual(['names-one percent']);
    expect(exact('0.5', `${'0 '.repeat(9)}1`, 'accuracy')).toEqual(['chance mean']);
  });
});

describe('what is pasted', () => {
  test('may be a line of a log, with one number or one that is named', () => {
    expect(pastedNumber('Epoch 100/100 - loss: 0.6931')).toMatchObject({ value: 0.6931 });
    expect(pastedNumber('0,693')).toMatchObject({ value: 0.693 });
    expect(pastedNumber('[0.4878] [0.4878] [0.4878]')).toMatchObject({ value: 0.4878 });
    expect(pastedNumber('6.931e-1')).toEqual({ value: 0.6931, halfUnit: expect.closeTo(0.00005, 12) });
    expect(pastedNumber('−0.5')).toMatchObject({ value: -0.5 });
  });

  test('is refused where it holds none, several or no finite number', () => {
    expect(pastedNumber('')).toEqual({ problem: 'none' });
    expect(pastedNumber('0.1 0.2')).toEqual({ problem: 'several' });
    expect(pastedNumber('nan')).toEqual({ problem: 'not-finite' });
  });

  test('may be an array in any of the ways in which arrays are printed', () => {
    const column = { rows: [[0], [1], [1], [0]] };
    for (const text of [
      '0, 1, 1, 0',
      '[[0], [1], [1], [0]]',
      'array([[0.],\n       [1.],\n       [1.],\n       [0.]], dtype=float32)',
      '0;1;1;0',
      'tensor([0., 1., 1., 0.])',
      '0\n1\n1\n0',
    ])
      expect(pastedTargets(text), text).toEqual(column);
    expect(pastedTargets('1 0 0\n0 1 0')).toEqual({
      rows: [
        [1, 0, 0],
        [0, 1, 0],
      ],
    });
    expect(pastedTargets('[[1,0],[0]]')).toEqual({ problem: 'ragged' });
    expect(pastedTargets('none')).toEqual({ problem: 'none' });
    expect(pastedTargets('0, 1e309')).toEqual({ problem: 'too-large' });
    expect(pastedNumber('1e309')).toEqual({ problem: 'not-finite' });
  });
});
