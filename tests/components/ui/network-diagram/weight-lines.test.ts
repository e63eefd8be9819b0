import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../components/ui/network-diagram/layout.ts';
import {
  bundles,
  nearestWeight,
  weightParts,
} from '../../../../components/ui/network-diagram/weight-lines.ts';
import type { DiagramLayer } from '../../../../components/ui/network-diagram/words.ts';

/** 2-16-1 with weights from -3 to 3, one of them not a number. */
const layers: DiagramLayer[] = [
  {
    weights: Array.from({ length: 16 }, (_, unit) => [unit / 5 - 1.5, 1.5 - unit / 5]),
    biases: Array(16).fill(0),
    activations: [],
  },
  {
    weights: [Array.from({ length: 16 }, (_, from) => (from === 3 ? NaN : (from - 7.5) / 2.5))],
    biases: [0],
    activations: [],
  },
];
const layout = layOut([2, 16, 1]);

describe('the weights of a dense network', () => {
  it('are all drawn, in few paths', () => {
    const drawn = bundles(layout, layers);
    const lines = drawn.flatMap(({ path }) => path.match(/M/g) ?? []);
    expect(lines).toHaveLength(2 * 16 + 16);
    expect(drawn.length).toBeLessThan(25);
  });

  it('keep their signs, and are the wider the larger they are', () => {
    const drawn = bundles(layout, layers);
    const count = (sign: string) =>
      drawn.filter((bundle) => bundle.sign === sign).flatMap(({ path }) => path.match(/M/g)).length;
    const values = layers.flatMap(({ weights }) => weights.flat());
    expect([count('positive'), count('negative'), count('broken')]).toEqual([
      values.filter((value) => value >= 0).length,
      values.filter((value) => value < 0).length,
      1,
    ]);
    const widths = drawn.map(({ width }) => width);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(Math.max(...widths)).toBeGreaterThan(2 * Math.min(...widths));
  });
});

describe('pointing at a weight', () => {
  it('finds each line at a third of its way, where no other crosses it', () => {
    const found = weightParts(layers).map((part) => {
      const [from, to] = [layout.units[part.layer - 1]![part.from]!, layout.units[part.layer]![part.unit]!];
      const point = { x: from.x + 0.311 * (to.x - from.x), y: from.y + 0.311 * (to.y - from.y) };
      return nearestWeight(layout, layers, point, 1e-9);
    });
    expect(found).toEqual(weightParts(layers));
  });

  it('finds nothing where there is no line', () => {
    expect(nearestWeight(layout, layers, { x: layout.width / 2, y: -50 }, 6)).toBeUndefined();
  });
});
