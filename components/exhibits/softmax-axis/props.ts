import { z } from 'zod';
import { choice, exhibitId, figureParts, text } from '../../../src/book/tag-fields.ts';
import { softmaxAxes } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    axis: choice('The axis of the softmax at first.', softmaxAxes).default('samples'),
    caption: text('How the table is read.').default(
      'Four samples, a row each, and three classes, a column each. At the margins the sums. In bold the class that a sample is given.',
    ),
  })
  .describe(
    'A softmax over the classes, over the samples or over everything, and the sums that give it away.',
  )
  .register(figureParts, { names: ['adds-up-to-one'] });
