import { z } from 'zod';
import { exhibitId, figureParts, number, text } from '../../../src/book/tag-fields.ts';
import { sumOfSquaresTo999 } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    k: number('The learning rate in units of the cliff, 1 / Σx².', { least: 0.01, most: 10 }).default(0.6),
    u: number('The first weight at the start.', { least: 0, most: 3.2 }).default(2.4),
    v: number('The second weight at the start.', { least: 0, most: 3.2 }).default(0.2),
    sumOfSquares: number('Σx² over the data set. By default that of the whole numbers 0 to 999.', {
      least: 1e-6,
      most: 1e12,
    }).default(sumOfSquaresTo999),
    caption: text('How the picture is read.').default(
      'The network predicts u v x for a target of x, with inputs from 0 to 999. Every point of the valley is a ' +
        'perfect fit, but not every point holds a run: the walls are steeper the further it lies from u\u00a0=\u00a0v. Inside the ' +
        'dashed circle the learning rate is below 2/λ, outside it is above. Raise the rate and the circle shrinks; when it ' +
        'no longer touches the valley, no minimum holds a run.',
    ),
  })
  .describe('Why a learning rate has a limit, and where it is.')
  .register(figureParts, { names: ['solutions', 'holding-circle'] });
