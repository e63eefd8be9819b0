/** What the coarse picture of a phase diagram says of the cells that its squares stand for, and how often it is right. */
import type { GridCell, GridPlace } from '../../../src/sweep/index.ts';

/** How far a cell may be from its square and count as told by it, as a share. */
export const near = 0.1;

const isIn = (cell: GridPlace, square: GridPlace) =>
  Math.floor((cell.column - square.column) / square.size) === 0 &&
  Math.floor((cell.row - square.row) / square.size) === 0;

export interface Told {
  /** How many cells are near their square, of how many that are no squares themselves. */
  told: number;
  others: number;
  /** Over nine in ten, five to nine, or fewer. */
  choice: 'most' | 'many' | 'few';
}

/** @param cells All the cells of the picture. */
export function toldBy(coarse: readonly GridCell[], cells: readonly GridCell[]): Told {
  const solved = ({ shares }: GridCell) => shares.solved.share;
  const others = cells.flatMap((cell) => {
    const square = coarse.find((one) => isIn(cell, one));
    const isSquareItself = square?.column === cell.column && square.row === cell.row;
    return square && !isSquareItself ? [Math.abs(solved(cell) - solved(square))] : [];
  });
  const told = others.filter((distance) => distance < near + 1e-9).length;
  const share = told / others.length;
  return { told, others: others.length, choice: share > 0.9 ? 'most' : share >= 0.5 ? 'many' : 'few' };
}
