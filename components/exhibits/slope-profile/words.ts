/** What activations pass back, in words. */
import { activationWords } from '../../../src/words/activations.ts';
import { numberText } from '../../../src/words/numbers.ts';
import { leakySlope, type Profile, type SlopeProfileModel } from './model.ts';

const slopeText = (slope: number) => numberText(slope, 2);

export const slopeProfileWords = {
  name: ({ activation }: Profile): string =>
    activationWords.name(activation, activation === 'leakyRelu' ? leakySlope : undefined),

  /** A sentence without its full stop. */
  finding({ z, most, least }: SlopeProfileModel): string {
    const units = z.length === 1 ? 'At this one unit' : `At these ${z.length} units`;
    const words = ({ activation, meanSlope }: Profile) =>
      `${slopeText(meanSlope)} with ${activationWords.inSentence(activation)}`;
    return `${units} the mean slope is ${words(most)} and ${words(least)}`;
  },

  mean: ({ meanSlope }: Profile): string => `mean slope ${slopeText(meanSlope)}`,

  /** What the picture of one shows, for those who cannot see it. */
  picture: ({ activation, meanSlope, saturated }: Profile, count: number): string =>
    `Slope of ${activationWords.inSentence(activation)} at each unit: mean ${slopeText(meanSlope)}, ${saturated} of ${count} saturated.`,

  lost({ saturated, silent }: Profile, count: number): string {
    if (silent > 0) return `${silent} of ${count} pass back nothing at all.`;
    if (saturated > 0) return `${saturated} of ${count} pass back less than a twentieth.`;
    return 'Every unit passes back a twentieth or more.';
  },
};
