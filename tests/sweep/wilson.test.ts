import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/sweep/wilson.ts';

describe('wilson', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3 (score, no continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval of %i of %i', (successes, n, low, high) => {
    const share = wilson(successes, n);
    expect(share.count).toBe(successes);
    expect(share.share).toBe(successes / n);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('solves (p - share)² = z² p (1 - p) / n at both ends', () => {
    const n = 200;
    for (const successes of [3, 50, 100, 199]) {
      const { share, low, high } = wilson(successes, n);
      for (const p of [low, high])
        expect((p - share) ** 2).toBeCloseTo((1.959963984540054 ** 2 * p * (1 - p)) / n, 14);
    }
  });

  test('ends exactly at 0 and 1 for none and all, and covers everything without runs', () => {
    expect(wilson(0, 100).low).toBe(0);
    expect(wilson(100, 100).high).toBe(1);
    expect(wilson(0, 0)).toEqual({ count: 0, share: 0, low: 0, high: 1 });
  });

  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [0.5, 5],
    [1, Number.NaN],
  ])('refuses %d of %d', (successes, n) => expect(() => wilson(successes, n)).toThrow(/wilson: .*expected/));
});
