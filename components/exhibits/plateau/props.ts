import { z } from 'zod';
import { exhibitId, figureParts, name, tagNeeds, text, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    case: name('The case whose training it is.', 'case'),
    variant: text('The variant with sigmoid in both layers.'),
    seed: wholeNumber('The seed.', { least: 0, most: 4294967295 }).default(1),
    epoch: wholeNumber('The epoch that is shown at first.', { least: 0, most: 1000000 }).default(600),
    epochs: wholeNumber('How many epochs it is trained for.', { least: 1, most: 1000000 }).default(4000),
    caption: text('How the pictures are read.').default(
      'Above: the loss of a network with sigmoid in both layers, and of the same initial weights with tanh hidden units ' +
        'and a linear output. Below: the four hidden units at the epoch chosen, each dot one of the four samples. In the tinted ' +
        'part the sigmoid is straight to within a twentieth.',
    ),
  })
  .describe(
    'The plateau of a sigmoid network: its loss over the epochs, and where the samples lie on each hidden unit’s curve.',
  )
  .register(figureParts, { names: ['one-half', 'sigmoid-loss', 'straight-part', 'hidden-sums'] })
  .register(tagNeeds, { need: 'training' });
