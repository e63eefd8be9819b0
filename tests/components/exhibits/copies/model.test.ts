import { describe, expect, it } from 'vitest';
import { createCopies } from '../../../../components/exhibits/copies/model.ts';
import { copiesWords } from '../../../../components/exhibits/copies/words.ts';

const options = { start: 0.5, apart: 0, learningRate: 0.1, epochs: 4000, seed: 1 };

describe('hidden units that start alike', () => {
  it('stay equal to the last bit, and move', () => {
    const model = createCopies(options);
    for (const { weights, difference } of model.frames) {
      expect(difference).toBe(0);
      expect(new Set(weights).size).toBe(1);
    }
    expect(model.frames.at(-1)!.weights[0]).not.toBe(0.5);
    expect(model.isLearned).toBe(false);
    expect(copiesWords.finding(model)).toContain('to the last bit');
  });

  it('do not move at all from zero, where the output goes round its cycle r/(1 + r²)', () => {
    const model = createCopies({ ...options, start: 0 });
    for (const { weights } of model.frames) expect(weights).toEqual([0, 0, 0, 0]);
    for (const output of model.outputs) expect(output).toBeCloseTo(0.9 / (1 + 0.9 ** 2), 12);
    expect(copiesWords.finding(model)).toContain('No weight of the hidden units has moved');
  });

  it('part where they differ by enough, and XOR is learned', () => {
    const model = createCopies({ ...options, apart: 0.1 });
    expect(model.frames.at(-1)!.difference).toBeGreaterThan(model.frames[0]!.difference);
    expect(model.isLearned).toBe(true);
    expect(copiesWords.finding(model)).toContain('drifted apart');
  });

  it('say that they have run away where a step is too long, and print no NaN as a result', () => {
    const model = createCopies({ ...options, start: 1, apart: 1, learningRate: 0.5 });
    expect(model.outputs).toEqual([NaN, NaN, NaN, NaN]);
    expect(copiesWords.finding(model)).toMatch(
      /^The steps are too long .* by epoch [\d,]+ they have run away/,
    );
    expect(copiesWords.answers(model)).toBe('There are no answers: each is NaN, “not a number”.');
  });

  it('start no further apart than was asked for', () => {
    const [first] = createCopies({ ...options, apart: 1e-6 }).frames;
    expect(first!.difference).toBeGreaterThan(0);
    expect(first!.difference).toBeLessThanOrEqual(2e-6);
  });
});
