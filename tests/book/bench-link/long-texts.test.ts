import { expect, it } from 'vitest';
import { longTextsIn, writeLongTexts } from '../../../src/book/bench-link/long-texts.ts';
import { seal } from '../../../src/book/bench-link/sealed.ts';

it('brings texts by their names', async () => {
  const program = 'export const learningRate = 0.1;\n'.repeat(500);
  const hash = await writeLongTexts(new Map([['code', program]]));
  expect(hash.length).toBeLessThan(500);
  expect(await longTextsIn(`#${hash}`)).toEqual({ kind: 'read', texts: [['code', program]] });
});

it('takes nothing but texts, says so of a link that is not whole, and leaves other addresses alone', async () => {
  expect(await longTextsIn(await seal('set', { code: 1, rate: 'fast', more: ['x'] }))).toEqual({
    kind: 'read',
    texts: [['rate', 'fast']],
  });
  expect(await longTextsIn(await seal('set', null))).toEqual({ kind: 'read', texts: [] });
  expect(await longTextsIn('#set=1.x.y')).toMatchObject({ kind: 'failed' });
  expect(await longTextsIn('#the-symptom')).toEqual({ kind: 'none' });
});
