/** What the sweeps of several trainings say, in words. */
import { countText, percentText, rangeText } from '../../../src/words/numbers.ts';
import { recountWords } from '../../../src/words/recounts.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import type { Shares } from '../../../src/sweep/index.ts';
import type { Arm, farthestArm, SeedSweepModel } from './seed-sweep.ts';

export const seedSweepWords = {
  /** A sentence without its full stop. Of many arms, the best and the worst. */
  finding(arms: readonly Arm[], shares: readonly Shares[]): string {
    const parts = arms
      .map(({ label }, a) => ({ label, share: shares[a]!.solved.share }))
      .map(({ label, share }) => ({ share, words: `${percentText(share)} with ${label}` }));
    if (parts.length <= 3) return `Solved: ${parts.map(({ words }) => words).join(', ')}`;
    const sorted = parts.toSorted((one, other) => other.share - one.share);
    return `Solved: from ${sorted[0]!.words} down to ${sorted.at(-1)!.words}`;
  },

  /** What a reader is asked before other seeds are trained. @param seeds How many, of each arm. */
  question: (seeds: number, arms: number): string =>
    `Train ${countText(seeds)} other seeds${arms > 1 ? ' of each' : ''}. How far will ${arms > 1 ? 'the share that moves most' : 'the share'} move, in percentage points?`,

  result: (farthest: ReturnType<typeof farthestArm>, arms: number): PredictionResult => ({
    choice: farthest.choice,
    text: recountWords.pair(farthest.label, farthest, 'before'),
    why:
      arms > 1
        ? 'Which of the differences between these trainings could be chance, then?'
        : 'How far can one such share be trusted, then?',
  }),

  /** So many seeds from the first: "101 to 200". */
  seeds: (first: number, count: number): string => rangeText(first, first + count - 1, countText),

  status({ task: { state, progress, why }, seeds }: SeedSweepModel): string {
    switch (state) {
      case 'ready':
        return `The bars are seeds ${seedSweepWords.seeds(1, seeds)}, trained for the book.`;
      case 'running':
        return `${percentText(Math.floor(progress * 10) / 10, 0)} of the runs have ended.`;
      case 'done':
        return `Seeds ${seedSweepWords.seeds(seeds + 1, seeds)} have ended. Choose a dot to open its run.`;
      case 'cancelled':
        return 'Stopped. What has ended is shown.';
      case 'failed':
        return `The sweep could not be run: ${why}`;
    }
  },
};
