import { z } from 'zod';
import {
  choice,
  exhibitId,
  name,
  number,
  tagNeeds,
  text,
  wholeNumber,
  words,
} from '../../../src/book/tag-fields.ts';
import { axisNames, settingNames } from './settings.ts';

// A sweep turns no setting of a training, or one, or two; the rest is the same for all three.
const caseId = name('The case whose training it is.', 'case');
const variant = text('A variant of the case.').default('as-posted');
const epochs = wholeNumber('How many epochs each is trained for. By default the case’s own, at most 2000.', {
  least: 1,
  most: 1000000,
}).optional();
const seeds = (says: string) => wholeNumber(says, { least: 1, most: 10000 });

export const props = {
  SeedSweep: z
    .strictObject({
      id: exhibitId(),
      case: caseId.optional(),
      sweeps: text('A group of sweeps of the page’s experiments.yaml, instead of variants.').optional(),
      variants: words('Variants of the case.').default(['as-posted']),
      labels: words('What each variant is called here. By default its id in words.').default([]),
      seeds: seeds(
        'How many seeds the page shows, and how many others a reader trains. By default 200, or 100 for more than three trainings.',
      ).optional(),
      epochs,
      caption: text('How the picture is read.').default(
        'A bar holds the shares of the networks that the book has trained. Of those that you train, each dot is one, from its ' +
          'own seed: choose a dot to open that very run. The ranges in brackets hold the true share in 95 of 100 such sweeps.',
      ),
    })
    .describe('Many seeds of one or several trainings: a dot for each run, grouped by what became of it.')
    .register(tagNeeds, { need: 'sweeps' }),
  SweepSlider: z
    .strictObject({
      id: exhibitId(),
      case: caseId,
      variant,
      setting: choice('What the slider moves.', settingNames).default('learningRate'),
      from: number('Where the slider begins. By default where the setting does.', {
        least: 0,
        most: 1e6,
      }).optional(),
      to: number('Where it ends.', { least: 0, most: 1e6 }).optional(),
      seeds: seeds('How many seeds at each position.').default(200),
      epochs,
      caption: text('How the picture is read.').default(
        'Each position of the slider is a sweep: as many networks as there are seeds, trained while you drag. The dotted ' +
          'lines are the ends of the 95% interval.',
      ),
    })
    .describe('One setting of a training on a slider, and the shares of the outcomes that follow it.')
    .register(tagNeeds, { need: 'training' }),
  PhaseDiagram: z
    .strictObject({
      id: exhibitId(),
      case: caseId,
      variant,
      x: choice('The setting across.', axisNames).default('learningRate'),
      y: choice('The setting upwards.', axisNames).default('width'),
      cells: wholeNumber('Cells along an axis, at most.', { least: 2, most: 60 }).default(20),
      seeds: seeds('How many seeds in a cell.').default(100),
      epochs,
      caption: text('How the picture is read.').default(
        'Each cell is a sweep of its own. It begins with a few large squares and gets finer; no cell is guessed from ' +
          'its neighbours in the end.',
      ),
    })
    .describe(
      'Two settings of a training against each other: the share of networks that solve the task in every cell.',
    )
    .register(tagNeeds, { need: 'training' }),
};
