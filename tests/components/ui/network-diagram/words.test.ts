import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../components/ui/network-diagram/layout.ts';
import { isSilent, nameOf, readOut } from '../../../../components/ui/network-diagram/words.ts';
import type { DiagramData } from '../../../../components/ui/network-diagram/words.ts';

/** 2-2-1: h₁ = relu(1 + 2 x₁ − 3 x₂), h₂ = relu(−1), y = 0.5 + 4 h₁ − h₂, on the samples (1, 0) and (0, 1). */
const data: DiagramData = {
  inputs: [
    [1, 0],
    [0, 1],
  ],
  layers: [
    {
      weights: [
        [2, -3],
        [0, 0],
      ],
      biases: [1, -1],
      activations: [
        [3, 0],
        [0, -0],
      ],
    },
    { weights: [[4, -1]], biases: [0.5], activations: [[12.5], [0.5]] },
  ],
};

describe('the words for a part of a network', () => {
  it('name units by their place', () => {
    expect([nameOf(data, 0, 1), nameOf(data, 1, 0), nameOf(data, 2, 0)]).toEqual(['x₂', 'h₁', 'y']);
  });

  it('give a unit with its sum', () => {
    expect(readOut(data, { kind: 'unit', layer: 1, unit: 0 }, 0)).toEqual({
      title: 'h₁ = 3',
      formula: 'its sum: bias 1 + 2 · 1 + (−3) · 0 = 3; its activation: 3',
    });
  });

  it('give a weight with what it adds on this sample', () => {
    expect(readOut(data, { kind: 'weight', layer: 2, unit: 0, from: 0 }, 0)).toEqual({
      title: 'weight from h₁ to y = 4',
      formula: 'adds 4 · h₁ = 4 · 3 = 12 to the sum of y',
    });
  });

  it('call a unit silent only if it is zero on every sample, whatever the sign of zero', () => {
    expect([isSilent(data, 1, 0), isSilent(data, 1, 1), isSilent(data, 0, 1)]).toEqual([false, true, false]);
    expect(readOut(data, { kind: 'unit', layer: 1, unit: 1 }, 1).title).toBe(
      'h₂ = −0, and 0 on every sample: silent',
    );
  });
});

describe('the layout', () => {
  it.each([[[2, 2, 1]], [[2, 4, 1]], [[2, 16, 16, 16, 1]], [[1, 3, 1]]])(
    'of %j keeps units apart and inside',
    (widths) => {
      const { units, radius, width, height } = layOut(widths);
      expect(units.map((column) => column.length)).toEqual(widths);
      for (const column of units) {
        for (const [n, { x, y }] of column.entries()) {
          expect(x - radius).toBeGreaterThanOrEqual(0);
          expect(x + radius).toBeLessThanOrEqual(width);
          expect(y - radius).toBeGreaterThanOrEqual(0);
          expect(y + radius).toBeLessThanOrEqual(height);
          if (n > 0) expect(y - column[n - 1]!.y).toBeGreaterThan(2 * radius);
        }
      }
    },
  );
});
