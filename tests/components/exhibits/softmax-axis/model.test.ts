import { describe, expect, it } from 'vitest';
import { createSoftmaxAxis, softmaxAxes } from '../../../../components/exhibits/softmax-axis/model.ts';
import { scoresOf } from '../../../../components/exhibits/softmax-axis/scores.ts';

const scores = scoresOf(3);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('a softmax over one axis', () => {
  it('makes that axis add up to 1, and no other', () => {
    const classes = createSoftmaxAxis({ scores, axis: 'classes' });
    for (const total of classes.rowSums) expect(total).toBeCloseTo(1, 14);
    for (const total of classes.columnSums) expect(Math.abs(total - 1)).toBeGreaterThan(1e-3);
    const samples = createSoftmaxAxis({ scores, axis: 'samples' });
    for (const total of samples.columnSums) expect(total).toBeCloseTo(1, 14);
    for (const total of samples.rowSums) expect(Math.abs(total - 1)).toBeGreaterThan(1e-3);
    const all = createSoftmaxAxis({ scores, axis: 'all' });
    expect(sum(all.rowSums)).toBeCloseTo(1, 14);
  });

  it('lets a sample hang on its neighbours unless it is over the classes', () => {
    expect(createSoftmaxAxis({ scores, axis: 'classes' }).dependence).toBeLessThan(1e-12);
    for (const axis of softmaxAxes.slice(1))
      expect(createSoftmaxAxis({ scores, axis }).dependence).toBeGreaterThan(1e-4);
  });

  it('stands scores at which an exponential overflows', () => {
    const large = scores.map((row) => row.map((score) => score + 1000));
    const here = createSoftmaxAxis({ scores, axis: 'samples' }).probabilities;
    const there = createSoftmaxAxis({ scores: large, axis: 'samples' }).probabilities;
    here.flat().forEach((p, j) => expect(there.flat()[j]).toBeCloseTo(p, 10));
  });
});
