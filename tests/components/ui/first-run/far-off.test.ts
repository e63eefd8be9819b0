import { expect, test } from 'vitest';
import { farOffChoices, farthestOff } from '../../../../components/ui/first-run/far-off.ts';
import { recountWords } from '../../../../src/words/recounts.ts';

const pair = (name: string, known: number, counted: number) => ({ name, known, counted });

test('the farthest of several shares is found and named, whichever way it went', () => {
  const farthest = farthestOff([pair('tanh', 0.99, 0.97), pair('ReLU', 0.71, 0.64), pair('ELU', 1, 1)]);
  expect(farthest).toMatchObject({ name: 'ReLU', points: 7, choice: 'off' });
  expect(recountWords.pair(farthest.name, farthest, 'before')).toBe(
    'ReLU: 71.0% before, 64.0% here, 7 points apart',
  );
  expect(recountWords.pair('tanh', farthestOff([pair('tanh', 0.98, 0.99)]), 'before')).toMatch(
    /, 1 point apart$/,
  );
});

test.each([
  [0.5, 'near'],
  [0.549, 'near'],
  [0.55, 'off'],
  [0.35, 'off'],
  [0.651, 'far'],
])('from a half to %d is a choice of its own', (counted, choice) => {
  expect(farthestOff([pair('one', 0.5, counted)]).choice).toBe(choice);
  expect(farOffChoices.map(({ id }) => id)).toContain(choice);
});
