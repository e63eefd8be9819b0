/** Who is born dead, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { countText, percentText } from '../../../src/words/numbers.ts';
import { recountWords } from '../../../src/words/recounts.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import type { BornDeadCell, BornDeadState, farthestCell } from './born-dead.ts';

export const bornDeadWords = {
  /** A sentence without its full stop. */
  finding({ cells }: BornDeadState): string {
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

  drawn: (drawn: number): string => `${countText(drawn)} networks of each width and depth`,
};

const sizeText = ({ width, depth, dead }: BornDeadCell): string =>
  `${percentText(dead.share)} of the networks with ${countedText(depth, 'hiddenLayer')} ` +
  `${width === 1 ? 'one unit' : countedText(width, 'unit')} wide`;
