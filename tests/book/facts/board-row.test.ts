import { describe, expect, test } from 'vitest';
import { boardSweep, recount } from '../../../src/book/facts/board-row.ts';
import { faultsThatCount } from '../../../src/book/facts/board-sweeps.ts';
import { keptOutcomes } from '../../../src/book/facts/kept.ts';
import { hasLearned } from '../../../src/book/facts/letters.ts';
import { boardKey, epochsOf, factSweeps } from '../../../src/book/facts/sweeps.ts';
import { caseTrainings } from '../../../src/book/cases/index.ts';
import { combinations } from '../../../src/book/index.ts';

const seeds = [1, 2, 3, 4];
const rows = Object.keys(caseTrainings).flatMap((caseId) =>
  combinations(faultsThatCount(caseId)).map((mended) => ({
    caseId,
    mended,
    row: mended.join(' + ') || 'nothing',
  })),
);

describe.each(rows)('counted in the page, $caseId with $row mended', ({ caseId, mended }) => {
  const key = boardKey(caseId, mended);

  test('learns from the seeds from which it learns in the book', { timeout: 60_000 }, async () => {
    const kept = keptOutcomes(key).slice(0, seeds.length);
    expect(await recount(caseId, mended, seeds)).toEqual(Array.from(kept, hasLearned));
  });

  test('is trained for as long as in the book, which is what the button says', () => {
    expect(boardSweep(caseId, mended).training.epochs).toBe(epochsOf(factSweeps.get(key)!));
  });
});

test('a combination that the board has no row for is counted too', async () => {
  const mended = faultsThatCount('negative-zero').slice(0, 3);
  expect(() => boardKey('negative-zero', mended)).toThrow(/no row/);
  expect(await recount('negative-zero', mended, seeds)).toHaveLength(seeds.length);
});
