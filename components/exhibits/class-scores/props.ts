import { z } from 'zod';
import { choice, exhibitId, figureParts, numbers, text, wholeNumber } from '../../../src/book/tag-fields.ts';
import { classCount, scoreKinds } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    scores: numbers('The three scores at first.', { least: -50, most: 50 }).default([2, 0.5, -1]),
    target: wholeNumber('The class that is right, counted from 1.', { least: 1, most: classCount }).default(
      1,
    ),
    kind: choice('What is made of the scores.', scoreKinds).default('once'),
    caption: text('How the picture is read.').default(
      'For each class a wide bar for its probability, and a narrow one for the way that its score will go: against what comes back ' +
        'to it. Beside the loss of this sample stand its least value and its value when nothing is known.',
    ),
  })
  .describe('Three scores to pull: their probabilities, the loss, and what comes back to each.')
  .register(figureParts, { names: ['probabilities', 'what-comes-back', 'least-loss', 'chance-loss'] });
