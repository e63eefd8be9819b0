import { z } from 'zod';
import { number, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    low: number('Where the range of z begins.', { least: -100, most: 100 }).default(-4),
    high: number('Where it ends.', { least: -100, most: 100 }).default(4),
    caption: text('How the pictures are read.').default(
      'Thick: the true slope. Dashed: the slope that the program follows. Hatched: where they differ by more than a ' +
        'thousandth; the thin upright line stands where they differ most. The shares in words are counted on evenly spaced points of this range, so they say how wide a mistake ' +
        'is, not how much it costs; that depends on where a network’s own pre-activations lie.',
    ),
  })
  .describe('Wrong derivatives side by side, each over the true slope.');
