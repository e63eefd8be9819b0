/** What a replay proves, and when it proves nothing. */
import { describe, expect, it } from 'vitest';
import type { Description } from '../../src/clinic/index.ts';
import { type LayerParameters, replayAll } from '../../src/clinic/index.ts';
import { describedXor } from './described-xor.ts';

const xor: Description = {
  ...describedXor,
  widths: [1],
  output: { activation: 'identity' },
  rate: 0.1,
  batch: 'sum',
  weights: { kind: 'he' },
  biases: { kind: 'zeros' },
  epochs: 100,
  digits: 16,
};
const startOf = (w: [number, number], v: number, c: number): LayerParameters[] => [
  { weights: [w], biases: [0] },
  { weights: [[v]], biases: [c] },
];

describe('the replay', () => {
  it('agrees with the suspect that was worked out by hand, and with no other kind of step', () => {
    // h = relu(x1 + x2) = 0 1 1 2; p = h; p - y = 0 0 0 2. By the sum: dv = 2 x 2 = 4, dc = 2, dw = 2 v (1, 1), db = 2 v.
    const right = { w: 1 - 0.2, v: 1 - 0.4, c: -0.2, b: -0.2 };
    const uphill = { w: 1 + 0.2, v: 1 + 0.4, c: 0.2, b: 0.2 };
    const printedBy = ({ w, v, c, b }: typeof right) =>
      [0, 1, 1, 2].map((sum) => v * Math.max(0, w * sum + b) + c);
    const ids = ['none', 'step-uphill', 'mean-for-sum'];
    const start = startOf([1, 1], 1, 0);
    const replayed = (printed: number[]) => replayAll(xor, ids, start, printed, 6);
    expect(replayed(printedBy(right))).toEqual(['proves', 'differs', 'differs']);
    expect(replayed(printedBy(uphill))).toEqual(['differs', 'proves', 'differs']);
  });

  it('tells nothing of a unit that is dead for every sample, whose output is where it ends', () => {
    // The unit answers 0; the output's bias 0.5 is the mean of the targets, so that nothing moves.
    const replayed = replayAll(
      xor,
      ['none', 'step-uphill', 'layer-frozen'],
      startOf([-1, -1], 1, 0.5),
      [0.5, 0.5, 0.5, 0.5],
      6,
    );
    expect(replayed).toEqual(['agrees', 'agrees', 'agrees']);
  });

  it('does not fit weights of another network', () => {
    const replayed = replayAll(xor, ['none'], [{ weights: [[1]], biases: [0] }], [0, 0, 0, 0], 6);
    expect(replayed).toEqual(['other-shape']);
  });
});
