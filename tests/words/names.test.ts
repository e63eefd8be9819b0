import { expect, it } from 'vitest';
import { nameInSentence } from '../../src/words/names.ts';
import { nameInSentence as inGerman } from '../fixture/content/de/words/names.ts';

it('begins a name small within a sentence, and leaves an abbreviation', () => {
  const names = ['Learning rate', 'A rate', 'Leaky ReLU', 'ReLU at the output', 'XOR', 'L2 penalty', 'Größe'];
  expect(names.map(nameInSentence)).toEqual([
    'learning rate',
    'a rate',
    'leaky ReLU',
    'ReLU at the output',
    'XOR',
    'L2 penalty',
    'größe',
  ]);
});

it('is left as it stands by a language whose nouns keep their capitals', () => {
  expect(inGerman('Größe des Schritts')).toBe('Größe des Schritts');
});
