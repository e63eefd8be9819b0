/** What the sweeps of several trainings say, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { countText, percentText, rangeText } from '../../../src/words/numbers.ts';
import { recountWords } from '../../../src/words/recounts.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import type { Shares } from '../../../src/sweep/index.ts';
import type { Arm, farthestArm, SeedSweepModel } from './seed-sweep.ts';

/** "2,000 epochs", "2,000 to 5,000 epochs". */
function span(epochs: readonly number[]): string {
  const [least, most] = [Math.min(...epochs), Math.max(...epochs)];
  return least === most ? countedText(most, 'epoch') : `${rangeText(least, most, countText)} epochs`;
}

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

  /** For how long each run is trained, and where that is cut short, how long the program itself goes on. */
  trained(arms: readonly Arm[]): string {
    const cut = arms.flatMap(({ epochs, ownEpochs = epochs }) => (ownEpochs > epochs ? [ownEpochs] : []));
    const own = cut.length > 0 ? `, where the program itself goes on for ${span(cut)}` : '';
    return `Each run is trained for ${span(arms.map(({ epochs }) => epochs))}${own}.`;
  },

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
