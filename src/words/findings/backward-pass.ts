/** The gradient of a layer, where it is wrong in a way that the check knows. */
import { wrong } from './finding-words.ts';
import type { FindingWords } from './finding-words.ts';

export const backwardPassWords = {
  // The gradient, where it is wrong: what is taken for the slope
  'slope-always-one': wrong(
    'the slope is 1 on every sample, also where the unit is silent',
    'Where the sum is below zero the slope of ReLU is 0: look at what the derivative is asked about, and at its comparison.',
  ),
  'slope-always-one-leaky': wrong(
    'the slope is 1 on every sample, also left of zero',
    'Where the sum is below zero the slope is {slope}.',
  ),
  'slope-left-out': wrong(
    'the derivative of the activation is left out',
    'Multiply the error by the derivative of the activation.',
  ),
  'slope-of-activation': wrong(
    'the derivative is taken of the activation instead of the sum before it',
    'Keep the sums of the forward pass and hand those to the derivative, or write it for the activation.',
  ),
  'threshold-at-slope': wrong(
    'the slope changes at {slope} instead of at 0',
    'The slope is {slope}; the place where it changes is 0. Compare with 0.',
  ),
  'one-slope-for-layer': wrong(
    'one slope for the whole layer',
    'Each unit has its own slope, 1 or less, by its own sum: decide for each unit alone.',
  ),
  'one-slope-for-layer-at-slope': wrong(
    'one slope for the whole layer, and its threshold at {slope} instead of 0',
    'Each unit has its own slope, 1 or less, by its own sum: decide for each unit alone.',
  ),
  'formula-of-activation-given-sum': wrong(
    'the derivative’s formula is written for the activation and is given the sum',
    'Hand the activation to this formula, not the sum.',
  ),
  'function-as-derivative': wrong(
    'the function is used as its own derivative',
    'The derivative is a slope: for x it is 1, for x/100 it is 1/100.',
  ),
  'activation-counted-once': wrong(
    'the activation is applied twice, and the derivative counts it once',
    'Apply the activation once, in one place.',
  ),
  'skipped-activation-counted': wrong(
    'the slope of an activation is counted that the forward pass skips',
    'Either hand on the activation going forward, or leave its slope out going back.',
  ),
  'nearly-constant-slope': {
    title: 'The slopes that {layer} follows hardly differ: all lie between {least:3} and {most:3}.',
    means:
      'In a hidden layer, where the slope is nearly the same for every unit and every sample, the errors of the samples add up nearly as if the layer were straight: what only a bend could tell apart mostly cancels, and the rest may have the wrong sign. At the output it changes little but the pace.',
    tries: 'Apply the activation once, and take the derivative at the sum.',
  },

  // What the weights' and the biases' gradient is made of
  'weights-times-activation': wrong(
    'the forward pass hands on the sum, and the gradient of the weights is taken with the activation',
    'Multiply the weights of this layer with the activations of the one before.',
  ),
  'weights-times-sum': wrong(
    'the gradient of the weights is taken with the sums of the layer before instead of its activations',
    'Multiply the deltas with what the layer before handed on.',
  ),
  'weights-times-own-output': wrong(
    'the delta is multiplied with the unit’s own output instead of its input',
    'A weight’s gradient is the delta of the unit it leads to, times what comes in through it.',
  ),
  'weights-times-weight': wrong(
    'the delta is multiplied with the weight itself instead of the input',
    'A weight’s gradient is the delta of the unit it leads to, times what comes in through it.',
  ),
  'weights-times-nothing': wrong(
    'the gradient of a weight is the bare delta, without the input',
    'A weight’s gradient is the delta of the unit it leads to, times what comes in through it.',
  ),
  'biases-never-updated': wrong('the biases are never updated', 'A bias moves by its unit’s delta.'),
  'biases-summed-over-units': wrong(
    'the bias gradient is the sum over the units',
    'Each bias has the gradient of its own unit: sum over the samples, never over the units.',
  ),

  // What is passed back
  'passed-through-changed-weights': wrong(
    'the error is passed back through weights that this update has already changed',
    'Compute all deltas first, then change weights.',
  ),
  'output-slope-not-passed-back': wrong(
    'the error is passed back without the slope of the layer above',
    'Pass back the delta of the layer above, which has its slope in it, not the bare error.',
    'The layer above is right by itself; from here down each sample’s gradient is off by one factor, the slope that was left out.',
  ),
  'value-passed-back': wrong(
    'the outputs of the layer above are passed back instead of its deltas',
    'What a unit is told is the sum of the next layer’s deltas, each times its weight.',
  ),
  'targets-averaged': {
    title: 'Every output is pulled to the mean of all targets, {mean}.',
    means:
      'The errors are those of every output with every target: of N outputs and N targets N times N differences are made, as arrays of shape (N, 1) and (N) give when one is taken from the other.',
    tries: 'Give outputs and targets the same shape: one error a sample.',
    phrase: 'each output is held against all targets instead of its own',
  },
} as const satisfies Record<string, FindingWords>;
