/** What the coarse picture of a phase diagram says of the cells that its squares stand for, and how often it is right. */
import { countText, percentText } from '../../../src/words/numbers.ts';
import type { GridCell, GridPlace } from '../../../src/sweep/index.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';

/** How far a cell may be from its square and count as told by it, as a share. */
const near = 0.1;

export const coarseChoices = [
  { id: 'most', label: 'over 9 in 10' },
  { id: 'many', label: '5 to 9 in 10' },
  { id: 'few', label: 'under 5 in 10' },
];

export const coarseQuestion = `A square is one cell that stands for its neighbours. How many of them will be within ${near * 100} points of it?`;

const isIn = (cell: GridPlace, square: GridPlace) =>
  Math.floor((cell.column - square.column) / square.size) === 0 &&
  Math.floor((cell.row - square.row) / square.size) === 0;

/** @param cells All the cells of the picture. */
export function coarseResult(coarse: readonly GridCell[], cells: readonly GridCell[]): PredictionResult {
  const solved = ({ shares }: GridCell) => shares.solved.share;
  const others = cells.flatMap((cell) => {
    const square = coarse.find((one) => isIn(cell, one));
    const isSquareItself = square?.column === cell.column && square.row === cell.row;
    return square && !isSquareItself ? [Math.abs(solved(cell) - solved(square))] : [];
  });
  const told = others.filter((distance) => distance < near + 1e-9).length;
  const share = told / others.length;
  return {
    choice: share > 0.9 ? 'most' : share >= 0.5 ? 'many' : 'few',
    text: `${countText(told)} of ${countText(others.length)} neighbours, ${percentText(share)}`,
    why: 'Where are the others, and what happens to the networks there?',
  };
}
