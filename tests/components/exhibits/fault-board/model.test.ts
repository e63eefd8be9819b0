import { describe, expect, it } from 'vitest';
import {
  boardFinding,
  boardRows,
  boardRowsAtMost,
  farthestRow,
  otherSeeds,
} from '../../../../components/exhibits/fault-board/model.ts';
import { boardWords } from '../../../../components/exhibits/fault-board/words.ts';
import { combinationKey, combinations } from '../../../../src/book/combinations.ts';

describe('the combinations of a board', () => {
  it('are none, each alone, each pair, and all', () => {
    expect(combinations(['a', 'b', 'c'])).toEqual([
      [],
      ['a'],
      ['b'],
      ['c'],
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });
  it('do not repeat the pair of two faults as "all"', () => {
    expect(combinations(['a', 'b'])).toEqual([[], ['a'], ['b'], ['a', 'b']]);
  });
  it('are named alike in any order', () => {
    expect(combinationKey(['b', 'a'])).toBe(combinationKey(['a', 'b']));
    expect(combinationKey([])).toBe('');
  });
});

describe('the rows of a board', () => {
  it('take in a chosen combination that is not there yet, in the order of the faults', () => {
    const rows = boardRows(['a', 'b', 'c', 'd'], ['c', 'a', 'b'], {});
    expect(rows.at(-1)?.mended).toEqual(['a', 'b', 'c']);
    expect(rows).toHaveLength(1 + 4 + 6 + 1 + 1);
  });
  it('carry the counts', () => {
    const rows = boardRows(['a', 'b'], [], { '': { learned: 1, runs: 100 }, a: { learned: 50, runs: 100 } });
    expect(rows.map(({ count }) => count?.learned)).toEqual([1, 50, undefined, undefined]);
  });
});

describe('the finding', () => {
  const faults = [
    { id: 'a', title: 'the derivative' },
    { id: 'b', title: 'the output' },
  ];
  const counts = (none: number, a: number, b: number) => ({
    '': { learned: none, runs: 100 },
    a: { learned: a, runs: 100 },
    b: { learned: b, runs: 100 },
  });
  it.each([
    [counts(10, 11, 9), 'No mend helps by itself'],
    [counts(10, 99, 9), 'One mend is enough: “the derivative”'],
    [counts(1, 18, 1), 'The best single mend takes the share that learns from 1.0% to 18.0%'],
  ])('is drawn from the counts', (table, finding) => {
    expect(boardWords.finding(boardFinding(faults, table))).toBe(finding);
  });
  it('is an invitation where nothing has been counted', () => {
    expect(boardFinding(faults, {})).toEqual({ kind: 'uncounted' });
  });
});

describe('the length of the runs', () => {
  it('is said once where all rows have it, and as a range where they differ', () => {
    expect(boardWords.epochs([100_000, 100_000])).toBe('100,000 epochs');
    expect(boardWords.epochs([1000, 20, 1000])).toBe('20 to 1,000 epochs');
  });
});

describe('the count of a reader', () => {
  const counts = { '': { learned: 0, runs: 500 }, a: { learned: 300, runs: 1000 } };

  it('is over seeds that the book has counted in no row', () => {
    expect(otherSeeds(counts, 3)).toEqual([1001, 1002, 1003]);
  });
  it('is told by the row that is farthest from the book; one that the book has not counted is none', () => {
    const rows = boardRows(['a'], [], counts);
    const here = { '': { learned: 1, runs: 50 }, a: { learned: 22, runs: 50 } };
    const uncounted = { mended: ['b'], count: undefined };
    const result = boardWords.result(farthestRow([...rows, uncounted], here), 'a');
    expect(farthestRow(rows, here).mended).toEqual(['a']);
    expect(result).toMatchObject({
      choice: 'off',
      text: 'a: 30.0% in the book, 44.0% here, 14 points apart',
    });
    expect(result.why).toMatch(/\?$/);
  });
});

describe('the room for the rows of a board', () => {
  it.each([1, 2, 3, 4, 5])('is enough for every choice among %i faults, and no more', (count) => {
    const ids = Array.from({ length: count }, (_, i) => `fault-${i}`);
    const lengths = Array.from(
      { length: 2 ** count },
      (_, bits) =>
        boardRows(
          ids,
          ids.filter((_id, i) => (bits >> i) & 1),
          {},
        ).length,
    );
    expect(Math.max(...lengths)).toBe(boardRowsAtMost(count));
  });
});
