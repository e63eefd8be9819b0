import { describe, expect, it } from 'vitest';
import { ExpressionError, readFormula } from '../../../../components/exhibits/derivatives/expression.ts';
import { explorerWords } from '../../../../components/exhibits/derivatives/explorer-words.ts';

describe('a formula', () => {
  it.each<[text: string, x: number, value: number]>([
    ['1 + 2 * 3', 0, 7],
    ['2 ** 3 ** 2', 0, 512],
    ['-x ** 2', 3, -9],
    ['2 ** -1', 0, 0.5],
    ['8 / 4 / 2', 0, 1],
    ['1 - 2 - 3', 0, -4],
    ['x > 0 ? x : 0.01 * x', -2, -0.02],
    ['x > 1 ? 3 : x > 0 ? 2 : 1', 0.5, 2],
    ['x >= 0', 0, 1],
    ['(x > 0) * x', 2, 2],
    ['x > 0 && x < 1 || x == 5', 5, 1],
    ['!x', 0, 1],
    ['Math.max(0, x, 2)', 1, 2],
    ['np.exp(x)', 1, Math.E],
    ['x => 1 / (1 + exp(-x));', 0, 0.5],
    ['(z) => z * PI', 1, Math.PI],
    ['a * (1 - a)', 0.25, 0.1875],
    ['1e-3 + .5', 0, 0.501],
    ['pow(x, 3)', 2, 8],
  ])('%s at %d is %d', (text, x, value) => {
    expect(readFormula(text)(x)).toBeCloseTo(value, 14);
  });

  it('agrees with JavaScript where JavaScript reads it', () => {
    const formulas: [text: string, same: (x: number) => number][] = [
      ['x / (1 + exp(-x)) - 0.5 * x ** 2', (x) => x / (1 + Math.exp(-x)) - 0.5 * x ** 2],
      ['x < 0 ? exp(x) - 1 : x', (x) => (x < 0 ? Math.exp(x) - 1 : x)],
      [
        'abs(sign(x) * min(x, 1)) + log1p(x * x)',
        (x) => Math.abs(Math.sign(x) * Math.min(x, 1)) + Math.log1p(x * x),
      ],
    ];
    for (const [text, same] of formulas) {
      const formula = readFormula(text);
      for (const x of [-3, -0.5, 0, 0.1, 2.75]) expect(formula(x)).toBe(same(x));
    }
  });

  it.each<[text: string, message: string, at: number]>([
    ['x ^ 2', 'for a power, write **', 2],
    ['2 x', 'one thing too many', 2],
    ['1 +', 'ends too early', 3],
    ['', 'ends too early', 0],
    ['(x', 'Expected “)”, found the end', 2],
    ['relu(x)', '“relu” is not known here', 0],
    ['fetch(1)', 'is not known here', 0],
    ['constructor', 'is not known here', 0],
    ['Math.constructor(x)', 'is not known here', 0],
    ['exp(x, 2)', 'takes one argument', 0],
    ['x ? 1', 'Expected “:”', 5],
    ['x = 1', 'cannot be read here', 2],
  ])('%j is refused with a reason and a place', (text, message, at) => {
    try {
      readFormula(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(explorerWords.problem((error as ExpressionError).problem, at)).toContain(message);
      expect((error as ExpressionError).at).toBe(at);
      return;
    }
    throw new Error('expected it to be refused');
  });
});
