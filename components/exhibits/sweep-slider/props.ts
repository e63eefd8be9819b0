import { z } from 'zod';
import { choice, name, number, text, wholeNumber } from '../../../src/book/tag-fields.ts';
import { settingNames } from '../sweeping/settings.ts';

export const props = z
  .strictObject({
    case: name('The case whose training it is.', 'case').optional(),
    variant: text('A variant of the case.').default('as-posted'),
    setting: choice('What the slider moves.', settingNames).default('learningRate'),
    from: number('Where the slider begins. By default where the setting does.', {
      least: 0,
      most: 1e6,
    }).optional(),
    to: number('Where it ends.', { least: 0, most: 1e6 }).optional(),
    seeds: wholeNumber('How many seeds at each position.', { least: 1, most: 10000 }).default(200),
    epochs: wholeNumber('How many epochs each is trained for. By default the case’s own, at most 2000.', {
      least: 1,
      most: 1000000,
    }).optional(),
    caption: text('How the picture is read.').default(
      'Each position of the slider is a sweep: as many networks as there are seeds, trained while you drag. The dotted ' +
        'lines are the ends of the 95% interval.',
    ),
  })
  .describe('One setting of a training on a slider, and the shares of the outcomes that follow it.');
