import { z } from 'zod';
import { choice, exhibitId, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    batch: choice('How many samples at once.', [1, 2, 4]).default(1),
    sumOver: choice('Over what the bias gradient is summed.', ['samples', 'units', 'everything']).default(
      'everything',
    ),
    caption: text('What to look for.').default(
      'The hidden layer of a 2-3-1 network on XOR, going backwards. Every matrix stands over its shape. A gradient ' +
        'must have the shape of what it updates: dW is (2, 3) like W, db must be (3,) like b. Broadcasting hides the ' +
        'mistake: it stretches a single number over all biases. A dashed box is the room of the samples that are not in the batch.',
    ),
  })
  .describe('The matrices of a backward pass, each over its shape.');
