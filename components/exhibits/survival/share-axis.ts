import { percentText } from '../../../src/words/numbers.ts';
import type { Tone } from '../../ui/plot/marks.ts';
import { linearScale } from '../../ui/plot/scale.ts';

/** An axis of shares, with room above for the words of a curve that ends at 1. */
export const shareAxis = (name: string) => ({
  scale: linearScale(0, 1.1),
  name,
  ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  tickText: (share: number) => percentText(share, 0),
});

/** Of curves beside each other, the worst first. */
export const tones: Tone[] = ['broken', 'warning', 'accent', 'negative', 'mended'];
