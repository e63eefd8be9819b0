import { expect, it } from 'vitest';
import { nameInSentence } from '../../../components/ui/name-in-sentence.ts';

it('begins a word small and leaves an abbreviation', () => {
  expect(['Sigmoid', 'Leaky ReLU, 0.01', 'ReLU', 'ELU', 'SiLU', 'tanh'].map(nameInSentence)).toEqual([
    'sigmoid',
    'leaky ReLU, 0.01',
    'ReLU',
    'ELU',
    'SiLU',
    'tanh',
  ]);
});
