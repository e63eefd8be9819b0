/** What the network does going forward. */
import type { FindingWords } from './finding-words.ts';

export const forwardPassWords = {
  'sum-handed-on': {
    title: '{Layer} computes its activation and hands on the sum before it.',
    means: 'Going forward the activation is skipped, so layers on both sides of it act as one linear layer.',
    tries: 'Multiply the next weights with the activations.',
    phrase: 'the activation is skipped',
  },
  'activation-twice': {
    title: 'The output is not the activation of the output layer: it goes through it twice.',
    means: 'Left of zero its slope is {twice}, not {once}.',
    tries: 'Apply the activation once, in one place.',
  },
  'smooth-activation-twice': {
    title: 'The output is not the activation of the output layer: it goes through it twice.',
    means: 'What comes out is f(f(z)), which reaches less far than f(z).',
    tries: 'Apply the activation once, in one place.',
  },
  'hidden-activation-twice': {
    title: '{Layer} hands on its activation after putting it through the activation once more.',
    means: 'What the next layer is given is f(f(z)), and what the layer shows is f(z).',
    tries: 'Apply the activation once, in one place.',
  },
  'output-not-shown': {
    title: 'The output is not the activation of the output layer.',
    means: '`predict` does something more to it than `layers` shows.',
  },
  'nothing-bends': {
    title: 'Nothing bends: the hidden layers are straight on all samples.',
    means:
      'Each hidden unit is a plane in the inputs[[?oneSide: here, on one side of its kink on every sample]], so the output’s sums lie on a plane too[[?best:, and with them the outputs. The best plane there is has a mean squared error of {best:3}; this one has {present:3}]].',
    tries: '[[!oneSide:Put an activation that bends, such as tanh or a leaky ReLU, between the layers.]]',
  },
  'output-fixed': {
    title: 'The output is {value} whatever the network computes.',
    means:
      '[[?softmax:A softmax divides by the sum over its units. With a single unit that is exp(z)/exp(z), which is 1. ]]No parameter can change it, so nothing can be learned.',
    tries:
      '[[?softmax:Use a sigmoid for one output, or give each class a unit.]][[!softmax:Look at the last lines of `predict`.]]',
  },
  'outputs-mix-samples': {
    title: 'The output of one sample changes when another sample does.',
    means:
      'With the inputs of another sample moved, the outputs move by {moved:2}[[?overSamples:. Over the samples each output adds up to {overSamples:3}, and over the outputs of one sample the sum is {overOutputs:3}]].',
    tries:
      '[[?overSamples:Sum along the outputs of one sample, never along the samples.]][[!overSamples:Look at what `predict` computes from all samples together.]]',
  },
} as const satisfies Record<string, FindingWords>;
