import { z } from 'zod';
import { exhibitId, figureParts, number, text, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    update: wholeNumber('The update that is looked at first.', { least: 1, most: 40 }).default(2),
    learningRate: number('The learning rate.', { least: 0.01, most: 2 }).default(0.5),
    seed: wholeNumber('The seed.', { least: 0, most: 4294967295 }).default(1),
    caption: text('How the pictures are read.').default(
      'A dot is a parameter of a 2-4-1 network, a large one in the hidden layer and a small one at the output. On the dashed line the ' +
        'step that was made is the step that the gradient asks for. Each picture has its own scale.',
    ),
  })
  .describe('Wrong updates side by side: the step that each makes against the step that is due.')
  .register(figureParts, { names: ['step-due', 'step-made'] });
