import { describe, expect, test } from 'vitest';
import { sharesOf, sweep, sweepGrid } from '../../src/sweep/index.ts';
import { coarseToFine } from '../../src/sweep/sweep-grid.ts';
import { xor } from './xor.ts';
import type { GridCell } from '../../src/sweep/index.ts';

describe('the order from coarse to fine', () => {
  test.each([
    [20, 20],
    [7, 3],
    [1, 1],
    [5, 9],
  ])('visits each of %i x %i cells once', (columns, rows) => {
    const places = coarseToFine(columns, rows).map(({ column, row }) => row * columns + column);
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: columns * rows }, (_, k) => k));
  });

  test('covers the whole grid after the first pass and after each pass that follows', () => {
    const [columns, rows] = [10, 6];
    const seen = new Set<number>();
    for (const size of [4, 2, 1]) {
      for (const place of coarseToFine(columns, rows))
        if (place.size === size) seen.add(place.row * columns + place.column);
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          expect(seen.has((row - (row % size)) * columns + (column - (column % size)))).toBe(true);
    }
  });
});

describe('a grid of sweeps', () => {
  test('holds in each cell what a sweep of its own says', async () => {
    const specAt = (column: number, row: number) => ({
      ...xor,
      layers: [{ ...xor.layers[0]!, units: row + 1 }, xor.layers[1]!],
      optimizer: { kind: 'sgd' as const, learningRate: 0.1 * (column + 1) },
    });
    const sizes: number[] = [];
    const cells = await sweepGrid({
      columns: 5,
      rows: 3,
      specAt,
      seeds: 20,
      epochs: 100,
      onCell: (cell: GridCell, runs) => {
        sizes.push(cell.size);
        expect(runs.length).toBe(20);
      },
    });
    expect(cells.length).toBe(15);
    expect(sizes.length).toBe(15);
    for (const { column, row, shares } of cells)
      expect(shares).toEqual(
        sharesOf(await sweep(specAt(column, row), { seeds: 20, epochs: 100, workers: 0 })),
      );
  });

  test('refuses a grid without cells', () =>
    expect(sweepGrid({ columns: 0, rows: 3, specAt: () => xor, seeds: 1, epochs: 1 })).rejects.toThrow(
      'sweepGrid: columns is 0; expected a whole number >= 1',
    ));
});
