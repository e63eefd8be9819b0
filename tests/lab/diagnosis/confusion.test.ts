/** A small sample of what `npm run bench:diagnosis` measures in full. */
import { describe, expect, it } from 'vitest';
import { confusionOf, engineTrials, rightTrials } from './confusion.ts';

describe('the diagnosis', { timeout: 120_000 }, () => {
  it('names each fault of the engine that changes a parameter within the first epoch', () => {
    const { programs, named, missed } = confusionOf(engineTrials(1));
    expect(programs).toBeGreaterThanOrEqual(8);
    expect(missed).toEqual([]);
    expect(named).toBe(programs);
  });

  it('sees no problem in right networks of many kinds', () => {
    const { rightNetworks, falseProblems } = confusionOf(rightTrials(12, 1_001));
    expect(rightNetworks).toBe(12);
    expect(falseProblems).toEqual([]);
  });
});
