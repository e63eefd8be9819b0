/** What a picture of two settings says, in words. */
import { nameInSentence } from '../../../src/words/names.ts';
import { countText, numberText, percentText } from '../../../src/words/numbers.ts';
import type { GridCell } from '../../../src/sweep/index.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import { near, type Told } from './coarse.ts';
import type { PhaseDiagramModel } from './phase-diagram.ts';

/** What the place of a cell is called. */
type Place = (column: number, row: number) => string;

export const phaseWords = {
  /** A value of a setting. */
  value: (value: number): string => numberText(value, 2),

  /** A sentence without its full stop. */
  finding(cells: readonly GridCell[], place: Place): string {
    if (cells.length === 0) return 'The share of networks that solve the task, for two settings at once';
    const best = cells.reduce((a, b) => (b.shares.solved.share > a.shares.solved.share ? b : a));
    const worst = cells.reduce((a, b) => (b.shares.solved.share < a.shares.solved.share ? b : a));
    const words = ({ shares, column, row }: GridCell) =>
      `${percentText(shares.solved.share)} (${nameInSentence(place(column, row))})`;
    return `Solved: up to ${words(best)}, down to ${words(worst)}`;
  },

  status({ task: { state, why }, cells }: PhaseDiagramModel, seeds: number, count: number): string {
    switch (state) {
      case 'ready':
        return 'The coarse squares are from when the book was built. Choose one to open its sweep.';
      case 'running':
        return `${cells.length} of ${count} cells, ${seeds} seeds in each`;
      case 'done':
        return `${count} cells, ${seeds} seeds in each. Choose one to open its sweep.`;
      case 'cancelled':
        return 'Stopped. The squares that are there stand for those that are not.';
      case 'failed':
        return `The sweeps could not be run: ${why}`;
    }
  },

  question: `A square is one cell that stands for its neighbours. How many of them will be within ${near * 100} points of it?`,

  choices: [
    { id: 'most', label: 'over 9 in 10' },
    { id: 'many', label: '5 to 9 in 10' },
    { id: 'few', label: 'under 5 in 10' },
  ],

  result: ({ told, others, choice }: Told): PredictionResult => ({
    choice,
    text: `${countText(told)} of ${countText(others)} neighbours, ${percentText(told / others)}`,
    why: 'Where are the others, and what happens to the networks there?',
  }),
};
