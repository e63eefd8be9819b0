/** Steps that are too long, and the scales that make them so. */
import type { FindingWords } from './finding-words.ts';

export const stepWords = {
  'step-raises-error': {
    title: 'The next update makes the error larger.',
    means:
      'The [[?crossEntropy:cross-entropy]][[!crossEntropy:squared error]][[?someSamples: of its samples]] goes from {before} to {after}.[[?limit: Where it stands the gradient changes so fast that only a learning rate below {limit:2} can settle there, and this one is {rate}.]]',
    tries:
      'If the gradient is right, the step is too long for the curvature here: take a smaller learning rate, or scale the inputs.',
  },
  'rate-above-curvature': {
    title: 'The learning rate is larger than the curvature allows.',
    means:
      'Where it stands the gradient changes so fast that only a learning rate below {limit:2} can settle there, and this one is {rate}. Beyond it a step along the direction that bends most leaves a larger error than it found.',
    tries: 'Take a smaller learning rate, or scale the inputs.',
  },
  'step-silences-output': {
    title: 'One update on {samples} is so long that the output goes silent there.',
    means:
      'A step that meant to correct the output threw its sum below zero, where ReLU has no slope to come back by.',
    tries: 'Take smaller steps.',
  },
  'step-overshoots': {
    title: 'One update on {samples} overshoots: the error there changes sign and grows.',
    means: 'Such a step is mostly more than twice as long as it should be.',
    tries: 'Take a smaller learning rate.',
  },
  'large-inputs': {
    title: 'The inputs are large: their squares [[?several:add up]][[!several:come]] to {size:2}.',
    means:
      'Where no unit is saturated, the curvature of the loss grows with that number; with slopes near 1 the largest stable learning rate is of the order of 1 divided by it, {limit:2}. Sigmoid and tanh units are driven to the flat ends of their curves instead.',
    tries: 'Scale the inputs down[[?summed:, and take the mean over the samples, not the sum]].',
  },
  'weight-decay': {
    title: 'Every update also [[?grows:enlarges]][[!grows:shrinks]] the weights: weight decay {decay:2}.',
    means:
      'It [[?grows:drives them away from]][[!grows:pulls them towards]] zero[[?share:, {share:2} times as hard as the loss moves them]], so they come to rest where the two are equal, if anywhere, and not where the loss is least.',
    tries:
      '[[?grows:Turn its sign round.]][[!grows:If the error stays large, take a smaller decay, or divide it by the number of samples as the loss is.]]',
  },
  'weight-decay-unfelt': {
    title: 'Every update also shrinks the weights: weight decay {decay:2}.',
    means:
      'The gradient of the loss is {times:2} times as strong here, so nobody sees it. On data of another size it may be felt.',
  },
  'decay-diverges': {
    title: 'The weight decay alone blows the weights up.',
    means:
      'With learning rate {rate} and decay {decay} an update multiplies each weight by 1 − rate × decay = {factor}: larger than 1 in size, so weights grow and change their sign at every step whatever the data.',
    tries: 'Make rate times decay far smaller than 1.',
  },
} as const satisfies Record<string, FindingWords>;
