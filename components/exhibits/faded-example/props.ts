import { z } from 'zod';
import { exhibitId, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    caption: text('What network it is.').default(
      'Two inputs x, two tanh units, one sigmoid output p; the loss is half the squared error. ' +
        'δ is the derivative of the loss with respect to a pre-activation, and the gradient of a bias is the δ of its unit. ' +
        'w₁₂ leads to unit 1 from input 2. Numbers are shown with three digits and computed with all of them.',
    ),
  })
  .describe('A backward pass, number by number, with its last steps left blank.');
