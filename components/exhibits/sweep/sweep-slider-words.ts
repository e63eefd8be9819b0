/** What one setting on a slider does to the shares, in words. */
import { nameInSentence } from '../../../src/words/names.ts';
import { numberText, percentText } from '../../../src/words/numbers.ts';
import type { PredictionChoice, PredictionResult } from '../../ui/Prediction.tsx';
import { type Gap, gapChoice } from './gap.ts';
import type { SweepSliderModel, TriedValue } from './sweep-slider.ts';

const solvedAt = ({ shares }: TriedValue, decimals?: number) => percentText(shares.solved.share, decimals);

export const sliderWords = {
  /** A value of a setting. */
  value: (value: number): string => numberText(value, 3),

  /** A sentence without its full stop. @param title The setting's. */
  finding({ shares, sharesAt }: SweepSliderModel, title: string): string {
    const solved = shares?.solved;
    if (!solved) return `${title}: no sweep yet`;
    return `${title} ${sliderWords.value(sharesAt!)}: ${percentText(solved.share)} of the networks solve the task`;
  },

  /** What the picture shows, for those who cannot see it. */
  picture(tried: readonly TriedValue[], title: string): string {
    const against = `The share of networks that solve the task, against ${nameInSentence(title)}`;
    if (tried.length === 0) return `${against}: no sweep yet.`;
    const rising = tried.toSorted((a, b) => a.shares.solved.share - b.shares.solved.share);
    const words = (one: TriedValue) => `${solvedAt(one)} at ${sliderWords.value(one.value)}`;
    return `${against}: from ${words(rising[0]!)} to ${words(rising.at(-1)!)}.`;
  },

  question({ left, right, middle }: Gap): string {
    const ends = `${solvedAt(left)} solve it at ${sliderWords.value(left.value)}, ${solvedAt(right)} at ${sliderWords.value(right.value)}`;
    return `${ends}; between, the line is only drawn. What will a sweep at ${sliderWords.value(middle)} say?`;
  },

  choices: ({ left, right }: Gap): PredictionChoice[] => [
    { id: 'left', label: `close to ${solvedAt(left, 0)}` },
    { id: 'between', label: 'half-way' },
    { id: 'right', label: `close to ${solvedAt(right, 0)}` },
  ],

  /** @param solved The share solved in the middle, from 0 to 1. */
  result: (gap: Gap, solved: number): PredictionResult => ({
    choice: gapChoice(gap, solved),
    text: `${percentText(solved)} solve it at ${sliderWords.value(gap.middle)}`,
    why: `Where between ${sliderWords.value(gap.left.value)} and ${sliderWords.value(gap.right.value)} does it turn, and why there?`,
  }),
};
