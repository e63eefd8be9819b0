/** How many first steps are too long, in words. */
import { numberText, percentText } from '../../../src/words/numbers.ts';
import type { KillingStepModel, SampleView } from './model.ts';

export const killingStepWords = {
  /** A sentence without its full stop. */
  finding({ worst }: KillingStepModel): string {
    const inTen = Math.round(worst.lostShare * 10);
    if (worst.lost === 0) return 'At this learning rate no first step is too long for its sample';
    if (inTen === 0) return `At this learning rate a step on ${worst.name} is seldom too long`;
    if (inTen === 10) return `At this learning rate nearly every step on ${worst.name} is too long`;
    return `At this learning rate a step on ${worst.name} is too long for ${inTen} in 10 of the living networks`;
  },

  limit: (limit: number): string => numberText(limit, 3),

  lost: ({ lost, lostShare }: SampleView): string => `${lost} (${percentText(lostShare)})`,
};
