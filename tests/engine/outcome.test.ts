import { expect, it } from 'vitest';
import { judgeOutcome } from '../../src/engine/index.ts';

const targets = [[0], [1], [1], [0]];
const judge = (outputs: number[], parameters: number[] = [1]): unknown =>
  judgeOutcome(
    parameters,
    outputs.map((p) => [p]),
    targets,
  );

it('a run is solved when every output is on the side of its target', () => {
  expect(judge([0.49, 0.51, 7, -3])).toEqual({ kind: 'solved' });
});

it('a run is constant when its outputs differ by less than a millionth', () => {
  expect(judge([0.4878, 0.4878, 0.4878005, 0.4878])).toEqual({ kind: 'constant', value: 0.4878 });
  expect(judge([0.4878, 0.4878, 0.487802, 0.4878])).toEqual({ kind: 'partly', right: 2 });
});

it('an output exactly in the middle is right for the low targets alone', () => {
  expect(judge([0.5, 0.9, 0.5, 0.1])).toEqual({ kind: 'partly', right: 3 });
});

it('a run has diverged when a parameter or an output is not finite', () => {
  expect(judge([0, 1, NaN, 0])).toEqual({ kind: 'diverged' });
  expect(judge([0, 1, 1, 0], [1, Infinity])).toEqual({ kind: 'diverged' });
});

it('the middle is that of the targets at hand', () => {
  expect(judgeOutcome([], [[6], [4]], [[10], [0]])).toEqual({ kind: 'solved' });
});
