import { z } from 'zod';
import { exhibitId, figureParts, name, number, tagNeeds, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    case: name('A case of ReLU networks.', 'case'),
    learningRate: number('The learning rate at first.', { least: 0.000001, most: 10 }).default(0.01),
    seeds: wholeNumber('How many networks are drawn.', { least: 1, most: 10000 }).default(200),
  })
  .describe(
    'How long a first step is too long: Θ of many newborn networks on each sample, against its limit.',
  )
  .register(figureParts, { names: ['theta', 'theta-limit', 'theta-median'] })
  .register(tagNeeds, { need: 'training' });
