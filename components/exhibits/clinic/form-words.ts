/** The form's choices in words, and what to change where something cannot be read or tried. */
import { activationWords } from '../../../src/words/activations.ts';
import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { numberText } from '../../../src/words/numbers.ts';
import {
  type batchNames,
  type biasNames,
  type FieldName,
  hiddenNames,
  type Language,
  type lossNames,
  outputNames,
  type PrintedNumbers,
  type Problem,
  type TaskName,
  type weightNames,
} from '../../../src/clinic/index.ts';

export const taskWords: Record<TaskName, string> = {
  xor: 'XOR: 1 if exactly one of two inputs is 1',
  and: 'AND of two inputs',
  or: 'OR of two inputs',
  xnor: 'XNOR: 1 if two inputs are equal',
  parity3: 'Parity of three inputs',
  count3: 'Counting: the share of ones among three inputs',
  not: 'NOT of one input',
  own: 'Other data: I paste the rows',
};

export const activationOptions = (kind: 'hidden' | 'output'): [name: string, words: string][] =>
  (kind === 'hidden' ? hiddenNames : outputNames).map((name) => [
    name,
    name === 'identity' ? 'none (linear)' : activationWords.name(name),
  ]);

export const lossWords: Record<(typeof lossNames)[number], string> = {
  halfSquaredError: '½ (output − target)²: the error is output − target',
  meanSquaredError: 'mean squared error, averaged over the outputs',
  squaredError: 'squared error, without a half',
  binaryCrossEntropy: 'binary cross-entropy, with a sigmoid output',
  categoricalCrossEntropy: 'cross-entropy, with a softmax output',
};

export const batchWords: Record<(typeof batchNames)[number], string> = {
  sample: 'after each sample, in order',
  random: 'after each sample, drawn at random',
  sum: 'after all samples, gradients summed',
  mean: 'after all samples, gradients averaged',
};

export const weightWords: Record<(typeof weightNames)[number], string> = {
  'uniform -1 1': 'uniform from −1 to 1',
  'uniform 0 1': 'uniform from 0 to 1',
  'uniform -0.5 0.5': 'uniform from −½ to ½',
  'normal 1': 'normal, deviation 1 (randn)',
  'normal 0.1': 'normal, deviation 0.1',
  'normal 0.01': 'normal, deviation 0.01',
  xavier: 'Xavier (Glorot)',
  he: 'He (Kaiming)',
};

export const biasWords: Record<(typeof biasNames)[number], string> = {
  same: 'drawn like the weights',
  zeros: 'all 0 at first',
  none: 'there are none',
};

const fieldWords: Record<FieldName, string> = {
  task: 'the task',
  rows: 'the rows',
  widths: 'the hidden units',
  hidden: 'the hidden activation',
  slope: 'the slope of leaky ReLU',
  output: 'the output’s activation',
  loss: 'the loss',
  rate: 'the learning rate',
  batch: 'when the weights are updated',
  weights: 'the first weights',
  biases: 'the biases',
  epochs: 'the epochs',
  language: 'the language',
  unknown: 'what you do not know',
  printed: 'what it printed',
};

const shown = (text: string) => (text.trim() === '' ? 'an empty field' : `“${text}”`);

/** What is wrong, and what to change. */
export function problemText(problem: Problem): string {
  const field = fieldWords[problem.field];
  const first = field.charAt(0).toUpperCase() + field.slice(1);
  switch (problem.why) {
    case 'unreadable':
      if (problem.field === 'widths')
        return `${first}: ${shown(problem.text)} is not read. Write whole numbers, one a hidden layer: 4, or 8 4; 0 where there is none.`;
      if (problem.field === 'rows')
        return `${first}: “${problem.text}” is not read. Write numbers below a million, inputs, an arrow, targets: 0 1 -> 1.`;
      return `${first}: ${shown(problem.text)} is not a number that can be read here. Write it plainly: 0.1, or 1e-3.`;
    case 'out-of-range': {
      const { least, most } = problem.limit;
      return `${first}: ${numberText(problem.value)} cannot be tried on this page. It takes ${numberText(least)} to ${numberText(most)}.`;
    }
    case 'no-choice':
      return `${first}: ${shown(problem.text)} is not among the choices. Choose one.`;
    case 'row-width':
      return `Row ${problem.row} has ${problem.found} numbers where the first has ${problem.expected}. All rows need as many.`;
    case 'too-many':
      return `${countedText(problem.value, 'line')} of data: the page takes ${problem.limit.least} to ${problem.limit.most}. Take a few samples on which it fails too.`;
    case 'columns':
      return `${problem.value} numbers on one side of a row: the page takes ${problem.limit.least} to ${problem.limit.most}.`;
    case 'no-arrow':
      return `Row ${problem.row} needs one arrow between inputs and targets: 0 1 -> 1.`;
    case 'targets-outside':
      return 'A cross-entropy wants targets from 0 to 1 that are shares; yours are not. Choose a squared error, or look at the targets: this may be the fault.';
    case 'not-with-output':
      return 'Binary cross-entropy goes with a sigmoid output, the other one with softmax. If your program combines them otherwise, choose the squared error with the output that it has.';
  }
}

const leftOutWords = {
  inputs: 'the inputs',
  targets: 'the targets',
  count: 'the number of each line',
  losses: 'lines about the loss',
} as const;

/** How pasted text was understood. `tooFew`: nothing to say where the field is empty. */
export function understoodText(read: PrintedNumbers): string {
  switch (read.kind) {
    case 'numbers': {
      const beside = read.leftOut.map((what) => leftOutWords[what]);
      const digits =
        read.digits >= 16 ? 'all digits' : read.digits === 1 ? 'one decimal' : `${read.digits} decimals`;
      return `Read: ${countedText(read.numbers.length, 'output')} with ${digits}${beside.length > 0 ? `; left out: ${listText(beside)}` : ''}.`;
    }
    case 'nothing':
      return 'No numbers found. Paste what the program printed for all samples, as it stood on the screen.';
    case 'cut':
      return `Something was left out of the print, near “${read.around}”. In NumPy, np.set_printoptions(threshold=10000) prints all.`;
    case 'not-a-number':
      return `“${read.around}” is not read: plain numbers, please.`;
    case 'commas':
      return `The commas in “${read.around}” may stand between numbers or before decimals. Put points for decimals.`;
    case 'wrong-count':
      return `${countedText(read.found, 'number')} found, ${read.expected} expected: one for each sample and output. Leave out the rest, or paste all.`;
  }
}

export const languageNames: Record<Language, string> = {
  numpy: 'NumPy',
  python: 'plain Python',
  lua: 'Lua',
  javascript: 'JavaScript',
  c: 'C or C++',
};
