/** Who is dead at birth and later, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { countText, percentText, rangeText } from '../../../src/words/numbers.ts';
import { recountWords } from '../../../src/words/recounts.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import type { farthestCell, SurvivalState } from './model.ts';

type Cell = SurvivalState['cells'][number];

export const survivalWords = {
  /** A sentence without its full stop. */
  finding({ cells }: SurvivalState): string {
    const most = cells.reduce((a, b) => (b.dead.share > a.dead.share ? b : a));
    const least = cells.reduce((a, b) => (b.dead.share < a.dead.share ? b : a));
    return `Born dead: ${sizeText(most)}, but ${sizeText(least)}`;
  },

  question: (networks: number): string =>
    `Draw ${countText(networks)} other networks of each size. How far from its line will the farthest dot be, in percentage points?`,

  result(farthest: ReturnType<typeof farthestCell>): PredictionResult {
    const size = `${countedText(farthest.depth, 'layer')}, ${farthest.width} wide`;
    return {
      choice: farthest.choice,
      text: recountWords.pair(size, farthest, 'by-theory'),
      why: 'With a quarter of the networks, how far would you expect the dots to stray?',
    };
  },

  course: ({ label, shares }: SurvivalState['courses'][number]): string =>
    `${label}: from ${rangeText(shares[0]!.share, shares.at(-1)!.share, (share) => percentText(share))}`,
};

const sizeText = ({ width, depth, dead }: Cell): string =>
  `${percentText(dead.share)} of the networks with ${countedText(depth, 'hiddenLayer')} ` +
  `${width === 1 ? 'one unit' : countedText(width, 'unit')} wide`;
