import { z } from 'zod';
import { exhibitId, figureParts, numbers, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    counts: numbers('How many samples each class has.', { least: 1, most: 1000000000 }).default([50, 50, 50]),
    caption: text('How the picture is read.').default(
      'The losses at which a classifier stands that has learned nothing, or nothing but how frequent the classes are. Type how many ' +
        'samples each of your classes has; ten classes of one size are “1000 x 10”.',
    ),
  })
  .describe(
    'What a classifier prints that knows nothing: its loss and its accuracy, for any number of classes.',
  )
  .register(figureParts, { names: ['chance-loss', 'loss-of-shares', 'floor-of-two'] });
