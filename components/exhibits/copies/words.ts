/** What becomes of units that start alike, in words. */
import { countText, numberText } from '../../../src/words/numbers.ts';
import type { CopiesModel } from './model.ts';

export const copiesWords = {
  /** A sentence without its full stop. */
  finding({ frames, isLearned }: CopiesModel): string {
    const [first, last] = [frames[0]!, frames.at(-1)!];
    const end = isLearned ? 'XOR is learned' : 'XOR is not learned';
    const after = `after ${countText(last.epoch)} epochs`;
    const lost = frames.find(({ difference }) => !Number.isFinite(difference));
    if (lost) {
      return `The steps are too long for these weights: by epoch ${countText(lost.epoch)} they have run away, and are no numbers any more`;
    }
    if (last.difference === 0) {
      const moved = last.weights[0] !== first.weights[0];
      return moved
        ? `The four units are one: equal at every epoch, to the last bit, and ${after} ${end}`
        : `No weight of the hidden units has moved, and ${after} ${end}`;
    }
    const [began, ended] = [first, last].map(({ difference }) => numberText(difference, 2));
    if (began === ended) return `The units differ by as much as at first, ${ended}, and ${after} ${end}`;
    const change = `from ${began} to ${ended}`;
    return last.difference < first.difference
      ? `The units have come closer, ${change}, and ${after} ${end}`
      : `The units have drifted apart, ${change}, and ${after} ${end}`;
  },

  /** As long as a finding can be: what room is kept for. */
  longest:
    'The steps are too long for these weights: by epoch 4,000 they have run away, and are no numbers any more',

  apart: (apart: number): string => (apart === 0 ? 'not at all' : `by up to ${numberText(apart, 2)}`),

  /** The answers, in the order of the samples. */
  answers: ({ outputs }: CopiesModel): string =>
    outputs.every(Number.isFinite)
      ? `The answers to 00, 10, 01 and 11 are ${outputs.map((output) => numberText(output, 2)).join(', ')}.`
      : 'There are no answers: each is NaN, “not a number”.',

  weights: ({ frames }: CopiesModel): string =>
    `First weights of the four hidden units: ${frames[0]!.weights.map((weight) => numberText(weight, 3)).join(', ')} at the start, ` +
    `${frames
      .at(-1)!
      .weights.map((weight) => numberText(weight, 3))
      .join(', ')} at the end.`,

  difference: ({ frames }: CopiesModel): string =>
    `Largest difference between two units: ${numberText(frames[0]!.difference, 2)} at the start, ${numberText(frames.at(-1)!.difference, 2)} at the end.`,
};
