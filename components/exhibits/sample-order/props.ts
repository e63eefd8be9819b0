import { z } from 'zod';
import { exhibitId, figureParts, number, text, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    inARow: wholeNumber('How many updates on a sample before the next one comes.', {
      least: 1,
      most: 5000,
    }).default(1000),
    learningRate: number('The learning rate.', { least: 0.01, most: 2 }).default(0.5),
    updates: wholeNumber('How many updates there are in all.', { least: 400, most: 100000 }).default(20000),
    seed: wholeNumber('The seed.', { least: 0, most: 4294967295 }).default(1),
    caption: text('How the picture is read.').default(
      'A line is the answer to one of the four samples, drawn as on its card, from update to update; dashed where its target is 0. ' +
        'Drag a sample to another place in the order, or move it with the arrow keys.',
    ),
  })
  .describe('The order of samples, to drag, and how many updates each has in a row.')
  .register(figureParts, { names: ['answers'] });
