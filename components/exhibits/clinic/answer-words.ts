/** Why an answer could not be taken, and what to change. */
import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { understoodText } from './form-words.ts';
import type { AnswerTrouble } from './read-answers.ts';

export function troubleText(trouble: AnswerTrouble): string {
  switch (trouble.kind) {
    case 'outputs':
      return understoodText(trouble.read);
    case 'loss':
      return 'No number found. Paste the loss as it was printed.';
    case 'hidden':
      return `Hidden layer ${trouble.layer + 1}: ${countedText(trouble.found, 'number')} found, ${trouble.expected} expected, one for each unit and sample.`;
    case 'parameters':
      return `${countedText(trouble.found, 'number')} found. Such a network has ${listText(trouble.expected.map(String), 'or')}, with biases and without. If yours has another number of them, the units of a layer are not what you think: that may be the fault.`;
    case 'check':
      return 'Choose what you see for every layer; for one other number, write it.';
  }
}
