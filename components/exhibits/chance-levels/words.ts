/** What a classifier prints that knows nothing, in words. */
import { countText, numberText, percentText } from '../../../src/words/numbers.ts';
import type { ChanceLevels } from './model.ts';

export const chanceLevelsWords = {
  /** A sentence without its full stop. */
  finding({ counts, constantLoss, constantAccuracy }: ChanceLevels): string {
    return `With ${countText(counts.length)} classes, knowing nothing but their sizes is a loss of ${numberText(constantLoss, 4)} and an accuracy of ${percentText(constantAccuracy)}`;
  },

  longest:
    'With 1,000 classes, knowing nothing but their sizes is a loss of 0.00001234 and an accuracy of 100.0%',

  rows: ({
    counts,
    evenLoss,
    constantLoss,
    constantSquaredError,
    constantAccuracy,
    twiceLoss,
  }: ChanceLevels): [what: string, formula: string, value: string][] => [
    ['every class the same probability: loss', `ln ${countText(counts.length)}`, numberText(evenLoss, 4)],
    ['each class its share: loss', '−Σ p ln p', numberText(constantLoss, 4)],
    ['each class its share: mean squared error', '(1 − Σ p²) / k', numberText(constantSquaredError, 4)],
    ['always the largest class: accuracy', 'the largest p', percentText(constantAccuracy)],
    ['a softmax too many: loss, at the very least', 'ln(e + k − 1) − 1', numberText(twiceLoss, 4)],
  ],

  /** What the picture shows, for those who cannot see it. */
  picture: ({ evenLoss, constantLoss, twiceLoss }: ChanceLevels): string =>
    `Losses: ${numberText(evenLoss, 4)} with equal probabilities, ${numberText(constantLoss, 4)} with the shares of the classes, ` +
    `${numberText(twiceLoss, 4)} at the least after two softmaxes.`,

  even: (value: number): string => `all alike, ${numberText(value, 4)}`,
  constant: (value: number): string => `the shares, ${numberText(value, 4)}`,
  twice: (value: number): string => `floor of two softmaxes, ${numberText(value, 4)}`,

  refused: 'Type two counts or more, or “1000 x 10”.',
};
