/** What a number says, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { countText, numberText, percentText } from '../../../src/words/numbers.ts';
import type { Convention, Measure, Meaning, Reading, ReadNumberModel } from './model.ts';
import { mostTargets, type PastedNumber, type PastedTargets } from './pasted.ts';

const measureNames: Record<Measure, string> = {
  loss: 'the loss',
  answer: 'the answer, the same to every input',
  accuracy: 'the accuracy',
};

const noneFits: Record<Measure, string> = {
  loss: 'The network answers something for each input, and not enough; or the loss is another one than a squared error, an absolute error or a cross-entropy of these targets.',
  answer:
    'The answer is neither the mean of these targets nor the end of a range. Look for what the output is made of: its bias, and what comes in.',
  accuracy: 'It is neither chance nor the share of one class: some classes are told apart, or it is luck.',
};

export const readNumberWords = {
  measure: (measure: Measure): string => measureNames[measure],

  /** A sentence without its full stop. */
  finding({ number, readings }: ReadNumberModel): string {
    const value = numberText(number.value, 6);
    const exact = readings.filter(({ isExact }) => isExact).length;
    if (readings.length === 0) return `None of these fits ${value}`;
    if (exact === 0)
      return `No reading gives ${value}; ${readings.length === 1 ? 'one comes' : `${readings.length} come`} near it`;
    return exact === 1 ? `${value} can be read in one way` : `${value} can be read in ${exact} ways`;
  },

  /** What a reading says of the network: a sentence. */
  meaning: ({ meaning }: Reading): string => meaningText(meaning),

  /** How the number comes about and how near it is: a sentence. */
  closeness({ meaning, convention, value, difference, isExact }: Reading): string {
    const what = `${conventionText(convention, meaning)}: ${numberText(value, 6)}`;
    if (isExact) return `${what}. It agrees in every digit given.`;
    const share = Math.abs(difference) / Math.abs(value);
    return `${what}. What you have is ${percentText(share, share < 0.001 ? 3 : 2)} ${difference > 0 ? 'above' : 'below'} it.`;
  },

  /** What is said below the readings. */
  note({ measure, readings, sampleCount, outputCount }: ReadNumberModel): string {
    const read = `Read as ${countedText(sampleCount, 'sample')} of ${countedText(outputCount, 'output')}.`;
    if (readings.length === 0) return `${read} ${noneFits[measure]}`;
    if (!readings.some(({ isExact }) => isExact))
      return `${read} A run that is still on its way is a little off. But up to one number in ten is as near to one of the readings by chance: look at the outputs, printed in full.`;
    if (readings.length > 1)
      return `${read} One number can come about in several ways. Which it is, the loss that your program computes decides, and the outputs, printed in full. More digits leave fewer.`;
    return `${read} Print the outputs in full to see whether it is so.`;
  },

  numberProblem(pasted: PastedNumber): string {
    if (!('problem' in pasted)) return '';
    if (pasted.problem === 'none') return 'Type a number, such as 0.693.';
    if (pasted.problem === 'several') return 'Leave one, or write “loss” before it.';
    return 'Not finite: see “NaN or infinity”.';
  },

  targetsProblem(pasted: PastedTargets): string {
    if (!('problem' in pasted)) return '';
    if (pasted.problem === 'none') return 'Paste numbers, such as 0, 1, 1, 0.';
    if (pasted.problem === 'ragged') return 'Each sample needs as many targets.';
    if (pasted.problem === 'too-large') return 'One is too large for its square to be told.';
    return `Paste at most ${countText(mostTargets)} numbers.`;
  },
};

function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'mean-target':
      return 'It answers the mean of the targets, whatever the input.';
    case 'always':
      return meaning.answer === 0
        ? 'It answers 0 to every input, as a dead output does, or weights and biases of 0.'
        : `It answers ${numberText(meaning.answer)} to every input.`;
    case 'range-end':
      return `It answers the nearest that an output ${rangeText(meaning.low, meaning.high)} can give: no training gets below this.`;
    case 'inverted':
      return 'It answers 0 where the target is 1, and 1 where it is 0.';
    case 'even':
      return meaning.classes === 2
        ? 'It answers ½ to every question that has yes or no for an answer: ln 2.'
        : `It answers 1/${meaning.classes} for each of ${meaning.classes} classes: ln ${meaning.classes}.`;
    case 'shares':
      return 'It answers each class with its share of the samples, whatever the input.';
    case 'cut-off':
      return meaning.share === 1
        ? `It is sure of every answer, and wrong: ${cutOffText(meaning.at)}.`
        : `It is sure, and wrong on ${percentText(meaning.share)} of the samples: ${cutOffText(meaning.at)}.`;
    case 'answers-mean':
      return 'It is the mean of the targets: nothing of the input arrives.';
    case 'answers-half':
      return 'One half: a sigmoid whose sum is 0, or the middle between no and yes.';
    case 'answers-even':
      return `1/${meaning.classes}: a softmax over ${meaning.classes} classes whose sums are all equal.`;
    case 'answers-end':
      return endText(meaning.end);
    case 'answers-share':
      return `It is the share of the samples of class ${meaning.of}: nothing of the input arrives.`;
    case 'answers-log-odds':
      return `It is the logit of ${percentText(meaning.share)}, the share of the ones: an answer before its sigmoid.`;
    case 'bias-alone':
      return `Only the output’s bias still learns, from one sample at a time in this order, with steps of ${numberText(meaning.rate)} times the error.`;
    case 'chance':
      return `Chance among ${meaning.classes} classes.`;
    case 'names-one':
      return `It names class ${numberText(meaning.label)} for every input: that is its share of the samples.`;
  }
}

function rangeText(low: number, high: number): string {
  if (high === Infinity) return `that is never below ${numberText(low)}`;
  return `between ${numberText(low)} and ${numberText(high)}`;
}

function endText(end: number): string {
  if (end === 0) return '0: an end of the range of sigmoid and ReLU, or a network that hands nothing on.';
  return `${numberText(end)}: an end of the range${end === 1 ? ' of sigmoid and tanh, or a softmax of one unit' : ' of tanh'}.`;
}

function cutOffText(at: Extract<Meaning, { kind: 'cut-off' }>['at']): string {
  if (at === 'log-100') return 'a logarithm cut off at −100, as PyTorch’s BCELoss does';
  if (at === '1e-7-single') return 'a probability cut off at 1 − 1e‑7 in single precision';
  return `a probability cut off at ${at.replace('-', '\u2011')}`;
}

function conventionText(convention: Convention, meaning: Meaning): string {
  if (!('of' in meaning) || typeof meaning.of === 'number')
    return convention === 'percent' ? 'As a percentage' : 'Exactly';
  const what = {
    squares: 'squared error',
    distances: 'absolute error',
    entropy: 'cross-entropy',
  }[meaning.of];
  switch (convention) {
    case 'half':
      return `Half the mean ${what}`;
    case 'sum':
      return `The ${what}, summed over all samples`;
    case 'half-sum':
      return `Half the ${what}, summed over all samples`;
    case 'per-sample':
      return `The ${what}, summed over the outputs of a sample`;
    case 'half-per-sample':
      return `Half the ${what}, summed over the outputs of a sample`;
    case 'root':
      return `The root of the mean ${what}`;
    default:
      return `The mean ${what}`;
  }
}
