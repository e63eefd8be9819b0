import { expect, it } from 'vitest';
import { createShapeTrace } from '../../../../components/exhibits/shape-trace/model.ts';
import { shapeWords } from '../../../../components/exhibits/shape-trace/words.ts';

const said = (batch: 1 | 2 | 4, sumOver: 'samples' | 'everything', steps: number) => {
  const model = createShapeTrace({ batch, sumOver });
  model.step(steps);
  return shapeWords.update(model.biasUpdate, model.trace);
};

it('tells units that are off from units without an error, where no gradient comes back', () => {
  expect(said(4, 'everything', 2)).toContain('Every unit is off');
  // The one sample is learned to the last bit, and two of its units are on.
  expect(said(1, 'samples', 60)).toContain('No error comes back');
  // One unit is on, for the one sample that is learned.
  expect(said(4, 'samples', 140)).toContain('No error comes back');
  expect(said(4, 'samples', 20)).toContain('one number for each bias');
});
