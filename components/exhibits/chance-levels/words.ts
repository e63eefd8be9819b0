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
  }: ChanceLevels): [what: string, value: string, formula: string][] => [
    ['all alike: loss', numberText(evenLoss, 4), `ln ${countText(counts.length)}`],
    ['the shares: loss', numberText(constantLoss, 4), '−Σ p ln p'],
    ['the shares: squared error', numberText(constantSquaredError, 4), '(1 − Σ p²) / k'],
    ['the largest class: accuracy', percentText(constantAccuracy), 'the largest p'],
    ['two softmaxes: least loss', numberText(twiceLoss, 4), 'ln(e + k − 1) − 1'],
  ],

  /** What the picture shows, for those who cannot see it. */
  picture: ({ evenLoss, constantLoss, twiceLoss }: ChanceLevels): string =>
    `Losses: ${numberText(evenLoss, 4)} with equal probabilities, ${numberText(constantLoss, 4)} with the shares of the classes, ` +
    `${numberText(twiceLoss, 4)} at the least after two softmaxes.`,

  even: (value: number): string => `all alike, ${numberText(value, 4)}`,
  constant: (value: number): string => `the shares, ${numberText(value, 4)}`,
  twice: (value: number): string => `two softmaxes, ${numberText(value, 4)}`,

  refused: 'Type two counts or more, or “1000 x 10”.',
};
