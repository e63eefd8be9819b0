/**
 * The numbers of a page held against what other programs measured, or a proof gives. Each is a fact of the book, named here
 * without its page.
 */
import { expect, test } from 'vitest';
import { factResult, factText } from '../../src/book/facts/fact-result.ts';
import { sharesOf, sweep } from '../../src/sweep/index.ts';
import { whole } from '../whole.ts';
import { variantTraining } from './trainings.ts';

/** Shares: percent, and over how many seeds. Where that was not noted, a number that is not too large is taken. */
export function testShares(page: string, shares: Record<string, [percent: number, runs: number]>): void {
  test.each(Object.entries(shares))('%s agrees with an independent measurement', (id, [percent, runs]) => {
    const ours = factResult(`${page}.${id}`);
    const theirs = percent / 100;
    // Two shares of the same thing differ by less than 2.6 standard errors in 99 of 100 cases, and by their rounding.
    const pooled = (ours.value * ours.runs! + theirs * runs) / (ours.runs! + runs);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / ours.runs! + 1 / runs));
    expect(Math.abs(ours.value - theirs)).toBeLessThan(2.6 * error + 0.0006);
  });
}

export function testClosedForms(page: string, values: Record<string, number>): void {
  test.each(Object.entries(values))('%s has its closed form', (id, value) => {
    expect(Math.abs(factResult(`${page}.${id}`).value - value)).toBeLessThan(1e-14);
  });
}

export function testLastDigits(page: string, values: Record<string, number>): void {
  test.each(Object.entries(values))('%s is %s to the last digit', (id, value) => {
    expect(factResult(`${page}.${id}`).value).toBe(value);
  });
}

export function testWithin(page: string, values: Record<string, [value: number, tolerance: number]>): void {
  test.each(Object.entries(values))('%s is as measured independently', (id, [value, tolerance]) => {
    expect(Math.abs(factResult(`${page}.${id}`).value - value)).toBeLessThanOrEqual(tolerance);
  });
}

/** How a fact reads in prose: shares in percent, numbers as far as they matter. */
export function testProse(page: string, texts: Record<string, string>): void {
  test.each(Object.entries(texts))('%s reads %s', (id, text) => {
    expect(factText(`${page}.${id}`)).toBe(text);
  });
}

interface Measured {
  variant: string;
  /** How many are swept here; in the gate a hundred at most. */
  seeds: number;
  outcome: 'solved' | 'constant';
  /** What the other program found, in how many runs. */
  percent: number;
  of: number;
}

/** Variants swept here, on the kernel: each outcome as often as another program measured it. */
export function testSweeps(page: string, measured: Measured[]): void {
  test.each(measured)(
    '$variant: $outcome as often as measured, $percent per cent in $of runs',
    async ({ variant, seeds, outcome, percent, of }) => {
      const { spec, epochs } = variantTraining(page, variant);
      const tried = whole ? seeds : Math.min(seeds, 100);
      const { share } = sharesOf(await sweep(spec, { seeds: tried, epochs }))[outcome];
      const p = percent / 100;
      // Two samples of these sizes lie no further apart than four standard errors of their difference.
      expect(Math.abs(share - p)).toBeLessThanOrEqual(4 * Math.sqrt(p * (1 - p) * (1 / tried + 1 / of)));
    },
    60_000,
  );
}
