import { z } from 'zod';
import { exhibitId, name, tagNeeds, text, wholeNumber } from '../../../src/book/tag-fields.ts';

export const props = {
  Bench: z
    .strictObject({
      id: exhibitId(),
      case: name('A case: its program, with its faults as hints.', 'case').optional(),
      variant: text(
        'One of the variants of the case’s experiments.yaml, instead of the program as posted.',
      ).optional(),
      program: name(
        'Or a program anywhere under content/, such as `chapters/output-range/program`; it has no hints.',
        'program',
      ).optional(),
      seed: wholeNumber('The seed of the first run.', { least: 0, most: 4294967295 }).default(1),
      epochs: wholeNumber(
        'Epochs of the run that is shown without scripts. By default the program’s own number.',
        { least: 1, most: 10000000 },
      ).optional(),
      question: text('Asked before the first run.').default(
        'What will this network do? Your answer starts the run.',
      ),
      why: text('Asked when the result of the first run is known.').default(
        'Which line of the program makes it so? Decide before you read on.',
      ),
      caption: text('What is said below it.').default(
        'The program that is shown is the one that runs. What you change stays in this browser.',
      ),
    })
    .describe('A program that the reader runs, looks into, edits, diagnoses and sweeps over seeds.')
    .register(tagNeeds, { need: 'program' }),
  Workshop: z
    .strictObject({
      id: exhibitId(),
      caption: text('What is said below it.').default(
        'Your programs stay in this browser. What you run here runs in this page, and goes nowhere else.',
      ),
    })
    .describe(
      'The reader’s own programs on a bench, begun from the templates of content/workshop. For the page `workshop`.',
    ),
};
