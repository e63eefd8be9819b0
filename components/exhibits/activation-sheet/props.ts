import { z } from 'zod';
import { exhibitId, figureParts, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    caption: text('How the pictures are read.').default(
      'Thick: the activation. Dashed: its slope. Hatched: where the slope is less than a twentieth, in size. The ' +
        'pre-activation z runs from −4 to 4 in every picture.',
    ),
  })
  .describe('The activations of the book side by side.')
  .register(figureParts, { names: ['activation-value', 'activation-slope', 'flat-part'] });
