import { z } from 'zod';
import { choice, exhibitId, text } from '../../../src/book/tag-fields.ts';
import { measures } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    number: text('What stands in its field at first.').default('0.693'),
    measure: choice('What the number is.', measures).default('loss'),
    targets: text('The targets at first, in any form that can be pasted.').default('0, 1, 1, 0'),
    caption: text('How it is read.').default(
      'What a network would print that takes nothing from its input, for your targets, held against what yours prints. ' +
        'What you type stays on this page.',
    ),
  })
  .describe('What a number says at which a loss, an answer or an accuracy stands.');
