import { expect, test } from 'vitest';
import { toldBy } from '../../../../components/exhibits/sweep/coarse.ts';
import { phaseWords } from '../../../../components/exhibits/sweep/phase-diagram-words.ts';
import type { GridCell } from '../../../../src/sweep/index.ts';
import { wilson } from '../../../../src/sweep/index.ts';

/** A cell in which so many of 100 seeds are solved. */
const cell = (column: number, row: number, size: number, solved: number): GridCell => ({
  column,
  row,
  size,
  shares: {
    solved: wilson(solved, 100),
    partly: wilson(100 - solved, 100),
    constant: wilson(0, 100),
    diverged: wilson(0, 100),
  },
});

/** Two columns and four rows in two squares of two cells a side; the upper one is all at 50. */
function picture(below: [number, number, number]): GridCell[] {
  const upper = [0, 1].flatMap((column) => [2, 3].map((row) => cell(column, row, 1, 50)));
  return [
    cell(0, 0, 2, 20),
    cell(1, 0, 1, below[0]),
    cell(0, 1, 1, below[1]),
    cell(1, 1, 1, below[2]),
    ...upper,
  ];
}
const coarse = [cell(0, 0, 2, 20), cell(0, 2, 2, 50)];

test('a cell is told by its own square, within ten points, and the squares themselves do not count', () => {
  expect(phaseWords.result(toldBy(coarse, picture([30, 10, 31])))).toMatchObject({
    choice: 'many',
    text: '5 of 6 neighbours, 83.3%',
  });
});

test.each([
  [[20, 20, 20], 'most'],
  [[50, 50, 50], 'many'],
] as [[number, number, number], string][])('of %j the choice is its own', (below, choice) => {
  expect(toldBy(coarse, picture(below)).choice).toBe(choice);
  expect(phaseWords.choices.map(({ id }) => id)).toContain(choice);
});

test('where fewer than half are told, the picture was too coarse', () => {
  const cells = picture([90, 90, 90]).map((one) => (one.row > 2 ? cell(one.column, one.row, 1, 90) : one));
  expect(toldBy(coarse, cells).choice).toBe('few');
});
