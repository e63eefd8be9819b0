import { z } from 'zod';
import { exhibitId, figureParts, number, numbers, text } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    targets: numbers('The targets, in the order of the samples.', { least: -1000, most: 1000 }).default([
      0, 1, 1, 0,
    ]),
    learningRate: number('The learning rate η.', { least: 0.0001, most: 10 }).default(0.2),
    start: number('The bias before the first update.', { least: -1000, most: 1000 }).default(0),
    caption: text('How the picture is read.').default(
      'When the hidden layer is silent, only the output bias still learns. Each sample pulls it a share η of the ' +
        'way to its own target. In the first picture go up to the line of the target, across to the diagonal, and on to ' +
        'the next sample; the heavy loop is where that ends. The second is the same walk over time. The program looks at the end of a cycle, ' +
        'and so it prints one corner of the loop, four times.',
    ),
  })
  .describe('What a network with a silent hidden layer prints, and why.')
  .register(figureParts, { names: ['printed-constant', 'bias-targets', 'bias-cycle'] });
