import { describe, expect, it } from 'vitest';
import {
  createWrongUpdates,
  samples,
  trueGradient,
  type UpdatePicture,
  type UpdateRule,
} from '../../../../components/exhibits/wrong-updates/model.ts';
import { wrongUpdatesWords } from '../../../../components/exhibits/wrong-updates/words.ts';

const options = { update: 2, learningRate: 0.5, seed: 1 };
const at = (rule: UpdateRule, settings = options): UpdatePicture =>
  createWrongUpdates(settings).find((picture) => picture.rule === rule)!;

describe('wrong updates', () => {
  it('take as due what central differences of the loss say', () => {
    const parameters = {
      W: [
        [0.3, -0.8],
        [0.5, 0.1],
        [-0.4, 0.9],
        [0.7, 0.2],
      ],
      b: [0.1, -0.2, 0.3, 0],
      v: [0.6, -0.5, 0.4, -0.3],
      c: 0.2,
    };
    const loss = (of: typeof parameters, [x, target]: (typeof samples)[number]) => {
      const z = of.W.reduce(
        (sum, [w1, w2], unit) => sum + of.v[unit]! * Math.tanh(of.b[unit]! + w1! * x[0] + w2! * x[1]),
        of.c,
      );
      return (1 / (1 + Math.exp(-z)) - target) ** 2 / 2;
    };
    for (const sample of samples) {
      const gradient = trueGradient(parameters, sample);
      const slopeAlong = (move: (of: typeof parameters, by: number) => void) => {
        const [up, down] = [structuredClone(parameters), structuredClone(parameters)];
        move(up, 1e-5);
        move(down, -1e-5);
        return (loss(up, sample) - loss(down, sample)) / 2e-5;
      };
      for (let unit = 0; unit < 4; unit++) {
        expect(gradient.W[unit]![1]).toBeCloseTo(
          slopeAlong((of, by) => (of.W[unit]![1]! += by)),
          8,
        );
        expect(gradient.b[unit]).toBeCloseTo(
          slopeAlong((of, by) => (of.b[unit]! += by)),
          8,
        );
        expect(gradient.v[unit]).toBeCloseTo(
          slopeAlong((of, by) => (of.v[unit]! += by)),
          8,
        );
      }
      expect(gradient.c).toBeCloseTo(
        slopeAlong((of, by) => (of.c += by)),
        8,
      );
    }
  });

  it('leave nothing to tell in the right one, at any update', () => {
    for (const update of [1, 2, 7, 40]) expect(at('right', { ...options, update }).differing).toBe(0);
  });

  it('turn every step round when they go uphill', () => {
    for (const { due, made } of at('uphill').steps) expect(made).toBeCloseTo(-due, 12);
  });

  it('move a weight from an input of 0 where the input is left out, and biases rightly', () => {
    const { steps } = at('no-input');
    for (const { kind, input, layer, due, made } of steps) {
      if (kind === 'bias') expect(made).toBeCloseTo(due, 12);
      if (layer === 'hidden' && input === 2) {
        expect(due).toBeCloseTo(0, 15);
        expect(made).not.toBe(0);
      }
    }
  });

  it('are off by 1/(y(1 − y)) below, and right above, where the output’s slope is left out', () => {
    const { steps } = at('output-slope-left-out-below');
    const ratios = steps
      .filter(({ layer, due }) => layer === 'hidden' && due !== 0)
      .map(({ due, made }) => made / due);
    for (const ratio of ratios) {
      expect(ratio).toBeCloseTo(ratios[0]!, 9);
      expect(ratio).toBeGreaterThanOrEqual(4);
    }
    for (const { layer, due, made } of steps) if (layer === 'output') expect(made).toBeCloseTo(due, 12);
  });

  it('are right in the first update, and wrong from the second on, where nothing is reset', () => {
    expect(at('never-reset', { ...options, update: 1 }).differing).toBe(0);
    expect(at('never-reset').differing).toBeGreaterThan(0);
  });

  it('come nearer to the right one at a lower rate where the new weights are used', () => {
    const off = (learningRate: number) => {
      const { steps } = at('new-weights', { ...options, learningRate });
      const largest = Math.max(...steps.map(({ due }) => Math.abs(due)));
      return Math.max(...steps.map(({ due, made }) => Math.abs(made - due))) / largest;
    };
    expect(off(0.05)).toBeLessThan(off(0.5) / 5);
  });

  it('do not move whole numbers by less than 1, and leave NaN without a rate', () => {
    for (const { made } of at('whole-numbers').steps) expect(Math.abs(made)).toBe(0);
    for (const { made } of at('rate-undefined').steps) expect(made).toBeNaN();
  });

  it('are counted in the finding', () => {
    expect(wrongUpdatesWords.finding(createWrongUpdates(options), 2)).toMatch(
      /^On update 2, sample 10, 11 of the 11 wrong rules/,
    );
  });
});
