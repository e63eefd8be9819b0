import { describe, expect, it } from 'vitest';
import {
  areClasses,
  classOf,
  judgementOf,
  judgeOutcome,
  middles,
  rightSamples,
} from '../../src/engine/index.ts';
import { isConstant } from '../../src/engine/outcome.ts';

const xor = [[0], [1], [1], [0]];

describe('the outcome of a run', () => {
  it.each([
    ['every output on its side', [[0.49], [0.51], [9], [-3]], { kind: 'solved' }],
    ['an output exactly on the middle is on no side', [[0.5], [1], [1], [0]], { kind: 'partly', right: 3 }],
    ['nor is it for a high target', [[0], [0.5], [1], [0]], { kind: 'partly', right: 3 }],
    ['three of four', [[0.1], [0.9], [0.4], [0.1]], { kind: 'partly', right: 3 }],
    ['less than 1e-6 apart', [[0.4], [0.4], [0.4000009], [0.4]], { kind: 'constant', value: 0.4 }],
    ['1e-6 apart and more', [[0.4], [0.4], [0.400002], [0.4]], { kind: 'partly', right: 2 }],
    [
      'solved, if less than 1e-6 apart',
      [[0.4999999], [0.5000001], [0.5000001], [0.4999999]],
      { kind: 'solved' },
    ],
    [
      'one half to the last digit but one',
      [[0.5], [0.5000000000000001], [0.5000000000000001], [0.5]],
      { kind: 'constant', value: 0.5 },
    ],
    ['a constant of minus zero', [[-0], [-0], [-0], [-0]], { kind: 'constant', value: -0 }],
    ['not a number', [[NaN], [1], [1], [0]], { kind: 'diverged' }],
    ['infinite', [[0], [Infinity], [1], [0]], { kind: 'diverged' }],
  ])('%s', (_, outputs, outcome) => {
    expect(judgeOutcome(outputs, xor, [1])).toEqual(outcome);
  });

  it('is diverged when a parameter is not finite, whatever the outputs', () => {
    expect(judgeOutcome(xor, xor, [1, -Infinity])).toEqual({ kind: 'diverged' });
    expect(judgeOutcome(xor, xor, Float64Array.of(NaN))).toEqual({ kind: 'diverged' });
  });

  it('takes the middle of the targets at hand', () => {
    expect(judgeOutcome([[6], [4]], [[10], [0]], [])).toEqual({ kind: 'solved' });
  });

  it('asks nothing of a target on the middle', () => {
    for (const output of [-7, 1, 7]) {
      expect(judgeOutcome([[0.9], [output], [1.1]], [[0], [1], [2]], [])).toEqual({ kind: 'solved' });
    }
  });
});

describe('the outcome of a run with two outputs', () => {
  const targets = [
    [0, 10],
    [1, 30],
  ];
  const judge = (...outputs: number[][]) => judgeOutcome(outputs, targets, []);

  it('takes the middle of each output’s own targets', () => {
    expect(middles(targets)).toEqual([0.5, 20]);
    expect(judge([0.2, 19], [0.7, 21])).toEqual({ kind: 'solved' });
    expect(judge([0.2, 21], [0.7, 21])).toEqual({ kind: 'partly', right: 3 });
  });

  it('is constant where each output is the same for every sample, though not the same as the other', () => {
    expect(judge([0.3, 21], [0.3, 21])).toEqual({ kind: 'constant', value: 0.3 });
    expect(isConstant([[0.3, 21], [0.3, 21.1]])).toBe(false); // prettier-ignore
  });
});

describe('the outcome of a run over classes', () => {
  const targets = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];

  it('is solved when each sample’s own output is above all others, on whichever side of a half', () => {
    const outputs = [
      [0.4, 0.3, 0.3],
      [0.1, 0.2, 0.1],
      [-3, -2, -1],
    ];
    expect(judgeOutcome(outputs, targets, [])).toEqual({ kind: 'solved' });
    expect(rightSamples(outputs, targets)).toEqual([true, true, true]);
  });

  it('counts samples, and a tie is in no class', () => {
    const outputs = [
      [0.5, 0.5, 0],
      [0, 1, 0],
      [1, 0, 0.9],
    ];
    expect(judgeOutcome(outputs, targets, [])).toEqual({ kind: 'partly', right: 1 });
    expect(classOf([0.5, 0.5, 0])).toBeUndefined();
    expect(classOf([0.5, 0.5, 0.6])).toBe(2);
    expect(classOf([NaN, 1])).toBeUndefined();
  });

  it('is told by the targets alone: exactly one 1 a sample, the others 0', () => {
    expect(areClasses(targets)).toBe(true);
    for (const none of [
      [[1]],
      [[1, 1]],
      [[0, 0]],
      [[0.5, 0.5]],
      [
        [1, 0],
        [1, 2],
      ],
    ])
      // prettier-ignore
      expect(areClasses(none)).toBe(false);
    expect(judgementOf(targets)).toEqual({ by: 'class', count: 3 });
    expect(judgementOf([[0, 1], [1, 1]])).toEqual({ by: 'side', count: 4 }); // prettier-ignore
    expect(judgementOf([[3, 4]])).toEqual({ by: 'nothing', count: 2 });
  });
});
