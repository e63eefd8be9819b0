import { z } from 'zod';
import { choice, exhibitId, figureParts, number } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    z: number('The pre-activation at first. By default it is sure, and wrong.', {
      least: -12,
      most: 12,
    }).default(6),
    target: choice('The target.', [0, 1]).default(0),
  })
  .describe('What a sigmoid output is sent back by squared error and by cross-entropy.')
  .register(figureParts, { names: ['cross-entropy', 'squared-error'] });
