/**
 * A phase diagram: a sweep in every cell of a grid of two settings, from coarse to fine. The first cells
 * stand for large squares; each pass halves the squares, so the whole picture is there at once and gets
 * sharper. A cell is swept once, and its result is the same in whatever pass it comes.
 */
import { sharesOf, sweep } from './sweep.ts';
import type { Spec } from '../engine/index.ts';
import type { Shares } from './sweep.ts';
import type { SweepOptions, SweepRun } from './sweep-options.ts';

export interface GridPlace {
  /** 0 to columns - 1. */
  column: number;
  /** 0 to rows - 1. */
  row: number;
  /** Side of the square of cells that this one stands for until finer ones come, in cells. */
  size: number;
}

export interface GridCell extends GridPlace {
  shares: Shares;
}

export interface GridOptions extends Omit<SweepOptions, 'onRuns'> {
  columns: number;
  rows: number;
  specAt(column: number, row: number): Spec;
  /** Called for each cell as it ends, roughly from coarse to fine. */
  onCell?(cell: GridCell, runs: SweepRun[]): void;
}

/** Side of the first squares, in cells. */
const coarsest = 4;

/** Every place of the grid once: first those that stand for squares of 4 x 4 cells, then 2 x 2, then single cells. */
export function coarseToFine(columns: number, rows: number): GridPlace[] {
  const places: GridPlace[] = [];
  for (let size = coarsest; size >= 1; size /= 2)
    for (let row = 0; row < rows; row += size)
      for (let column = 0; column < columns; column += size) {
        const inCoarserPass = row % (2 * size) === 0 && column % (2 * size) === 0;
        if (size === coarsest || !inCoarserPass) places.push({ column, row, size });
      }
  return places;
}

/** Sweeps every cell. Resolves with the cells row by row: cell (column, row) is at row * columns + column. */
export async function sweepGrid(options: GridOptions): Promise<GridCell[]> {
  const { columns, rows, specAt, onCell, ...rest } = options;
  for (const [name, value] of Object.entries({ columns, rows }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`sweepGrid: ${name} is ${value}; expected a whole number >= 1`);
  const places = coarseToFine(columns, rows);
  const cells: GridCell[] = [];
  await sweep(
    places.map(({ column, row }) => specAt(column, row)),
    {
      ...rest,
      onRuns(index, runs) {
        const place = places[index]!;
        const cell = { ...place, shares: sharesOf(runs) };
        cells[place.row * columns + place.column] = cell;
        onCell?.(cell, runs);
      },
    },
  );
  return cells;
}
