/** What two losses send back, in words. */
import { countText } from '../../../src/words/numbers.ts';
import type { PairingModel } from './model.ts';

export const pairingWords = {
  /** A sentence without its full stop. */
  finding({ finding }: PairingModel): string {
    switch (finding.kind) {
      case 'sure-and-wrong':
        return `Sure and wrong: squared error sends back ${countText(Math.round(finding.ratio))} times less than cross-entropy`;
      case 'sure-and-right':
        return 'Sure and right: both send back little, as they should';
      case 'unsure':
        return 'Unsure: squared error sends back at most a quarter of the error, cross-entropy all of it';
    }
  },
};
