import { describe, expect, it } from 'vitest';
import { fractionText } from '../../../../components/exhibits/fixed-point/fraction.ts';
import {
  createFixedPoint,
  formula,
  printedConstant,
  readLearningRate,
} from '../../../../components/exhibits/fixed-point/model.ts';
import { polynomialText } from '../../../../components/exhibits/fixed-point/polynomial.ts';

// Derived by hand from b <- r b + eta t over one cycle.
const sixOrders: [targets: number[], constant: (r: number) => number, text: string][] = [
  [[0, 1, 1, 0], (r) => r / (1 + r * r), 'r / 1 + r²'],
  [[1, 0, 0, 1], (r) => (1 - r + r * r) / (1 + r * r), '1 − r + r² / 1 + r²'],
  [[0, 0, 1, 1], (r) => 1 / (1 + r * r), '1 / 1 + r²'],
  [[1, 1, 0, 0], (r) => (r * r) / (1 + r * r), 'r² / 1 + r²'],
  [[0, 1, 0, 1], (r) => 1 / (1 + r), '1 / 1 + r'],
  [[1, 0, 1, 0], (r) => r / (1 + r), 'r / 1 + r'],
];

describe('the constant of a silent network', () => {
  it.each(sixOrders)('for targets %j is the formula derived by hand', (targets, constant, text) => {
    const { numerator, denominator } = formula(targets);
    expect(`${polynomialText(numerator)} / ${polynomialText(denominator)}`).toBe(text);
    for (const rate of [0.01, 0.1, 0.2, 0.3, 0.5, 0.9, 1.3, 1.9]) {
      expect(printedConstant(targets, rate)).toBeCloseTo(constant(1 - rate), 13);
    }
  });

  it.each([
    [0.1, '90/181'],
    [0.2, '20/41'],
    [0.3, '70/149'],
    [0.5, '2/5'],
  ])('at a learning rate of %s is %s', (learningRate, exact) => {
    const model = createFixedPoint({ learningRate });
    expect(fractionText(model.exactCycle![0]!)).toBe(exact);
    const [numerator, denominator] = exact.split('/').map(Number) as [number, number];
    expect(model.cycle[0]).toBeCloseTo(numerator / denominator, 15);
  });

  it('passes through 20/41, 16/41, 21/41 and 25/41', () => {
    const model = createFixedPoint();
    expect(model.exactCycle!.map(fractionText)).toEqual(['20/41', '16/41', '21/41', '25/41']);
  });

  it('is reached by doing the updates, whatever the targets, the rate and the start', () => {
    for (const targets of [[0, 1, 1, 0], [3], [2, -1.5, 0.25], [0, 1, 1, 0, 1]]) {
      for (const learningRate of [0.2, 0.7, 1, 1.6]) {
        for (const start of [-2, 0, 5]) {
          const model = createFixedPoint({ targets, learningRate, start });
          model.step(targets.length * 200);
          expect(model.history.at(-1)).toBeCloseTo(model.cycle[0]!, 12);
        }
      }
    }
  });

  it('is in doubles 0.48780487804878037 from below and 0.4878048780487805 from above', () => {
    const [below, above] = [createFixedPoint({ start: 0 }), createFixedPoint({ start: 1 })];
    below.step(4000);
    above.step(4000);
    expect(below.history.at(-1)).toBe(0.48780487804878037);
    expect(above.history.at(-1)).toBe(0.4878048780487805);
  });

  it('has a closed form for every update on the way', () => {
    const model = createFixedPoint({ targets: [0, 1, 1, 0, 2], learningRate: 0.35, start: -1 });
    model.step(60);
    model.history.forEach((bias, updates) => expect(model.closedForm(updates)).toBeCloseTo(bias, 12));
  });

  it('is an exact fraction only where the learning rate is a short decimal', () => {
    expect(createFixedPoint({ learningRate: 1 / 3 }).exactCycle).toBeUndefined();
    expect(
      createFixedPoint({ targets: [0.5, 0.1], learningRate: 0.5 }).exactCycle!.map(fractionText),
    ).toEqual(['7/30', '11/30']);
  });

  it('says when the cycle does not settle', () => {
    expect(createFixedPoint({ learningRate: 1.99 }).longRun.kind).toBe('settles');
    expect(createFixedPoint({ learningRate: 2 }).longRun.kind).toBe('keeps');
    expect(createFixedPoint({ learningRate: 2.5 }).longRun.kind).toBe('diverges');
    expect(printedConstant([0, 1, 0, 1], 2)).toBe(Infinity);
  });

  it('refuses what is no number, with the value and what was expected', () => {
    expect(() => createFixedPoint({ targets: [] })).toThrow('expected at least one finite number');
    expect(() => createFixedPoint({ targets: [0, NaN] })).toThrow('[0, NaN]');
    expect(() => createFixedPoint({ learningRate: 0 })).toThrow(
      'learningRate is 0; expected a positive number',
    );
    expect(() => createFixedPoint({ start: Infinity })).toThrow('start is Infinity');
  });
});

describe('reading the learning rate off the constant', () => {
  it('finds 0.2 in the number that was printed', () => {
    const reading = readLearningRate([0, 1, 1, 0], 0.48780487804878037);
    expect(reading.kind).toBe('rates');
    if (reading.kind === 'rates') {
      expect(reading.rates).toHaveLength(1);
      expect(reading.rates[0]).toBeCloseTo(0.2, 9);
    }
  });

  it('inverts the formula for every order and rate', () => {
    for (const [targets] of sixOrders) {
      for (const rate of [0.05, 0.2, 0.8, 1.5]) {
        const reading = readLearningRate(targets, printedConstant(targets, rate));
        expect(reading.kind === 'rates' && reading.rates.some((found) => Math.abs(found - rate) < 1e-6)).toBe(
          true,
        );
      }
    }
  });

  it('gives both rates where two print the same constant', () => {
    // r²/(1 + r + r² + r³ + r⁴) = 1/(w² + w - 1) with w = r + 1/r, so that w and -1 - w give the same constant.
    const reading = readLearningRate([0, 0, 1, 0, 0], printedConstant([0, 0, 1, 0, 0], 0.4));
    const w = -1 - (0.6 + 1 / 0.6);
    const r = (w + Math.sqrt(w * w - 4)) / 2;
    if (reading.kind !== 'rates') throw new Error('expected rates');
    expect(reading.rates).toHaveLength(2);
    expect(reading.rates[0]).toBeCloseTo(0.4, 9);
    expect(reading.rates[1]).toBeCloseTo(1 - r, 9);
  });

  it('says that one half is the limit of a vanishing rate', () => {
    expect(readLearningRate([0, 1, 1, 0], 0.5).kind).toBe('limit');
  });

  it('says which constants can be printed where none of the rates fits', () => {
    const reading = readLearningRate([0, 1, 1, 0], 0.7);
    if (reading.kind !== 'none') throw new Error('expected none');
    expect(reading.high).toBeCloseTo(0.5, 3);
    expect(reading.low).toBeCloseTo(-0.5, 3);
  });

  it('says that any rate prints the targets where they are alike', () => {
    expect(readLearningRate([2, 2], 2).kind).toBe('any');
    expect(readLearningRate([2, 2], 1).kind).toBe('none');
  });
});
