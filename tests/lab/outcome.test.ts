import { describe, expect, it } from 'vitest';
import { middles, outcomeOf } from '../../src/lab/outcome.ts';

const xor = [[0], [1], [1], [0]];

describe('the outcome of a run', () => {
  it.each([
    ['every output on its side', [[0.49], [0.51], [9], [-3]], { kind: 'solved' }],
    ['an output exactly on the middle is on no side', [[0.5], [1], [1], [0]], { kind: 'partly', right: 3 }],
    ['three of four', [[0.1], [0.9], [0.4], [0.1]], { kind: 'partly', right: 3 }],
    ['less than 1e-6 apart', [[0.4], [0.4], [0.4000009], [0.4]], { kind: 'constant', value: 0.4 }],
    ['1e-6 apart and more', [[0.4], [0.4], [0.400002], [0.4]], { kind: 'partly', right: 2 }],
    ['a constant of minus zero', [[-0], [-0], [-0], [-0]], { kind: 'constant', value: -0 }],
    ['not a number', [[NaN], [1], [1], [0]], { kind: 'diverged' }],
    ['infinite', [[0], [Infinity], [1], [0]], { kind: 'diverged' }],
  ])('%s', (_, outputs, outcome) => {
    expect(outcomeOf(outputs, xor)).toEqual(outcome);
  });

  it('is diverged when a parameter is not finite, whatever the outputs', () => {
    expect(outcomeOf(xor, xor, false)).toEqual({ kind: 'diverged' });
  });

  it('takes the middle of each output’s own targets', () => {
    const targets = [
      [0, 10],
      [1, 30],
    ];
    expect(middles(targets)).toEqual([0.5, 20]);
    expect(outcomeOf([[0.2, 19], [0.7, 21]], targets)).toEqual({ kind: 'solved' }); // prettier-ignore
    expect(outcomeOf([[0.2, 21], [0.7, 21]], targets)).toEqual({ kind: 'partly', right: 3 }); // prettier-ignore
  });
});
