import { z } from 'zod';
import { exhibitId, figureParts, numbers, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    z: numbers('The pre-activations.', { least: -1000, most: 1000 }).default([
      -5, -3.2, -2.1, -1.4, -0.8, -0.3, 0.2, 0.7, 1.3, 2.2, 3.4, 5,
    ]),
    caption: text('How the pictures are read.').default(
      'Each dot is a unit: its pre-activation across, its slope up. A gradient that comes back through the unit is ' +
        'multiplied by that slope. Small grey dots in the hatched strip pass back less than a twentieth. Print the ' +
        'pre-activations of your own layer and type them in.',
    ),
  })
  .describe('The slope of every activation at a set of pre-activations.')
  .register(figureParts, { names: ['slope', 'passing', 'saturated'] });
