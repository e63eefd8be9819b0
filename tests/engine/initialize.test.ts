import { describe, expect, it } from 'vitest';
import {
  createRandom,
  createRun,
  drawUniform,
  type DrawOrder,
  type Initializer,
  type Spec,
} from '../../src/engine/index.ts';
import { xorSpec } from './specs.ts';

const uniform: Initializer = { kind: 'uniform', low: 0, high: 1 };
const spec = (order: DrawOrder, options: Partial<Spec> = {}): Spec =>
  xorSpec(
    [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'relu' },
    ],
    {
      initial: { order, weights: uniform, biases: uniform },
      ...options,
    },
  );
/** Which draw each parameter is: 0 for the first. In memory: W00 W01 W10 W11 b0 b1 | v0 v1 c. */
function drawNumbers(of: Spec): number[] {
  const { parameters } = createRun(of, 9).network;
  const random = createRandom(9);
  const draws = Array.from({ length: parameters.length }, () => drawUniform(random));
  return [...parameters].map((parameter) => draws.indexOf(parameter));
}

describe('the order of draws', () => {
  it('unit by unit: bias, then weights', () => {
    expect(drawNumbers(spec('unit-by-unit'))).toEqual([1, 2, 4, 5, 0, 3, 7, 8, 6]);
  });

  it('layer by layer: weights input by input, then biases', () => {
    expect(drawNumbers(spec('layer-by-layer'))).toEqual([0, 2, 1, 3, 4, 5, 6, 7, 8]);
  });

  it('all biases, then all weights', () => {
    expect(drawNumbers(spec('biases-then-weights'))).toEqual([3, 5, 4, 6, 0, 1, 7, 8, 2]);
  });

  it('a second copy of the weights is drawn after the first', () => {
    // W00 W01 W10 W11, then their copy
    const faults = [{ name: 'bias-added-to-weights', layers: [0] }] as const;
    expect(
      drawNumbers(spec('layer-by-layer', { faults: [{ ...faults[0], layers: [0] }] })).slice(0, 8),
    ).toEqual([0, 2, 1, 3, 4, 6, 5, 7]);
  });

  it('constants take no draw', () => {
    const initial = {
      order: 'unit-by-unit',
      weights: uniform,
      biases: { kind: 'constant', value: -1 },
    } as const;
    expect(drawNumbers(spec('unit-by-unit', { initial }))).toEqual([0, 1, 2, 3, -1, -1, 4, 5, -1]);
  });
});

describe('the spread of initial weights', () => {
  const weightsOf = (weights: Initializer): number[] => {
    const wide = xorSpec(
      [
        { units: 5000, activation: 'relu' },
        { units: 1, activation: 'identity' },
      ],
      {
        initial: { order: 'layer-by-layer', weights, biases: { kind: 'zeros' } },
      },
    );
    return [...createRun(wide, 2).network.layers[0]!.weights];
  };
  const variance = (values: number[]): number => values.reduce((sum, w) => sum + w * w, 0) / values.length;

  // The standard error of a variance from 10,000 draws is 1.4% for a normal and 0.9% for a uniform distribution.
  it('He: variance 2 / I', () => {
    expect(variance(weightsOf({ kind: 'he' })) / (2 / 2)).toBeCloseTo(1, 1);
  });

  it('Glorot: uniform, variance 2 / (I + O)', () => {
    const weights = weightsOf({ kind: 'xavier' });
    expect(variance(weights) / (2 / 5002)).toBeCloseTo(1, 1);
    expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(6 / 5002));
  });

  it('normal: the deviation that was asked for', () => {
    expect(variance(weightsOf({ kind: 'normal', deviation: 0.3 })) / 0.09).toBeCloseTo(1, 1);
  });
});
