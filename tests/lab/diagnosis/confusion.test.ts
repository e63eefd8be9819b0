/** A small sample of what `npm run bench:diagnosis` measures in full. */
import { describe, expect, it } from 'vitest';
import { findingWords } from '../../../src/words/findings.ts';
import { spreadOf, whole } from '../../whole.ts';
import { confusionOf, engineTrials, reconstructionTrials, rightTrials, type Confusion } from './confusion.ts';

describe('the diagnosis', { timeout: 300_000 }, () => {
  const seen: Confusion[] = [];
  const look = (...trials: Parameters<typeof confusionOf>): Confusion => {
    const found = confusionOf(...trials);
    seen.push(found);
    return found;
  };

  it('names what is wrong with every network that somebody asked about', () => {
    expect(look(spreadOf(reconstructionTrials(), 16)).missed).toEqual([]);
  });

  it('says two things at once only when both are so', () => {
    const [{ shownBy }] = seen as [Confusion];
    const shownIn = (code: string): string[] => shownBy.get(code) ?? [];
    const denied =
      /^(slope|weights-times|biases-|ascent|gradient-unknown|gradient-wrong|not-a-gradient|never-moves)/;
    const right = shownIn('gradient-right');
    expect(right.length).toBeGreaterThan(0);
    for (const [code, names] of shownBy)
      if (denied.test(code)) expect([code, names.filter((name) => right.includes(name))]).toEqual([code, []]);
    expect(shownIn('stalled').filter((name) => shownIn('on-its-way').includes(name))).toEqual([]);
  });

  it('names each fault of the engine that changes a parameter within the first epoch', () => {
    const { programs, missed } = look(engineTrials(1));
    expect(programs).toBeGreaterThanOrEqual(8);
    expect(missed).toEqual([]);
  });

  it('sees no problem in right networks of many kinds', () => {
    const { rightNetworks, falseProblems } = look(rightTrials(8, 1_001));
    expect(rightNetworks).toBe(8);
    expect(falseProblems).toEqual([]);
  });

  it.runIf(whole)('has no code that no program shows', () => {
    const shown = new Set<string>([...seen.flatMap(({ shownBy }) => [...shownBy.keys()])]);
    expect(Object.keys(findingWords).filter((code) => !shown.has(code))).toEqual([]);
  });
});
