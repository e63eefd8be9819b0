/** Numbers that are not finite, and where they came from. */
import type { FindingWords } from './finding-words.ts';

export const nonFiniteWords = {
  'non-finite': {
    title: 'Since update {update:whole} the network holds numbers that are not finite.',
    means:
      'It began [[?inLayer:in the weights or biases of {layer}]][[?inParameters:in the parameters]][[?inOutputs:in the outputs, while every weight was still finite]]; just before, the largest weight was {largest:2}.[[?overflowed: The first product was {left:2} × {right:2}.]]',
    tries:
      'If the steps grew from one update to the next, look at the learning rate, at sums that should be means, at inputs that are not scaled; if they did not, at a division by 0 or the logarithm of 0.',
  },
  'non-finite-at-start': {
    title: 'The outputs on {samples} are not finite before the first update.',
    means: 'No training is to blame: it is the start, the data, or how `predict` computes its outputs.',
    tries: 'Print the sums: exp of 710 is infinite, and infinity divided by infinity is not a number.',
  },
  'number-missing': {
    title: 'The very first update makes {count:whole} of {all:whole} parameters NaN.',
    means:
      'Outputs and targets are finite before it. Either the update divides 0 by 0, or some number in it does not exist: a name that was never set is `undefined`, and a number times `undefined` is NaN.',
    tries: 'Print each factor of the step: the rate, the error, the slope, the input.',
  },
  'nan-of-small-numbers': {
    title: 'Update {update:whole} makes NaN of numbers that are all small.',
    means:
      'Just before, the largest weight was {largest:2} and every output was finite: nothing has grown too large. It is 0/0, the root or logarithm of a negative number, or a place beyond the end of a list.',
    tries: 'Print each factor of that update’s step: the rate, the error, the slope, the input.',
  },
  'zero-over-zero': {
    title: 'Since update {update:whole} the network holds NaN, from 0/0 in its own slope.',
    means:
      'Just before, the output on {samples} was exactly {value}: there y(1 − y) is 0, and the slope of the cross-entropy, (y − t)/(y(1 − y)), times it is 0 times infinity.',
    tries: 'Write the two together: for a sigmoid with the cross-entropy the delta is y − t.',
  },
  'nan-hidden-from-outputs': {
    title: 'The outputs do not show it: they are finite, and some weights behind them are NaN.',
    means:
      'NaN is neither above nor below any number, so an activation written with one, as `x > 0 ? x : 0`, answers with its other side and hides it. `Math.max(0, x)` lets NaN through.',
  },
} as const satisfies Record<string, FindingWords>;
