import { z } from 'zod';
import {
  exhibitId,
  figureParts,
  name,
  tagNeeds,
  text,
  wholeNumber,
  words,
} from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    program: name('The case whose program it is.', 'case'),
    seed: wholeNumber(
      'The seed. By default one in which two of the four hidden units of all-outputs-equal are on.',
      { least: 0, most: 4294967295 },
    ).default(2),
    sample: wholeNumber('The sample whose gradient is checked, counted from 0.', {
      least: 0,
      most: 9999,
    }).default(1),
    mended: words('Ids of faults that are mended at first.').default([]),
    caption: text('How the table is read.').default(
      'Followed: what the program’s own update moves a parameter by, per unit of learning rate. True: the slope of ' +
        'the loss, by moving that parameter a little up and a little down. Two columns that should be one. Mend the faults ' +
        'one by one and watch which rows come right.',
    ),
  })
  .describe('For every parameter of a case’s network: the gradient its program follows against the true one.')
  .register(figureParts, { names: ['followed-gradient', 'measured-gradient'] })
  .register(tagNeeds, { need: 'training' });
