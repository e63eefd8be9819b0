import { z } from 'zod';
import { name, text, wholeNumber, words } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    case: name('The case whose training it is.', 'case').optional(),
    preset: text('Trainings that are named together, instead of variants of a case.').optional(),
    sweeps: text('A group of sweeps of the page’s experiments.yaml, instead of variants.').optional(),
    variants: words('Variants of the case.').default(['as-posted']),
    labels: words('What each variant is called here. By default its id in words.').default([]),
    seeds: wholeNumber(
      'How many seeds the page shows, and how many others a reader trains. By default 200, or 100 for more than three trainings.',
      { least: 1, most: 10000 },
    ).optional(),
    epochs: wholeNumber('How many epochs each is trained for. By default the case’s own, at most 2000.', {
      least: 1,
      most: 1000000,
    }).optional(),
    caption: text('How the picture is read.').default(
      'Each dot is one network, trained from its own seed. The ranges in brackets hold the true share in 95 of 100 ' +
        'such sweeps. Choose a dot to open that very run.',
    ),
  })
  .describe('Many seeds of one or several trainings: a dot for each run, grouped by what became of it.');
