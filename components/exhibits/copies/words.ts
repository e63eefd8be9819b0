/** What becomes of units that start alike, in words. */
import { countText, numberText } from '../../../src/words/numbers.ts';
import type { CopiesModel } from './model.ts';

export const copiesWords = {
  /** A sentence without its full stop. */
  finding({ frames, isLearned }: CopiesModel): string {
    const [first, last] = [frames[0]!, frames.at(-1)!];
    const end = isLearned ? 'XOR is learned' : 'XOR is not learned';
    const after = `after ${countText(last.epoch)} epochs`;
    if (last.difference === 0) {
      const moved = last.weights[0] !== first.weights[0];
      return moved
        ? `Four units and one: equal at every epoch, to the last bit, and ${after} ${end}`
        : `No weight of the hidden units has moved, and ${after} ${end}`;
    }
    const change = `from ${numberText(first.difference, 2)} to ${numberText(last.difference, 2)}`;
    return last.difference < first.difference
      ? `The units have come closer, ${change}, and ${after} ${end}`
      : `The units have drifted apart, ${change}, and ${after} ${end}`;
  },

  apart: (apart: number): string => (apart === 0 ? 'not at all' : `by up to ${numberText(apart, 2)}`),

  /** The answers, in the order of the samples. */
  answers: ({ outputs }: CopiesModel): string =>
    `The answers to 00, 10, 01 and 11 are ${outputs.map((output) => numberText(output, 2)).join(', ')}.`,

  weights: ({ frames }: CopiesModel): string =>
    `First weights of the four hidden units: ${frames[0]!.weights.map((weight) => numberText(weight, 3)).join(', ')} at the start, ` +
    `${frames
      .at(-1)!
      .weights.map((weight) => numberText(weight, 3))
      .join(', ')} at the end.`,

  difference: ({ frames }: CopiesModel): string =>
    `Largest difference between two units: ${numberText(frames[0]!.difference, 2)} at the start, ${numberText(frames.at(-1)!.difference, 2)} at the end.`,
};
