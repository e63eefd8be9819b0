import { describe, expect, it } from 'vitest';
import {
  createStabilityBound,
  periodTwo,
  sumOfSquaresTo999,
} from '../../../../components/exhibits/stability-bound/model.ts';

const cliff = 1 / sumOfSquaresTo999;
const at = (k: number, start?: [number, number]) =>
  createStabilityBound({ learningRate: k * cliff, ...(start && { start }) });

describe('the stability bound', () => {
  it('has its cliff at 1 / sum x², about 3.0045e-9 for the inputs 0 to 999', () => {
    const sum = Array.from({ length: 1000 }, (_, x) => x * x).reduce((total, square) => total + square, 0);
    expect(sumOfSquaresTo999).toBe(sum);
    expect(at(0.5).cliff).toBeCloseTo(3.0045e-9, 13);
  });

  it('takes 2 / lambda_max from the curvature at the minimum that small steps reach', () => {
    const start: [number, number] = [2.4, 0.2];
    const { path } = at(1e-3, start);
    let [u, v] = start;
    for (let i = 0; i < 200_000; i++) {
      const error = u * v - 1;
      [u, v] = [u - 1e-3 * error * v, v - 1e-3 * error * u];
    }
    const loss = (p: number, q: number) => 0.5 * sumOfSquaresTo999 * (p * q - 1) ** 2;
    const h = 1e-4;
    const [uu, vv, uv] = [
      (loss(u + h, v) - 2 * loss(u, v) + loss(u - h, v)) / h ** 2,
      (loss(u, v + h) - 2 * loss(u, v) + loss(u, v - h)) / h ** 2,
      (loss(u + h, v + h) - loss(u + h, v - h) - loss(u - h, v + h) + loss(u - h, v - h)) / (4 * h ** 2),
    ];
    const lambda = (uu + vv) / 2 + Math.hypot((uu - vv) / 2, uv);
    expect(at(0.5, start).limitFromHere / (2 / lambda)).toBeCloseTo(1, 2);
    expect(path[0]).toEqual(start);
  });

  it('settles below the limit without being thrown', () => {
    const model = at(0.2);
    expect(model.learningRate).toBeLessThan(model.limitFromHere);
    expect(model.fate).toMatchObject({ kind: 'settles', thrown: false });
  });

  it('is thrown to flatter ground between the limit and the cliff', () => {
    const model = at(0.6);
    expect(model.learningRate).toBeGreaterThan(model.limitFromHere);
    expect(model.fate).toMatchObject({ kind: 'settles', thrown: true });
    const [u, v] = model.path[model.path.length - 1]!;
    expect(u * v).toBeCloseTo(1, 8);
    expect(u * u + v * v).toBeLessThan(model.holdingRadiusSquared);
    expect(u * u + v * v).toBeLessThan(Math.hypot(2.4 ** 2 - 0.2 ** 2, 2));
  });

  it.each([1.01, 1.05, 1.1, 1.2])('keeps a period of two at k = %d, with a + 1/a = 1 + k', (k) => {
    const { fate } = at(k, [0.9, 0.9]);
    if (fate.kind !== 'period-two') throw new Error(`expected a period of two, got ${fate.kind}`);
    expect(k * fate.low * (k * fate.high)).toBeCloseTo(1, 6);
    expect(k * fate.high + 1 / (k * fate.high)).toBeCloseTo(1 + k, 6);
    expect([fate.low, fate.high]).toEqual(periodTwo(k).map((s) => expect.closeTo(s, 6)));
  });

  it('loses the period of two at sqrt(5) - 1, where its multiplier 9 - 2 (1 + k)² is -1', () => {
    const edge = Math.sqrt(5) - 1;
    expect(at(edge - 0.01, [0.9, 0.9]).fate.kind).toBe('period-two');
    expect(at(edge + 0.01, [0.9, 0.9]).fate.kind).toBe('wanders');
  });

  it('stays bounded to k = 2 and blows up beyond', () => {
    expect(at(1.99, [0.9, 0.9]).fate.kind).toBe('wanders');
    expect(at(2.05, [0.9, 0.9]).fate.kind).toBe('blows-up');
  });

  it.each([
    [[0, 0], false],
    [[1, 1], true],
    [[2, 0.5], true],
  ] as const)('stands still at %j, where both slopes are 0, whatever the rate', ([u, v], fits) => {
    for (const k of [0.03, 0.9, 1.1, 6]) expect(at(k, [u, v]).fate).toEqual({ kind: 'stands', fits });
  });

  it('comes to rest on the pass where a step makes u and v opposite: k (s - 1) = 1', () => {
    expect(at(0.2, [2, 3]).fate).toEqual({ kind: 'on-the-pass' });
    expect(at(0.2, [2, 3.05]).fate.kind).toBe('settles');
  });

  it('settles at the cliff itself, where a swing fades as slowly as one over the root of the steps', () => {
    expect(at(1, [0.4, 0.8]).fate.kind).toBe('settles');
  });

  it('draws a blow-up to its death: the last point of the path is the first that is not finite', () => {
    const { fate, path } = at(5);
    if (fate.kind !== 'blows-up') throw new Error(`expected a blow-up, got ${fate.kind}`);
    expect(path).toHaveLength(fate.step + 1);
    expect(path.slice(0, -1).flat().every(Number.isFinite)).toBe(true);
    expect(path.at(-1)!.every(Number.isFinite)).toBe(false);
    // Once it squares its size at every step, death comes within a dozen.
    expect(fate.step).toBeLessThan(14);
  });

  it('shrinks u² - v² by 1 - k² (s - 1)² at every step', () => {
    const { path, k } = at(0.6);
    for (let i = 0; i + 1 < Math.min(path.length, 20); i++) {
      const [[u, v], [nextU, nextV]] = [path[i]!, path[i + 1]!];
      const expected = (u * u - v * v) * (1 - k * k * (u * v - 1) ** 2);
      expect(nextU * nextU - nextV * nextV).toBeCloseTo(expected, 9);
    }
  });

  it('refuses a learning rate that is not positive and a start that is not finite', () => {
    expect(() => createStabilityBound({ learningRate: -1 })).toThrow(
      'learningRate is -1; expected a positive number',
    );
    expect(() => createStabilityBound({ learningRate: 1, start: [NaN, 1] })).toThrow('start is [NaN, 1]');
  });
});
