import { describe, expect, it } from 'vitest';
import { createRangeGap, outputRanges } from '../../../../components/exhibits/range-gap/model.ts';
import { rangeGapWords } from '../../../../components/exhibits/range-gap/words.ts';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const functions: Record<string, (z: number) => number> = {
  identity: (z) => z,
  sigmoid,
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  'leaky-relu': (z) => (z > 0 ? z : 0.01 * z),
  elu: (z) => (z > 0 ? z : Math.expm1(z)),
  softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  silu: (z) => z * sigmoid(z),
  gelu: (z) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3))),
};

describe('the range of an output activation', () => {
  it.each(Object.keys(functions))('%s stays inside it and comes near both ends', (id) => {
    const { low, high } = outputRanges.find((range) => range.id === id)!;
    const values = Array.from({ length: 400_001 }, (_, i) => functions[id]!((i - 200_000) / 1000));
    const [least, most] = [Math.min(...chunk(values, Math.min)), Math.max(...chunk(values, Math.max))];
    expect(least).toBeGreaterThanOrEqual(low - 1e-15);
    expect(most).toBeLessThanOrEqual(high);
    expect(least - low < 1e-6 || low === -Infinity).toBe(true);
    expect(high - most < 1e-6 || high === Infinity).toBe(true);
  });
});

describe('the error that cannot be removed', () => {
  it('is (2 - 1)² over four targets, one of them 2, for a sigmoid', () => {
    const model = createRangeGap({ activation: 'sigmoid', targets: [0, 1, 2, 0.5] });
    expect(model.leastError).toBe(0.25);
    expect(rangeGapWords.finding(model)).toBe(
      'Sigmoid can never reach 2: the least mean squared error is 0.25',
    );
    expect(model.best[2]).toEqual({ target: 2, aim: 2, output: 1, reached: false, squaredError: 1 });
  });

  it('names four targets at most, or three and how many others', () => {
    const findingFor = (targets: number[]) =>
      rangeGapWords.finding(createRangeGap({ activation: 'sigmoid', targets }));
    expect(findingFor([2, 3, 4, 5])).toContain('can never reach 2, 3, 4 or 5:');
    expect(findingFor([2, 3, 4, 5, 6])).toContain('can never reach 2, 3, 4 or 2 more targets:');
  });

  it('is no more than what any output inside the range leaves', () => {
    for (const { id, low, high } of outputRanges) {
      const targets = [-3, -0.2, 0.4, 7];
      const { best } = createRangeGap({ activation: id, targets });
      best.forEach(({ target, squaredError }) => {
        for (let output = Math.max(low, -20); output <= Math.min(high, 20); output += 0.01) {
          expect((target - output) ** 2).toBeGreaterThanOrEqual(squaredError - 1e-9);
        }
      });
    }
  });

  it('is nothing for a target at an open end, which is approached and never reached', () => {
    const model = createRangeGap({ activation: 'sigmoid', targets: [0, 1] });
    expect(model.leastError).toBe(0);
    expect(rangeGapWords.finding(model)).toBe(
      'Sigmoid comes as near to 0 or 1 as you like, and never arrives',
    );
  });

  it('is nothing for a ReLU at 0, which it reaches, and 1 for a target of -1', () => {
    expect(createRangeGap({ activation: 'relu', targets: [0, 1] }).finding).toEqual({ kind: 'reached' });
    expect(createRangeGap({ activation: 'relu', targets: [-1] }).leastError).toBe(1);
  });

  it('vanishes when the targets are moved into the range, and the outputs back', () => {
    const model = createRangeGap({ activation: 'tanh', targets: [10, 20, 30], scaled: true });
    expect(model.scaling).toEqual({ shift: 20, factor: 10 });
    expect(model.best.map(({ aim }) => aim)).toEqual([-1, 0, 1]);
    expect(model.leastError).toBe(0);
    expect(rangeGapWords.finding(model)).toMatch(/^Targets moved into the range: tanh comes as near/);
    expect(rangeGapWords.scaled(model)).toMatch(
      /^Train towards \(target − 20\) \/ 10; the prediction is 10 × output \+ 20\./,
    );
  });

  it('moves no target that fits, and only shifts where one end is infinity', () => {
    expect(
      createRangeGap({ activation: 'identity', targets: [-5, 5], scaled: true }).scaling,
    ).toBeUndefined();
    expect(createRangeGap({ activation: 'relu', targets: [-5, 5], scaled: true }).scaling).toEqual({
      shift: -5,
      factor: 1,
    });
    expect(createRangeGap({ activation: 'sigmoid', targets: [3, 3], scaled: true }).leastError).toBe(0);
  });

  it('refuses an unknown activation and an empty list of targets', () => {
    expect(() => createRangeGap({ activation: 'swish', targets: [1] })).toThrow(
      '"swish"; expected one of identity',
    );
    expect(() => createRangeGap({ activation: 'relu', targets: [] })).toThrow(
      'expected at least one finite number',
    );
  });
});

/** Folds a long list in pieces: Math.min of 400,001 arguments is too much for the stack. */
function chunk(values: number[], fold: (...values: number[]) => number): number[] {
  return Array.from({ length: Math.ceil(values.length / 1000) }, (_, i) =>
    fold(...values.slice(i * 1000, (i + 1) * 1000)),
  );
}
