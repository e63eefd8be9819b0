/** What comes out, and what it is held against. */
import type { FindingWords } from './finding-words.ts';

export const outputWords = {
  'constant-output': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means: 'The outputs differ by less than a millionth: hardly anything of the input shows in them.',
  },
  'constant-zero-of-relu': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means:
      'It is the zero of a ReLU output whose sum is not above zero on any sample.[[?minus: Its sign tells that the sum is below zero: a negative number times 0 is −0.]]',
  },
  'constant-of-bias': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means:
      'The hidden layer is silent, so only the output’s bias is trained, and a bias alone ends here: with steps of {rate} times the error and the targets in the order {targets} it returns to [[?isFraction:{settled:fraction} = ]]{value:exact} after every epoch[[?form0110:, which is r/(1 + r²) with r = 1 − {rate}]][[?form1001:, which is (1 − r + r²)/(1 + r²) with r = 1 − {rate}]][[?form0011:, which is 1/(1 + r²) with r = 1 − {rate}]][[?form1100:, which is r²/(1 + r²) with r = 1 − {rate}]][[?form0101:, which is 1/(1 + r) with r = 1 − {rate}]][[?form1010:, which is r/(1 + r) with r = 1 − {rate}]]. The number tells the step and the order of the samples, and nothing else.',
  },
  'constant-mean': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means:
      'It is[[?nearly: nearly]] the mean of the targets, {mean}: the best that an output which can’t see the input is able to do.',
  },
  'target-out-of-range': {
    title: 'Some targets lie outside of what the output can give.',
    means:
      'The targets go from {least} to {most}, and this output is always [[?between:between {low} and {high}]][[?above:at least {low}]][[?below:at most {high}]]: some of the error can never be removed[[?pinned:, and the output is pinned at its end, where it has no slope]].',
    tries: 'Use a linear output, or scale the targets.',
  },
  'target-outside-cross-entropy': {
    title: 'Some targets lie outside of what the cross-entropy is made for.',
    means:
      'The targets go from {least} to {most}. The cross-entropy takes targets from 0 to 1; beyond them a sample has no least loss, and a network that can tell it apart drives its output to the end of its range for ever.',
    tries: 'Use the squared error with a linear output, or scale the targets to lie between 0 and 1.',
  },
  'log-of-negative': {
    title: 'The cross-entropy takes the logarithm of an output that need not be positive.',
    means:
      'The update divides by y(1 − y), and this output goes from {low} to {high}: outside of 0 to 1 either the logarithm of y or that of 1 − y does not exist, and at the ends the division is by 0.',
    tries: 'Use a sigmoid output with the cross-entropy, or the squared error with this one.',
  },
} as const satisfies Record<string, FindingWords>;
