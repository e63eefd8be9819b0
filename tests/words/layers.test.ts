import { expect, it } from 'vitest';
import { layerWords } from '../../src/words/layers.ts';

it('counts hidden layers from one where there are several', () => {
  expect([0, 1].map((layer) => layerWords.name(layer, 2))).toEqual(['Hidden layer', 'Output layer']);
  expect([0, 1, 2].map((layer) => layerWords.inSentence(layer, 3))).toEqual([
    'hidden layer 1',
    'hidden layer 2',
    'the output layer',
  ]);
});

it('says where in a network of three layers', () => {
  const places = [[0, 1, 2], [2], [0, 1], [1, 2]].map((layers) => layerWords.places(layers, 3));
  expect(places).toEqual([
    'in every layer',
    'in the output layer',
    'in the hidden layers',
    'in the output layer and before it',
  ]);
});
