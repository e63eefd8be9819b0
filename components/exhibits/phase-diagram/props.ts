import { z } from 'zod';
import { choice, name, text, wholeNumber } from '../../../src/book/tag-fields.ts';
import { settingNames } from '../sweeping/settings.ts';

export const props = z
  .strictObject({
    case: name('The case whose training it is.', 'case').optional(),
    variant: text('A variant of the case.').default('as-posted'),
    x: choice('The setting across.', settingNames).default('learningRate'),
    y: choice('The setting upwards.', settingNames).default('width'),
    cells: wholeNumber('Cells along an axis, at most.', { least: 2, most: 60 }).default(20),
    seeds: wholeNumber('How many seeds in a cell.', { least: 1, most: 10000 }).default(100),
    epochs: wholeNumber('How many epochs each is trained for. By default the case’s own, at most 2000.', {
      least: 1,
      most: 1000000,
    }).optional(),
    caption: text('How the picture is read.').default(
      'Each cell is a sweep of its own. It begins with a few large squares and gets finer; no cell is guessed from ' +
        'its neighbours in the end.',
    ),
  })
  .describe(
    'Two settings of a training against each other: the share of networks that solve the task in every cell.',
  );
