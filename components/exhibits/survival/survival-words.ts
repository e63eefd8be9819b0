/** Who dies in the course of training, in words. */
import { countText, percentText, rangeText } from '../../../src/words/numbers.ts';
import { recountWords } from '../../../src/words/recounts.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import type { Course, farthestCourse, SurvivalState } from './survival.ts';

export const survivalWords = {
  /** A sentence without its full stop. */
  finding: ({ courses }: SurvivalState): string => `Dead, ${courses.map(survivalWords.course).join('; ')}`,

  course: ({ label, shares }: Course): string =>
    `${label}: from ${rangeText(shares[0]!.share, shares.at(-1)!.share, (share) => percentText(share))}`,

  question: (networks: number, arms: number): string =>
    `Train ${countText(networks)} others${arms > 1 ? ' of each' : ''}. How far will the share of the dead at the end move, in percentage points?`,

  result: (farthest: ReturnType<typeof farthestCourse>): PredictionResult => ({
    choice: farthest.choice,
    text: recountWords.pair(farthest.label, farthest, 'before'),
    why: 'How many of them were dead before the first update?',
  }),

  trained: (trained: number, arms: number): string =>
    `${countText(trained)} networks${arms > 1 ? ' of each' : ''}`,
};
