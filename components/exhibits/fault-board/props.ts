import { z } from 'zod';
import { exhibitId, name, tagNeeds, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    case: name('The case.', 'case'),
    seeds: wholeNumber('How many seeds a row a reader counts, other ones than the book.', {
      least: 1,
      most: 10000,
    }).default(50),
  })
  .describe('A switch for every fault of a case, and the share of seeds that learn for each combination.')
  .register(tagNeeds, { need: 'board' });
