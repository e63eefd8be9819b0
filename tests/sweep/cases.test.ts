import { describe, expect, test } from 'vitest';
import { variantTraining } from '../cases/trainings.ts';
import { sharesOf, sweep } from '../../src/sweep/index.ts';

/**
 * Shares that independent programs in Lua, NumPy and C measured on the five cases, in per cent, with how far apart
 * two samples of these sizes may lie: four standard errors of their difference.
 */
const measured: [
  caseId: string,
  variant: string,
  seeds: number,
  outcome: 'solved' | 'constant',
  percent: number,
  of: number,
][] = [
  ['all-outputs-equal', 'derivative-right', 1000, 'solved', 18.1, 1000],
  ['all-outputs-equal', 'derivative-right', 1000, 'constant', 52.7, 1000],
  ['all-outputs-equal', 'as-posted', 200, 'constant', 85.8, 1000],
  ['all-outputs-equal', 'hidden-right-linear-output', 300, 'solved', 67.3, 1000],
  ['leaky-derivative', 'as-posted', 1000, 'solved', 23.3, 1000],
  ['leaky-derivative', 'eps', 1000, 'solved', 69.8, 1000],
  ['leaky-derivative', 'zero', 1000, 'solved', 82.3, 1000],
  ['negative-zero', 'as-posted', 600, 'solved', 12.1, 3000],
  ['negative-zero', 'as-posted', 600, 'constant', 64.4, 3000],
  ['negative-zero', 'linear-output', 200, 'solved', 100, 600],
  ['unbounded-classifier', 'relu-lr-0.1', 1000, 'solved', 53.5, 1000],
  ['unbounded-classifier', 'own-derivative-lr-0.1', 1000, 'solved', 35.9, 1000],
];

describe('the shares of the cases are those that other programs measured', () => {
  test.each(measured)(
    '%s, %s: of %i seeds, %s as often as measured, %d per cent in %i runs',
    async (caseId, variant, seeds, outcome, percent, of) => {
      const { spec, epochs } = variantTraining(caseId, variant);
      const { share } = sharesOf(await sweep(spec, { seeds, epochs }))[outcome];
      const p = percent / 100;
      expect(Math.abs(share - p)).toBeLessThanOrEqual(4 * Math.sqrt(p * (1 - p) * (1 / seeds + 1 / of)));
    },
    60_000,
  );
});
