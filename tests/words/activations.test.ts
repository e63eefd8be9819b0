import { expect, expectTypeOf, it } from 'vitest';
import type { ActivationName } from '../../src/engine/index.ts';
import { type ActivationSaid, activationWords } from '../../src/words/activations.ts';

it('has words for the activations of the engine, and no others', () => {
  expectTypeOf<ActivationSaid>().toEqualTypeOf<ActivationName>();
});

it('begins a word small within a sentence and leaves an abbreviation', () => {
  const names = ['sigmoid', 'leakyRelu', 'relu', 'elu', 'silu', 'tanh'] as const;
  expect(names.map((name) => activationWords.inSentence(name))).toEqual([
    'sigmoid',
    'leaky ReLU',
    'ReLU',
    'ELU',
    'SiLU',
    'tanh',
  ]);
});

it('tells the slope of leaky ReLU where it is given', () => {
  expect(activationWords.name('leakyRelu', 0.1)).toBe('Leaky ReLU, slope 0.1');
  expect(activationWords.inSentence('leakyRelu', 0.01)).toBe('leaky ReLU, slope 0.01');
  expect(activationWords.formula('leakyRelu', 0.1)).toBe('z, below 0 only 0.1 z');
});
