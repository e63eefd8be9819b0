import { describe, expect, test } from 'vitest';
import { highestStep } from '../../../../components/exhibits/sweep/gap.ts';
import { sliderWords } from '../../../../components/exhibits/sweep/sweep-slider-words.ts';
import type { TriedValue } from '../../../../components/exhibits/sweep/sweep-slider.ts';
import { settings } from '../../../../components/exhibits/sweep/settings.ts';
import { wilson } from '../../../../src/sweep/index.ts';

/** A value at which so many of 100 seeds are solved, and the rest in part. */
const tried = (value: number, solved: number): TriedValue => ({
  value,
  shares: {
    solved: wilson(solved, 100),
    partly: wilson(100 - solved, 100),
    constant: wilson(0, 100),
    diverged: wilson(0, 100),
  },
});

describe('the highest step of a curve', () => {
  const curve = [tried(0.1, 100), tried(0.2, 95), tried(0.8, 35), tried(1, 0)];

  test('is where a line between two points may hide most, and its middle lies on the axis', () => {
    const gap = highestStep(curve, settings.learningRate)!;
    expect([gap.left.value, gap.right.value, gap.middle]).toEqual([0.2, 0.8, 0.4]);
    expect(highestStep(curve, settings.slope)!.middle).toBe(0.5);
  });

  test('needs room: between two whole numbers in a row there is nothing', () => {
    expect(highestStep([tried(1, 0), tried(2, 90), tried(4, 100)], settings.width)).toBeUndefined();
    expect(highestStep([tried(1, 0), tried(3, 90)], settings.width)!.middle).toBe(2);
  });

  test('is not what chance may have made', () => {
    expect(
      highestStep([tried(0.1, 60), tried(0.2, 45), tried(0.4, 30)], settings.learningRate),
    ).toBeUndefined();
  });
});

describe('the question about it', () => {
  const gap = { left: tried(0.2, 96), right: tried(0.8, 36), middle: 0.4 };

  test('names both ends, and has a choice for each and one between', () => {
    expect(sliderWords.question(gap)).toMatch(
      /^96.0% solve it at 0.2, 36.0% at 0.8; .* a sweep at 0.4 say\?$/,
    );
    expect(sliderWords.choices(gap).map(({ label }) => label)).toEqual([
      'close to 96%',
      'half-way',
      'close to 36%',
    ]);
  });

  test.each([
    [1, 'left'],
    [0.8, 'left'],
    [0.66, 'between'],
    [0.5, 'right'],
    [0.1, 'right'],
  ])('is answered by a share of %d', (share, choice) => {
    expect(sliderWords.result(gap, share).choice).toBe(choice);
  });
});
