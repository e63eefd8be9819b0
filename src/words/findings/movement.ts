/** Parameters that do not move, or not as steps. */
import type { FindingWords } from './finding-words.ts';

export const movementWords = {
  'rate-is-zero': {
    title: 'The learning rate is 0.',
    means: 'No update moves anything.',
    tries: 'Set it, and look whether a division of whole numbers made it 0.',
  },
  'never-moves': {
    title: '{Parameters} never {parameters|moves|move}.',
    means:
      'Predictions depend on {count:whole} {count|number|numbers} there that no update of an epoch changes[[?zeroGradient:; their gradient is 0 on every sample here]].',
    tries:
      '[[!zeroGradient:Look for the line of the update that should change them.]][[?zeroGradient:Look at the start: weights that are all 0, or units that are silent.]]',
  },
  'integer-storage': {
    title: '{Parameters} {parameters|is an array|are arrays} of whole numbers.',
    means:
      'What is written there is cut to a whole number: any step shorter than 1 is lost, or made a whole one.',
    tries: 'Use an ordinary list, or a `Float64Array`.',
  },
  'cut-to-whole': {
    title: 'Every update cuts {parameters} to whole numbers[[?inLayer: in {layer}]].',
    means:
      'Whatever stood there before, a whole number stands there afterwards: any step shorter than 1 is lost, or made a whole one.',
    tries:
      'Look for a `| 0`, a rounding or an integer division in the line of the update, and keep what is written there as it is.',
  },
  overwritten: {
    title: '{Parameters} {parameters|is|are} set anew by every update instead of moved.',
    means:
      'What stands there after an update does not depend on what stood there before: every update forgets all earlier ones.',
    tries: 'Add the step to the number, `+=` in place of `=`, and draw first weights once.',
  },
  'weights-of-two-numbers': {
    title: 'Each weight is the sum of two numbers, and both are trained.',
    means:
      'The weight moves twice as far as the learning rate says, and the second number, where it was meant as a bias, is none: it is multiplied with an input.',
    tries: 'Give each unit one bias, added to its sum.',
  },
} as const satisfies Record<string, FindingWords>;
