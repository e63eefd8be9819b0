import { z } from 'zod';
import { choice, exhibitId, figureParts, number, text, wholeNumber } from '../../../src/book/tag-fields.ts';
import { stackActivations } from './model.ts';

export const props = z
  .strictObject({
    id: exhibitId(),
    activation: choice('The activation of every layer.', stackActivations).default('tanh'),
    weights: number('The standard deviation of a weight, times the root of the number of inputs.', {
      least: 0.1,
      most: 10,
    }).default(0.5),
    inputs: number('The standard deviation of the inputs.', { least: 0.01, most: 1000 }).default(1),
    depth: wholeNumber('The number of layers.', { least: 1, most: 20 }).default(10),
    seed: wholeNumber('The seed.', { least: 0, most: 4294967295 }).default(1),
    caption: text('How the pictures are read.').default(
      'Stacks of equal layers, 16 units each, biases 0, before any training. Above: how much the activations of a layer ' +
        'differ from sample to sample, and how strongly the output hangs on the layer. Below: what becomes of the signal at the top ' +
        'of stacks of every depth, with weights of every size; the cross is the stack above.',
    ),
  })
  .describe('What becomes of a signal in a stack of layers: size of weights, size of inputs and depth.')
  .register(figureParts, {
    names: ['fine-signal', 'signal', 'what-comes-back', 'fine', 'vanished', 'dead', 'saturated', 'too-large'],
  });
