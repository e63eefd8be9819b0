/** Differences of arrays of different shapes, in words. */
import { countText, numberText } from '../../../src/words/numbers.ts';
import type { ArrayShape, BroadcastModel } from './model.ts';

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]!},)` : `(${shape.join(', ')})`;

export const broadcastWords = {
  /** With the number of samples in place of N. */
  shape: (shape: ArrayShape, count: number): string => shape.replace('N', String(count)),

  /** A sentence without its full stop. */
  finding({ shape, difference, meanSquaredError, isTable }: BroadcastModel): string {
    const cells = difference.length * difference[0]!.length;
    return isTable
      ? `The difference has the shape ${shapeText(shape)}: ${countText(cells)} numbers, every prediction less every target, and a loss of ${numberText(meanSquaredError, 3)}`
      : `The difference has the shape ${shapeText(shape)}: every prediction less its own target, and a loss of ${numberText(meanSquaredError, 3)}`;
  },

  longest:
    'The difference has the shape (12, 12): 144 numbers, every prediction less every target, and a loss of 1.23 × 10⁻¹⁰',

  /** What the least loss is, and where. */
  best({ isTable, best, rightError }: BroadcastModel): string {
    const value = numberText(best[0]!, 3);
    return isTable
      ? `The loss is least where every prediction is ${value}, the mean of the targets. Against their own targets these predictions have a loss of ${numberText(rightError, 3)}.`
      : 'The loss is least where every prediction is its target.';
  },

  /** The NumPy line that says the same, and a shape that is safe. */
  code: (prediction: ArrayShape, target: ArrayShape): string =>
    prediction === target ? '((y - t) ** 2).mean()' : 'assert y.shape == t.shape',

  table: (model: BroadcastModel): string => `Predictions less targets, ${shapeText(model.shape)}`,
};
