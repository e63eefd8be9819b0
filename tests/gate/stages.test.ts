import { expect, test } from 'vitest';
import { stages, steps } from './stages.ts';

test('each stage has its turn, once', () => {
  expect(steps.flat(2).sort()).toEqual(stages.map(({ name }) => name).sort());
});
