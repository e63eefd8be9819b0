import { z } from 'zod';
import { exhibitId, figureParts, number, text, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    start: number('The number that every weight starts at.', { least: 0, most: 1 }).default(0.5),
    apart: number('How far from it a weight may start.', { least: 0, most: 1 }).default(0),
    learningRate: number('The learning rate.', { least: 0.001, most: 1 }).default(0.1),
    epochs: wholeNumber('How many epochs the network is trained for.', { least: 200, most: 100000 }).default(
      4000,
    ),
    seed: wholeNumber('The seed.', { least: 0, most: 4294967295 }).default(1),
    caption: text('How the pictures are read.').default(
      'Four tanh units on XOR, biases 0 at the start. Above: the weight of each hidden unit from the first input. Below: the ' +
        'largest difference between two of the units in any weight or bias. A line along the lower edge is a difference of exactly 0.',
    ),
  })
  .describe('Hidden units that start alike, or almost, and what becomes of them.')
  .register(figureParts, { names: ['unit-weights', 'unit-difference'] });
