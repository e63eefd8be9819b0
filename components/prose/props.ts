/** What an author can say in the tags of running text. */
import { z } from 'zod';
import { choice, name, tagNeeds, text, wholeNumber } from '../../src/book/tag-fields.ts';

export const props = {
  Aside: z
    .strictObject({ title: text('What it is about.') })
    .describe('A digression, set apart from the text.'),
  Causes: z
    .strictObject({})
    .describe('The causes of a symptom, as a numbered list, by whose numbers the tests below name them.'),
  Cite: z.strictObject({ id: name('The source.', 'source') }).describe('Cites a source of references.yaml.'),
  Claim: z
    .strictObject({
      says: text('The explanation, as people give it.'),
      verdict: choice('What the test made of it.', [
        'wrong',
        'right',
        'half right',
        'right and beside the point',
      ]),
      over: name(
        'A fact whose number of seeds is that of the test, if it was a test and no proof.',
        'fact',
      ).optional(),
    })
    .describe('A common explanation put to the test.'),
  Explain: z
    .strictObject({ question: text('What the reader explains.') })
    .describe('The reader explains what was just seen before the text does.'),
  Fact: z
    .strictObject({
      id: name('One of the ids that `npm run facts` lists.', 'fact'),
      as: choice(
        'How it is written: `power` is of ten, `runs` is over how many runs. By default in its own form.',
        ['percent', 'number', 'power', 'exact', 'runs'],
      ).optional(),
      digits: wholeNumber('Digits after the point of a percentage, else significant ones.', {
        least: 0,
        most: 17,
      }).optional(),
    })
    .describe('A number that was measured or computed.'),
  Figure: z
    .strictObject({
      finding: text('The finding, in a sentence, over the figure.').optional(),
      caption: text('What is said below it.').optional(),
      width: choice('How far it reaches out of the text.', ['text', 'wide', 'full']).default('text'),
    })
    .describe('A picture or table with its finding and caption.'),
  Note: z.strictObject({}).describe('A note in the margin, or below the paragraph where there is none.'),
  Otherwise: z
    .strictObject({
      known: text(
        'What the page knows of the reader’s network, for the form of the clinic: "hidden=relu; printed=nan".',
      ).optional(),
    })
    .describe(
      'The last branch of a symptom page: where to look if no cause fits, and what is known by then.',
    ),
  Quantity: z
    .strictObject({
      of: text(
        'A part of an exhibit of the page, such as `theta`; each exhibit’s are listed here below its attributes.',
      ),
    })
    .describe('A word that highlights the parts of the page’s figures that bear its name.'),
  Recall: z
    .strictObject({
      question: text('What the reader recalls.'),
      from: name('The page it is about. By default the page it stands on.', 'page').optional(),
    })
    .describe('A question about an earlier page; it is left out of a course that leaves that page out.'),
  Speak: z
    .strictObject({
      minutes: wholeNumber('How long the section takes in class.', { least: 1, most: 240 }).optional(),
    })
    .describe(
      'A note to whoever teaches, shown in the presenter’s window alone, in a course with `speakerNotes: true`.',
    ),
  Summary: z
    .strictObject({ title: text('What stands over it.').default('What to take away') })
    .describe('What a reader can act on, at a chapter’s end.'),
  TakeHome: z
    .strictObject({ case: name('The case whose program it is.', 'case') })
    .describe(
      'A case’s program to take home, in every language it is written in, broken and mended, under a heading of its own.',
    ),
  TakeTool: z
    .strictObject({
      chapter: name('The chapter in whose folder `tools` it lies.', 'chapter'),
      tool: text('Its name.'),
    })
    .describe('A small program to take into one’s own, with an example.')
    .register(tagNeeds, { need: 'tool' }),
  Term: z.strictObject({ id: name('The term.', 'term') }).describe('A word that the glossary explains.'),
};
