import { z } from 'zod';
import { choice, exhibitId, figureParts, flag, numbers, text } from '../../../src/book/tag-fields.ts';
import { outputRanges } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    activation: choice(
      'The activation of the output.',
      outputRanges.map(({ id }) => id),
    ).default('sigmoid'),
    targets: numbers('The targets.', { least: -1e6, most: 1e6 }).default([0, 0.5, 1, 2]),
    scaled: flag('Whether the targets are moved into the range first.').default(false),
    caption: text('How the picture is read.').default(
      'One row for each sample. The tinted band is what the output can give; in the hatched part no weights lead. ' +
        'A target out there is missed by at least the distance to the band, whatever the network, the learning rate and ' +
        'the number of epochs.',
    ),
  })
  .describe('The range of an output activation against the targets.')
  .register(figureParts, { names: ['range', 'distance'] });
