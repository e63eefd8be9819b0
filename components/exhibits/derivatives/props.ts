import { z } from 'zod';
import { choice, exhibitId, figureParts, number, text } from '../../../src/book/tag-fields.ts';
import { presets } from './presets.ts';

export const props = {
  ActivationExplorer: z
    .strictObject({
      id: exhibitId(),
      preset: choice(
        'What it begins with: an activation, or one of the wrong derivatives.',
        presets.map(({ id }) => id),
      ).default('relu-of-activation'),
      low: number('Where the range of z begins.', { least: -100, most: 100 }).default(-4),
      high: number('Where it ends.', { least: -100, most: 100 }).default(4),
      caption: text('How the picture is read.').default(
        'Change either formula. The thick line is the slope measured from f itself, by small differences; the dashed ' +
          'line is the derivative as it is written. Where they part, the stretch is hatched, and a thin upright line stands where they ' +
          'differ most. The same formula can be right ' +
          'when it is given the activation and wrong when it is given z, or the other way round: try both.',
      ),
    })
    .describe('An activation and its derivative as code, held against the true slope.')
    .register(figureParts, { names: ['true-slope', 'followed-slope', 'slope-difference'] }),
  DerivativeGallery: z
    .strictObject({
      id: exhibitId(),
      low: number('Where the range of z begins.', { least: -100, most: 100 }).default(-4),
      high: number('Where it ends.', { least: -100, most: 100 }).default(4),
      caption: text('How the pictures are read.').default(
        'Thick: the true slope. Dashed: the slope that the program follows. Hatched: where they differ by more than a ' +
          'thousandth; the thin upright line stands where they differ most. The shares in words are counted on evenly spaced points of this range, so they say how wide a mistake ' +
          'is, not how much it costs; that depends on where a network’s own pre-activations lie.',
      ),
    })
    .describe('Wrong derivatives side by side, each over the true slope.')
    .register(figureParts, { names: ['true-slope', 'followed-slope', 'slope-difference'] }),
};
