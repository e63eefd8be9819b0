import { z } from 'zod';
import { exhibitId, number, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    z: number('The pre-activation it begins with.', { least: -100, most: 100 }).default(-0.3),
    caption: text('What to look for.').default(
      'Computers keep a sign on zero. A comparison does not see it, and neither does a JavaScript string; NumPy ' +
        'prints it. With the mask, −0 says that z had a minus sign, and +0 that z was exactly zero; max(0, z) forgets the ' +
        'difference. For the gradient both are the same: nothing comes back.',
    ),
  })
  .describe('How ReLU written with a mask makes −0, and where that shows.');
