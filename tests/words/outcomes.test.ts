import { expect, expectTypeOf, it } from 'vitest';
import type { Outcome } from '../../src/engine/index.ts';
import { type OutcomeSaid, outcomeOrder, outcomeWords } from '../../src/words/outcomes.ts';

it('has words for the outcomes that the engine judges, and no others', () => {
  expectTypeOf<OutcomeSaid>().toEqualTypeOf<Outcome>();
  expect(new Set(outcomeOrder.map(outcomeWords.label)).size).toBe(4);
});

it.each([
  [{ kind: 'solved' }, 'solved', 'Every output is on its target’s side'],
  [{ kind: 'constant', value: -0 }, '−0 for every input', 'One number for every input: −0'],
  [{ kind: 'partly', right: 1 }, '1 output right', '1 of 4 outputs on their target’s side'],
  [{ kind: 'diverged' }, 'not finite', 'It blew up: a number is no longer finite'],
] as const)('says %o in few words and in a sentence', (outcome, short, sentence) => {
  expect(outcomeWords.short(outcome)).toBe(short);
  expect(outcomeWords.sentence(outcome, { by: 'side', count: 4 })).toBe(sentence);
});

it('counts the runs that ended alike', () => {
  expect(outcomeWords.ending('partly', 1)).toBe('1 ends with some outputs wrong');
  expect(outcomeWords.ending('diverged', 1200)).toBe('1,200 end in infinity or NaN');
});

it('says when a run blew up', () => {
  expect(outcomeWords.blewUp(0)).toBe('A number was not finite from the start');
  expect(outcomeWords.blewUp(1500)).toBe('It blew up at update 1,500: a number was no longer finite');
});

it('counts samples where targets name classes, and no sides where all targets are the same', () => {
  const classes = { by: 'class', count: 150 } as const;
  expect(outcomeWords.sentence({ kind: 'partly', right: 132 }, classes)).toBe(
    '132 of 150 samples in their class',
  );
  expect(outcomeWords.sentence({ kind: 'solved' }, classes)).toBe('Every sample is in its class');
  expect(outcomeWords.short({ kind: 'partly', right: 1 }, 'class')).toBe('1 sample right');
  expect(outcomeWords.guess('solved', 'class')).toBe('It learns: every sample in its class');
  expect(outcomeWords.guess('diverged', 'class')).toBe(outcomeWords.guess('diverged'));
  expect(outcomeWords.sentence({ kind: 'solved' }, { by: 'nothing', count: 1 })).toMatch(/no side/);
});
