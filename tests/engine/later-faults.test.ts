/** The update faults and the order as a schedule, against steps worked out by hand. */
import { expect, it } from 'vitest';
import { createRun, type Fault, type Spec, train } from '../../src/engine/index.ts';

/** 1-1-1, all linear: p = v (w x + b) + c. Parameters lie as w, b, v, c. */
const line = (faults: Fault[], more: Partial<Spec> = {}): Spec => ({
  data: { inputs: [[2]], targets: [[1]] },
  layers: [
    { units: 1, activation: 'identity' },
    { units: 1, activation: 'identity' },
  ],
  loss: 'halfSquaredError',
  initial: { parameters: [1, 0.5, 3, -0.5] },
  optimizer: { kind: 'sgd', learningRate: 0.125 },
  batch: 'sample',
  faults,
  ...more,
});
const after = (spec: Spec, updates: number) => {
  const run = createRun(spec, 1);
  train(run, updates);
  return [...run.network.parameters];
};

// a = 2.5, p = 7, error 6; dv = 15, dc = 6; hidden delta 3 * 6 = 18; dw = 36, db = 18.
it('leaves a frozen layer alone and trains the other', () => {
  expect(after(line([]), 1)).toEqual([1 - 36 / 8, 0.5 - 18 / 8, 3 - 15 / 8, -0.5 - 6 / 8]);
  expect(after(line([{ name: 'layer-frozen', layers: [0] }]), 1)).toEqual([1, 0.5, 3 - 15 / 8, -1.25]);
  const batch = line([{ name: 'layer-frozen', layers: [1] }], { batch: 'sum' });
  expect(after(batch, 1)).toEqual([-3.5, -1.75, 3, -0.5]);
});

it('passes the error back through the new weights where the layer steps first', () => {
  // v is 1.125 by then: hidden delta 6.75; dw = 13.5, db = 6.75.
  const early = line([{ name: 'updated-before-passed-back', layers: [1] }]);
  expect(after(early, 1)).toEqual([1 - 13.5 / 8, 0.5 - 6.75 / 8, 1.125, -1.25]);
  const batch = () => after({ ...early, batch: 'sum' }, 1);
  expect(batch).toThrow('another fault for layer 1: an update takes all its gradients before the first step');
});

it('cuts parameters down to whole numbers, without -0', () => {
  const cut = line([{ name: 'parameters-truncated' }]);
  // It starts at 1, 0, 3, 0: a = 2, p = 6, error 5; dv = 10, dc = 5; hidden delta 15; dw = 30, db = 15.
  expect(after(cut, 0).map((x) => Object.is(x, -0))).toEqual([false, false, false, false]);
  expect(after(cut, 0)).toEqual([1, 0, 3, 0]);
  expect(after(cut, 1)).toEqual([Math.trunc(1 - 30 / 8), Math.trunc(-15 / 8), Math.trunc(3 - 10 / 8), 0]);
  const batch = line([{ name: 'parameters-truncated' }], { batch: 'mean' });
  expect(after(batch, 1)).toEqual(after(cut, 1));
});

it('makes every parameter NaN at the first update where the rate is undefined', () => {
  expect(after(line([{ name: 'rate-undefined' }]), 1)).toEqual([NaN, NaN, NaN, NaN]);
  expect(after(line([{ name: 'rate-undefined' }], { batch: 'mean' }), 1)).toEqual([NaN, NaN, NaN, NaN]);
});

it('gives a sample its updates in a row before the next one comes', () => {
  const data = { inputs: [[1], [2]], targets: [[1], [0]] };
  const small = { optimizer: { kind: 'sgd', learningRate: 0.01 } as const };
  const inRows = line([], { data, sampling: { kind: 'in-order', repeat: 3 }, ...small });
  const written = line([], { data, sampling: { kind: 'in-order', order: [0, 0, 0, 1, 1, 1] }, ...small });
  for (const updates of [1, 3, 4, 6, 7, 12]) expect(after(inRows, updates)).toEqual(after(written, updates));
  const batch = () => after({ ...inRows, batch: 'sum' }, 1);
  expect(batch).toThrow('spec.sampling.repeat');
});
