/** What a network or an epoch lacks, how the run stands, and what could not be looked at. */
import type { FindingWords } from './finding-words.ts';

export const runWords = {
  // What a network or an epoch lacks
  'no-bias': {
    title: '{Layer} has no bias.',
    means:
      'Whatever its units should add on every sample alike has to come through their inputs: from a constant among them, or at the cost of a unit of the layer before, or of a part of one.',
  },
  'short-epoch': {
    title:
      'An epoch here is [[?one:one sample]][[!one:{shown:whole} samples]], not a pass over all {count:whole}.',
    means:
      'In {epochs:whole} epochs a sample has its turn {turns:whole} times on average. Compare runs by updates, not by epochs.',
  },
  'one-sample-to-its-end': {
    title: 'Each sample is trained many times in a row before the next begins.',
    means:
      '{run:whole} updates in a row are made of {samples}. The longer the run and the steps, the more of what is learned from one sample is overwritten by the next, until the last one fits, and the others only as far as they agree with it.',
    tries: 'Go through all samples again and again, one update each, in a mixed order.',
  },
  'update-fits-its-sample': {
    title: 'One update trains its sample until it fits.',
    means:
      'On {samples} the error falls from {before:2} to {after:2} in a single update. What is learned from one sample is overwritten by the next: the last one fits, and the others only as far as they agree with it.',
    tries: 'Take one step for each sample, and go through all of them again and again.',
  },
  'classes-in-runs': {
    title: 'The samples come sorted: {run:whole} in a row have the same target.',
    means:
      'Each class pulls the network its way until the next begins, the further the longer the steps are. In a mixed order each class corrects the other.',
    tries: 'Shuffle the samples once, or at every epoch.',
  },
  'not-replayable': {
    title: 'The same update from the same network gives different numbers each time.',
    means:
      'The program draws random numbers, or keeps something, outside of its network, so its run can’t be rewound exactly.',
    tries: 'Keep the generator’s state in the network.',
  },

  // How the run stands
  fate: {
    title: 'Only {samples} {samples|is|are} fitted; on {others:samples} the output is its bare bias.',
    means:
      'There the hidden layer is silent, so nothing but the bias answers, and it goes round: with steps of {rate} times the error and the targets {targets} in this order it is back at {bias:fraction} after every epoch. A fitted sample is right when its turn comes and moves nothing; read after the epoch it answers its target and what the bias has moved since: {answers:at-samples}. The run has come to rest: no further update leads away from here.',
  },
  stalled: {
    title: 'No mistake is found in the program, and the error hardly falls.',
    means:
      'The gradient is right, and its length is {length:2} with a mean squared error of {error:3}. A plateau that ends by itself and a place that holds the run look alike from here.[[?seeds: Of {seeds:whole} other seeds {solved:whole} had learned after {trained:whole} updates.]]',
    tries:
      'Train ten times as long, and at a tenth of the rate. If neither helps, start from other seeds, from weights by Glorot’s or He’s rule, or give the hidden layer more units.',
  },
  'on-its-way': {
    title: 'No mistake is found in the program: it is on its way.',
    means:
      '{updates:whole} more {updates|update takes|updates take} the mean squared error from {before:4} to {after:4}.',
    tries: 'Train on, and judge it then.',
  },

  // What could not be looked at
  'parameters-sampled': {
    title: 'Only some of the parameters were looked at: {looked:whole} of {count:whole} numbers.',
    means:
      'The network and its data are too large for more. Numbers of every list were taken, evenly spread; the units were not looked at.',
    tries: 'Try it with fewer samples or units; a wrong line is wrong there too.',
  },
  'layers-not-exported': {
    title: 'The layers could not be looked at.',
    means:
      'Whether units are dead, saturated or twins, and which slope is wrong, can be told once the program shows them.',
    tries: 'Export `layers(network)`: for each layer its weights, biases and latest activations.',
  },
  'rate-not-exported': {
    title: 'The learning rate could not be looked at.',
    means: 'The direction of the steps is checked, not their length.',
    tries: 'Export `learningRate`.',
  },
  'epoch-not-exported': {
    title: 'An epoch is taken to be [[?allAlike:one update]][[!allAlike:{updates:whole} updates]].',
    means:
      '[[?allAlike:Every update is the same, whatever its number.]][[!allAlike:There are as many samples.]]',
    tries: 'Export `updatesPerEpoch` if that is not so.',
  },
} as const satisfies Record<string, FindingWords>;
