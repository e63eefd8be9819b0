// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

type Softmax = (scores: number[][]) => number[][];
const softmaxOf = (form: Form) => form.inside<Softmax>('softmax');
const scores = [
  [0, Math.log(3), 1],
  [Math.log(2), 0, 1],
];
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

testMends('softmax-over-the-samples', {
  async 'softmax-over-the-samples'(posted, mended) {
    const [over, right] = [(await softmaxOf(posted))(scores), (await softmaxOf(mended))(scores)];
    for (const c of [0, 1, 2]) expect(sum(over.map((row) => row[c]!))).toBeCloseTo(1, 12);
    for (const row of right) expect(sum(row)).toBeCloseTo(1, 12);
    // By hand: over the samples 1/3, 3/4 and 1/2, over the classes 1/(4 + e) and so on.
    expect(over[0]!.map((p) => Number(p.toFixed(9)))).toEqual([0.333333333, 0.75, 0.5]);
    expect(right[0]![1]).toBeCloseTo(3 / (4 + Math.E), 12);
  },
  async 'no-largest-subtracted'(posted, mended) {
    const large = [
      [800, 0],
      [0, 0],
    ];
    expect((await softmaxOf(posted))(large).flat().some(Number.isNaN)).toBe(true);
    expect((await softmaxOf(mended))(large).flat().every(Number.isFinite)).toBe(true);
  },
  async 'nan-counts-as-zero'(posted) {
    const answer = await posted.inside<(row: number[]) => number>('answer');
    expect(answer([NaN, NaN, NaN])).toBe(0);
    expect(answer([0.1, 0.2, 0.7])).toBe(2);
  },
});
