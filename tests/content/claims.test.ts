import { describe, expect, it } from 'vitest';
import { measure } from '../../src/book/claims/measures.ts';
import { readClaims } from '../../src/book/claims/read-claims.ts';
import { firstOf } from '../whole.ts';

const claims = readClaims();

describe.each(claims)('$page claims "$says"', ({ trials }) => {
  it.each(firstOf(trials, 1))('$at: $holds', async (trial) => {
    const { share, of } = await measure(trial);
    expect(of).toBeGreaterThan(0);
    if (trial.comparison === '>=') expect(share).toBeGreaterThanOrEqual(trial.share);
    else expect(share).toBeLessThanOrEqual(trial.share);
  });
});

it('gives each claim of a page a name of its own', () => {
  const names = claims.map(({ page, id }) => `${page}#${id}`);
  expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
});
