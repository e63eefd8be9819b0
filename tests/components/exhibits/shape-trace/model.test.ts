import { describe, expect, it } from 'vitest';
import { createShapeTrace, type ShapeTraceModel } from '../../../../components/exhibits/shape-trace/model.ts';

const spread = (bias: number[]) => Math.max(...bias) - Math.min(...bias);
const matrix = (model: ShapeTraceModel, name: string) => model.trace.find((entry) => entry.name === name)!;

describe('the backward pass of a layer', () => {
  it('is what pencil and paper give for one sample', () => {
    const model = createShapeTrace({ batch: 1, sumOver: 'samples' });
    // x = (1, 1): z = (1.5 + 0.5, 0 + 0.5, -0.5 + 0.5) = (2, 0.5, 0); p = 2 - 0.25 + 0 + 0.25 = 2, 2 (p - 0) = 4.
    expect(matrix(model, 'z').values).toEqual([[2, 0.5, 0]]);
    expect(matrix(model, 'G').values).toEqual([[4, -2, 3]]);
    expect(matrix(model, 'g').values).toEqual([[4, -2, 0]]);
    expect(matrix(model, 'dW').values).toEqual([
      [4, -2, 0],
      [4, -2, 0],
    ]);
    expect(matrix(model, 'db').values).toEqual([[4, -2, 0]]);
  });

  it('names every shape', () => {
    const shapes = (batch: 1 | 2 | 4, sumOver: 'samples' | 'units' | 'everything') =>
      createShapeTrace({ batch, sumOver }).trace.map(({ name, shape }) => `${name} ${shape}`);
    expect(shapes(4, 'samples')).toEqual([
      'x (4, 2)',
      'z (4, 3)',
      'G (4, 3)',
      'g (4, 3)',
      'dW (2, 3)',
      'db (3,)',
    ]);
    expect(shapes(4, 'units').at(-1)).toBe('db (4,)');
    expect(shapes(4, 'everything').at(-1)).toBe('db ()');
  });

  it('sums over the samples to the gradient that differences of the loss give', () => {
    const samples = [
      [1, 1, 0],
      [1, 0, 1],
      [0, 1, 1],
      [0, 0, 0],
    ];
    const [w0, w1, v] = [
      [1, -1, 0.5],
      [0.5, 1, -1],
      [1, -0.5, 0.75],
    ] as const;
    const loss = (bias: number[]) =>
      samples.reduce((total, [x0, x1, y]) => {
        const p = bias.reduce(
          (sum, b, h) => sum + v[h]! * Math.max(0, x0! * w0[h]! + x1! * w1[h]! + b),
          0.25,
        );
        return total + (p - y!) ** 2;
      }, 0);
    const bias = [0.5, 0.5, 0.5];
    const db = matrix(createShapeTrace({ batch: 4, sumOver: 'samples' }), 'db').values[0]!;
    db.slice(0, 2).forEach((gradient, h) => {
      const moved = (by: number) => loss(bias.map((b, i) => (i === h ? b + by : b)));
      expect(gradient).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 6);
    });
  });

  it('summed over everything keeps max(b) - min(b) at 0, to the last bit, for ever', () => {
    for (const batch of [1, 2, 4] as const) {
      const model = createShapeTrace({ batch, sumOver: 'everything', learningRate: 0.03 });
      model.step(500);
      expect(model.biases).toHaveLength(501);
      expect(model.biases.every((bias) => spread(bias) === 0)).toBe(true);
      expect(model.biases[500]).not.toEqual(model.biases[0]);
    }
  });

  it('summed over the samples lets the biases part', () => {
    const model = createShapeTrace({ batch: 4, sumOver: 'samples', learningRate: 0.03 });
    model.step(1);
    expect(spread(model.biases[1]!)).toBeGreaterThan(0);
  });

  it('summed over the units is refused for a batch, and passes silently for a single sample', () => {
    const batch = createShapeTrace({ batch: 2, sumOver: 'units' });
    expect(batch.biasUpdate).toEqual({
      kind: 'refused',
      message: 'operands could not be broadcast together with shapes (3,) (2,)',
    });
    batch.step(3);
    expect(batch.biases).toHaveLength(1);
    expect(createShapeTrace({ batch: 1, sumOver: 'units' }).biasUpdate).toEqual({
      kind: 'broadcast',
      value: 2,
    });
  });
});
