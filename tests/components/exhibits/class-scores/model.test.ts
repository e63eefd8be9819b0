import { describe, expect, it } from 'vitest';
import { createClassScores, scoreKinds } from '../../../../components/exhibits/class-scores/model.ts';
import { props } from '../../../../components/exhibits/class-scores/props.ts';
import { classScoresWords } from '../../../../components/exhibits/class-scores/words.ts';

const at = (scores: number[], kind: (typeof scoreKinds)[number] = 'once', target = 0) =>
  createClassScores({ scores, target, kind });

describe('scores of three classes', () => {
  it('become shares that add up to 1, and a loss of ln 3 where they are equal', () => {
    const { probabilities, total, loss, chanceLoss } = at([7, 7, 7]);
    for (const p of probabilities) expect(p).toBeCloseTo(1 / 3, 14);
    expect(total).toBeCloseTo(1, 14);
    expect(loss).toBeCloseTo(Math.log(3), 14);
    expect(chanceLoss).toBeCloseTo(Math.log(3), 14);
  });

  it('do not care for what is added to all of them, also where an exponential would overflow', () => {
    const here = at([2, 0.5, -1]);
    const there = at([802, 800.5, 799]);
    here.probabilities.forEach((p, c) => expect(there.probabilities[c]).toBeCloseTo(p, 12));
    expect(there.loss).toBeCloseTo(here.loss, 12);
  });

  it.each(scoreKinds)('send back what central differences of the loss say: %s', (kind) => {
    const scores = [1.2, -0.3, 0.4];
    const { back } = at(scores, kind, 1);
    scores.forEach((_, c) => {
      const moved = (by: number) =>
        at(
          scores.map((score, other) => score + (other === c ? by : 0)),
          kind,
          1,
        ).loss;
      expect(back[c]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 8);
    });
  });

  it('have a floor of ln(e + 2) − 1 when they go through two softmaxes', () => {
    const floor = Math.log(Math.E + 2) - 1;
    const best = at([40, -40, -40], 'twice');
    expect(best.leastLoss).toBeCloseTo(floor, 14);
    expect(best.loss).toBeCloseTo(floor, 12);
    for (const scores of [
      [3, 1, 0],
      [-4, 2, 8],
      [0.1, 0, 0],
    ])
      expect(at(scores, 'twice').loss).toBeGreaterThan(floor);
    expect(classScoresWords.finding({ scores: [40, -40, -40], target: 0, kind: 'twice' }, best)).toContain(
      'can never be below 0.5514',
    );
  });

  it('are three questions of their own with three sigmoids', () => {
    const { probabilities, loss } = at([0, 0, 0], 'apart');
    expect(probabilities).toEqual([0.5, 0.5, 0.5]);
    expect(loss).toBeCloseTo(3 * Math.LN2, 14);
  });

  it('are three finite numbers', () => {
    expect(() => at([1, 2])).toThrow('expected three finite numbers');
    expect(props.parse({})).toMatchObject({ scores: [2, 0.5, -1], target: 1, kind: 'once' });
  });
});
