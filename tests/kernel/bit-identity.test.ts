import { expect, test } from 'vitest';
import { checkSpec, createRun, train, updatesPerEpoch } from '../../src/engine/index.ts';
import { loadKernel, supports } from '../../src/kernel/index.ts';
import { shallowPlanOf } from '../../src/kernel/shallow-plan.ts';
import { firstDifference } from './compare.ts';
import { randomSpec } from './random-spec.ts';
import { firstOf } from '../whole.ts';
import type { Spec } from '../../src/engine/index.ts';

const specCount = 1000;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const specs = Array.from({ length: specCount }, (_, k) => randomSpec(k + 1));

const trained = firstOf(specs, 300);

test(`the kernel ends with the engine's bits for ${trained.length} random specs and ${seeds.length} seeds each`, async () => {
  const kernel = await loadKernel();
  expect(kernel, 'no kernel: npm run build:kernel').toBeDefined();
  trained.forEach(({ spec, epochs }, k) => {
    expect(supports(spec), `spec ${k + 1}`).toEqual({ kind: 'supported' });
    expect(
      firstDifference(kernel!, spec, seeds, epochs),
      `spec ${k + 1}: ${JSON.stringify(spec)}`,
    ).toBeNull();
  });
});

test('a run that is no number leaves the bits of its neighbours alone, however far those are from 0', async () => {
  const kernel = await loadKernel();
  const spec: Spec = {
    data: {
      inputs: [[0.4254174209199846], [1]],
      targets: [
        [0, 0, 1, 1],
        [0, 0, 1, -0.7874525114893913],
      ],
    },
    layers: [
      { units: 10, activation: 'relu' },
      { units: 4, activation: 'sigmoid' },
      { units: 4, activation: 'leakyRelu', slope: -0.2 },
    ],
    loss: 'halfSquaredError',
    initial: {
      order: 'layer-by-layer',
      weights: { kind: 'xavier' },
      biases: { kind: 'normal', deviation: 1.2187429090496154 },
    },
    optimizer: { kind: 'sgd', learningRate: 0.3 },
    batch: 'sample',
    sampling: { kind: 'in-order', repeat: 7 },
    faults: [
      { name: 'pre-activation-passed-on', layers: [1] },
      { name: 'derivative-collapsed', layers: [2] },
    ],
  };
  expect(firstDifference(kernel!, spec, seeds, 39)).toBeNull();
});

test('the random specs are right ones, and cover what the kernel supports', () => {
  const seen = new Map<string, number>();
  const count = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const { spec } of specs) {
    checkSpec(spec, 'the test');
    for (const { activation } of spec.layers) count(activation);
    for (const fault of spec.faults ?? []) count(fault.name);
    count(spec.loss);
    count(spec.batch);
    count(spec.sampling?.kind ?? 'all in order');
    count(`bias ${spec.arithmetic?.bias}`);
    count(`rate ${spec.arithmetic?.rate}`);
    count(spec.weightDecay ? 'decay' : 'no decay');
    count(spec.optimizer.kind);
    if (spec.sampling?.kind === 'in-order' && (spec.sampling.repeat ?? 1) > 1) count('several in a row');
    count('kind' in spec.data ? 'drawn data' : 'given data');
    for (const { biases } of spec.layers) count(`biases ${biases}`);
  }
  // 11 activations, 17 faults, 5 losses, 3 batches, 3 + 1 samplings, 3 + 3 arithmetics, 2 decays, 2 optimisers, 2 data,
  // 3 biases
  expect(seen.size).toBe(55);
  for (const [name, times] of seen) expect(times, name).toBeGreaterThanOrEqual(10);
});

test('most of the random runs stay finite, so that equal bits say something', () => {
  let finite = 0;
  for (const { spec, epochs } of specs) {
    const run = createRun(spec, 1);
    train(run, epochs * updatesPerEpoch(run));
    if (run.network.parameters.every((p) => Number.isFinite(p))) finite++;
  }
  expect(finite).toBeGreaterThan(specCount / 2);
});

test('both paths of the kernel are taken by many of the random specs', () => {
  const shallow = specs.filter(({ spec }) => shallowPlanOf(spec)).length;
  expect(shallow).toBeGreaterThan(100);
  expect(shallow).toBeLessThan(specCount / 2);
});
