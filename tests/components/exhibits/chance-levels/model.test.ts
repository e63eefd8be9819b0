import { describe, expect, it } from 'vitest';
import { chanceLevelsOf } from '../../../../components/exhibits/chance-levels/model.ts';
import { typedCounts } from '../../../../components/exhibits/chance-levels/typed-counts.ts';
import { chanceLevelsWords } from '../../../../components/exhibits/chance-levels/words.ts';

describe('what a classifier prints that knows nothing', () => {
  it('is ln k, 1/k and (1 − 1/k)/k for classes of one size', () => {
    for (const k of [2, 3, 10]) {
      const levels = chanceLevelsOf(new Array<number>(k).fill(7));
      expect(levels.evenLoss).toBeCloseTo(Math.log(k), 14);
      expect(levels.constantLoss).toBeCloseTo(Math.log(k), 14);
      expect(levels.constantAccuracy).toBeCloseTo(1 / k, 14);
      expect(levels.constantSquaredError).toBeCloseTo((1 - 1 / k) / k, 14);
    }
    expect(chanceLevelsOf(new Array<number>(10).fill(1)).twiceLoss).toBeCloseTo(1.4611501717, 9);
  });

  it('is the entropy and the larger share for classes of two sizes', () => {
    const levels = chanceLevelsOf([900, 100]);
    expect(levels.constantLoss).toBeCloseTo(0.3250829734, 9);
    expect(levels.constantAccuracy).toBe(0.9);
    expect(levels.evenLoss).toBeCloseTo(Math.LN2, 14);
    expect(chanceLevelsWords.finding(levels)).toContain('a loss of 0.3251 and an accuracy of 90.0%');
  });

  it('is no less with one answer for all samples, whatever the answer', () => {
    const { shares, constantLoss } = chanceLevelsOf([5, 3, 2]);
    const lossOf = (p: number[]) => -shares.reduce((sum, share, c) => sum + share * Math.log(p[c]!), 0);
    for (const [a, b] of [
      [0.4, 0.4],
      [0.5, 0.29],
      [0.6, 0.2],
    ] as const)
      expect(lossOf([a, b, 1 - a - b])).toBeGreaterThan(constantLoss);
  });

  it('reads counts as people type them, and refuses what is none', () => {
    expect(typedCounts('50, 30 20')).toEqual([50, 30, 20]);
    expect(typedCounts('1000 x 10')).toEqual(new Array(10).fill(1000));
    for (const text of ['', '5', 'letters', '1, -2', '3, 0.5', '0, 4', '1 x 1', '9 x 100000'])
      expect(typedCounts(text), text).toBeUndefined();
    expect(() => chanceLevelsOf([3])).toThrow('at least two');
  });
});
