import { describe, expect, it } from 'vitest';
import { type ArrayShape, createBroadcast } from '../../../../components/exhibits/broadcast/model.ts';

const predictions = [0.1, 0.8, 0.9, 0.2];
const targets = [0, 1, 1, 0];
const of = (predictionShape: ArrayShape, targetShape: ArrayShape, values = predictions) =>
  createBroadcast({ predictions: values, targets, predictionShape, targetShape });

describe('predictions less targets', () => {
  // As NumPy 1.26 gives them: np.zeros(s1).__sub__(np.zeros(s2)).shape.
  it.each<[ArrayShape, ArrayShape, number[]]>([
    ['(N,)', '(N,)', [4]],
    ['(N, 1)', '(N, 1)', [4, 1]],
    ['(1, N)', '(1, N)', [1, 4]],
    ['(N,)', '(1, N)', [1, 4]],
    ['(1, N)', '(N,)', [1, 4]],
    ['(N, 1)', '(N,)', [4, 4]],
    ['(N,)', '(N, 1)', [4, 4]],
    ['(N, 1)', '(1, N)', [4, 4]],
    ['(1, N)', '(N, 1)', [4, 4]],
  ])('of the shapes %s and %s have the shape that NumPy gives them', (ours, theirs, shape) => {
    const model = of(ours, theirs);
    expect(model.shape).toEqual(shape);
    expect(model.isTable).toBe(shape.length === 2 && !shape.includes(1));
  });

  it('are every prediction less every target in a table, turned round with the shapes', () => {
    const table = of('(N, 1)', '(N,)').difference;
    const turned = of('(N,)', '(N, 1)').difference;
    predictions.forEach((prediction, r) =>
      targets.forEach((target, c) => {
        expect(table[r]![c]).toBeCloseTo(prediction - target, 15);
        expect(turned[c]![r]).toBeCloseTo(prediction - target, 15);
      }),
    );
  });

  it('have their least loss at the mean of the targets, where it is their variance', () => {
    const { best } = of('(N, 1)', '(N,)');
    expect(best).toEqual([0.5, 0.5, 0.5, 0.5]);
    const least = of('(N, 1)', '(N,)', best).meanSquaredError;
    expect(least).toBeCloseTo(0.25, 15);
    for (const k of [0, 1, 2, 3])
      for (const by of [-0.01, 0.01])
        expect(
          of(
            '(N, 1)',
            '(N,)',
            best.map((value, j) => value + (j === k ? by : 0)),
          ).meanSquaredError,
        ).toBeGreaterThan(least);
    expect(of('(N, 1)', '(N, 1)', targets).meanSquaredError).toBe(0);
  });

  it('want as many of both', () => {
    expect(() =>
      createBroadcast({ predictions: [1], targets, predictionShape: '(N,)', targetShape: '(N,)' }),
    ).toThrow('1 predictions and 4 targets');
  });
});
