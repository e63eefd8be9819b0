import { describe, expect, it } from 'vitest';
import { createSampleOrder, movedBy } from '../../../../components/exhibits/sample-order/model.ts';
import { sampleOrderWords } from '../../../../components/exhibits/sample-order/words.ts';

const options = { order: [0, 1, 2, 3], inARow: 1, learningRate: 0.5, updates: 20000, seed: 1 };

describe('the order of samples', () => {
  it('learns XOR when the samples take turns, in whatever order', () => {
    for (const order of [
      [0, 1, 2, 3],
      [3, 1, 0, 2],
    ]) {
      expect(createSampleOrder({ ...options, order }).isLearned).toBe(true);
    }
  });

  it('answers with the target that came last when one sample is trained until nothing else counts', () => {
    const zeros = createSampleOrder({ ...options, order: [1, 2, 0, 3], inARow: 5000 });
    expect(zeros).toMatchObject({ isLearned: false, answersTheLast: true, last: 3 });
    expect(Math.max(...zeros.frames.at(-1)!.outputs)).toBeLessThan(0.1);
    const ones = createSampleOrder({ ...options, order: [0, 3, 1, 2], inARow: 5000 });
    expect(ones).toMatchObject({ answersTheLast: true, last: 2 });
    expect(sampleOrderWords.finding(ones)).toContain('the target of 01, which came last');
  });

  it('knows the sample of the last update, also in the middle of its turn', () => {
    expect(createSampleOrder({ ...options, inARow: 3, updates: 8 * 50 }).last).toBe(1);
  });

  it('moves a sample, and not beyond the ends', () => {
    expect(movedBy([0, 1, 2, 3], 0, 2)).toEqual([1, 2, 0, 3]);
    expect(movedBy([0, 1, 2, 3], 3, 9)).toEqual([0, 1, 2, 3]);
    expect(movedBy([0, 1, 2, 3], 3, -9)).toEqual([3, 0, 1, 2]);
  });

  it('refuses an order of samples that are not there', () => {
    expect(() => createSampleOrder({ ...options, order: [4] })).toThrow('order is [4]');
  });
});
