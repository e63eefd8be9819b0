import { z } from 'zod';
import {
  exhibitId,
  figureParts,
  name,
  numbers,
  tagNeeds,
  text,
  wholeNumber,
  words,
} from '../../../src/book/tag-fields.ts';

export const props = {
  BornDead: z
    .strictObject({
      id: exhibitId(),
      widths: numbers('Units in a layer.', { least: 1, most: 64 }).default([1, 2, 4, 8]),
      depth: wholeNumber('The largest number of hidden layers.', { least: 1, most: 30 }).default(10),
      caption: text('How the picture is read.').default(
        'A network is born dead when one of its layers is silent on the sample: nothing gets through, and no gradient comes ' +
          'back. Deeper is worse, wider is better.',
      ),
    })
    .describe('Who is born dead: networks at birth, against depth and width, beside what theory says.')
    .register(figureParts, { names: ['born-dead-counted', 'born-dead-in-theory'] }),
  Survival: z
    .strictObject({
      id: exhibitId(),
      case: name('The case whose training it is.', 'case'),
      variants: words('Variants of the case.').default(['as-posted']),
      labels: words('What each variant is called here. By default its id in words.').default([]),
      epochs: wholeNumber('How many epochs each is trained for.', { least: 1, most: 100000 }).default(500),
      caption: text('How the picture is read.').default(
        'Networks of the case with a ReLU layer, the output included, that is zero on every sample. At the left edge they are untrained.',
      ),
    })
    .describe('Who dies: the share of dead networks in the course of training.')
    .register(tagNeeds, { need: 'trainings' }),
};
