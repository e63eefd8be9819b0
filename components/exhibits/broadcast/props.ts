import { z } from 'zod';
import { choice, exhibitId, figureParts, numbers, tagNeeds, text } from '../../../src/book/tag-fields.ts';
import { shapes } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    targets: numbers('The targets; there are as many predictions.', { least: -1000, most: 1000 }).default([
      0, 1, 1, 0,
    ]),
    predictions: numbers('The predictions at first.', { least: -1000, most: 1000 }).default([
      0.1, 0.8, 0.9, 0.2,
    ]),
    predictionShape: choice('The shape of the predictions.', shapes).default('(N, 1)'),
    targetShape: choice('The shape of the targets.', shapes).default('(N,)'),
    caption: text('How the picture is read.').default(
      'Predictions less targets, as NumPy, PyTorch and others work it out. Each cell is one difference; those on the diagonal, ' +
        'outlined, are what was meant.',
    ),
  })
  .describe('Predictions less targets for arrays of different shapes: a column less a row is a table.')
  .register(figureParts, { names: ['own-difference', 'other-difference'] })
  .register(tagNeeds, { need: 'pairs' });
