/**
 * Every case, with every combination of its faults mended and in every variant, trained three ways: by its program, by the
 * engine and by the kernel. The kernel supports them all; what it does not, `supports` says (momentum, Adam, sizes).
 */
import { describe, expect, test } from 'vitest';
import { caseTrainings } from '../../src/book/cases/index.ts';
import type { Training } from '../../src/book/cases/training.ts';
import { readFaults } from '../../src/book/faults.ts';
import {
  createRandom,
  createRun,
  drawUniform,
  outputsOf as engineOutputs,
  type Run,
  type Spec,
  train as trainEngine,
  updatesPerEpoch,
} from '../../src/engine/index.ts';
import { Batch, loadKernel, supports } from '../../src/kernel/index.ts';
import { changed, CHANGES, ROUNDING_OF_A_DRAW, roundingBounds, timesTheBound } from '../rounding.ts';
import { combinations } from './combinations.ts';
import type { Program } from '../../src/lab/program.ts';
import { dataOfProgram, loadCase } from './load-program.ts';

/** The program's parameters in the engine's order: layer by layer, weights [O, I], then biases where it has them. */
function parametersOf(caseId: string, program: Program, network: unknown, training: Training): number[] {
  if (caseId === 'unbounded-classifier') {
    const { weights, bias } = network as { weights: number[]; bias: number[] };
    return training.spec.faults?.some(({ name }) => name === 'bias-added-to-weights')
      ? [...weights, ...bias]
      : weights;
  }
  if (caseId === 'leaky-derivative') {
    // Its hidden biases are the weights of a constant 1, the last of each unit's weights.
    const { hidden, output } = network as Record<'hidden' | 'output', { weights: number[][] }>;
    return [hidden, output].flatMap(({ weights }) =>
      weights[0]!.flatMap((_, unit) => weights.map((row) => row[unit]!)),
    );
  }
  return program.layers(network).flatMap((layer) => [...layer.weights.flat(), ...layer.biases]);
}

const seeds = [1, 2, 3];
const updates: Record<string, number> = {
  'all-outputs-equal': 2000,
  'leaky-derivative': 2000,
  'exploding-successor': 20,
  'negative-zero': 200,
  'unbounded-classifier': 60,
};
/** Where Math.exp differs from the engine's in the last bit. */
const smooth = (training: Training) =>
  training.spec.layers.some(({ activation }) => activation === 'sigmoid');

const kernel = await loadKernel();
if (!kernel) throw new Error('The kernel is not built: npm run build:kernel');

/** Trains a program's networks on the program itself, on the engine and on the kernel; all three must end alike. */
async function compare(caseId: string, choice: { mends?: string[]; variant?: string }, training: Training) {
  const program = await loadCase(caseId, choice);
  const count = updates[caseId]!;
  const runs = seeds.map((seed): Run => {
    const network = program.create(seed);
    const start = parametersOf(caseId, program, network, training);
    const drawn = createRun(training.spec, seed).network.parameters;
    const given = caseId === 'negative-zero';
    const spec = given ? { ...training.spec, initial: { parameters: start } } : training.spec;
    if (given)
      start.forEach((value, j) => expect(Math.abs(drawn[j]! - value)).toBeLessThan(ROUNDING_OF_A_DRAW));
    else expect([...drawn]).toEqual(start);

    const run = createRun(spec, seed);
    if (smooth(training)) {
      expect(
        furthest(spec, seed, count, (u) => {
          if (u >= 0) program.update(network, u % program.updatesPerEpoch);
          return parametersOf(caseId, program, network, training);
        }),
      ).toBeLessThan(1);
      trainEngine(run, count);
      return run;
    }
    for (let u = 0; u < count; u++) program.update(network, u % program.updatesPerEpoch);
    trainEngine(run, count);
    expect([...run.network.parameters]).toEqual(parametersOf(caseId, program, network, training));
    const outputs = dataOfProgram(program, seed).inputs.map((input) => program.predict(network, input));
    expect(engineOutputs(run)).toEqual(outputs);
    return run;
  });
  expect(supports(training.spec)).toEqual({ kind: 'supported' });
  const ends = trainedOnKernel(runs, count);
  runs.forEach(({ network }, lane) => expect(ends[lane]).toEqual([...network.parameters]));
}

/**
 * How far, in times its bound, the engine is off from a program, where each update starts from the program's parameters.
 * @param parametersAfter the program's parameters after its update `u`, which it is asked for in order, from -1 for the start
 */
function furthest(spec: Spec, seed: number, count: number, parametersAfter: (u: number) => number[]): number {
  const draws = createRandom(seed);
  const slightly = (numbers: number[]) => changed(numbers, () => drawUniform(draws));
  const run = createRun(spec, seed);
  const others = Array.from({ length: CHANGES }, () => createRun(spec, seed));
  const step = (one: Run, parameters: number[]) => {
    one.network.parameters.set(parameters);
    trainEngine(one, 1);
    return [...one.network.parameters];
  };
  // In each layer a sum forward, one back, and the operations of its activation; then the sum over the samples.
  const inLayers = spec.layers.reduce((sum, { units }) => sum + 2 * Math.max(units, 3) + 16, 0);
  const size = { chain: inLayers + run.samples.count, count: run.network.parameters.length };
  let before = parametersAfter(-1);
  let worst = 0;
  for (let u = 0; u < count; u++) {
    const theirs = parametersAfter(u);
    const bounds = roundingBounds(
      step(run, before),
      others.map((other) => step(other, slightly(before))),
      size,
    );
    worst = Math.max(worst, timesTheBound([...run.network.parameters], theirs, bounds));
    before = theirs;
  }
  return worst;
}

/** The parameters that the kernel arrives at after so many updates from where these runs began. */
function trainedOnKernel(runs: readonly Run[], count: number): number[][] {
  const batch = new Batch(kernel!, runs[0]!.spec);
  const fresh = runs.map(({ spec, seed }) => createRun(spec, seed));
  fresh.forEach((run, lane) => batch.load(lane, run));
  batch.train(count / updatesPerEpoch(fresh[0]!));
  return fresh.map((run, lane) => {
    batch.unload(lane, run);
    return [...run.network.parameters];
  });
}

describe.each(Object.entries(caseTrainings))('%s', (caseId, { training, variants }) => {
  const file = readFaults(caseId);
  const mendable = file.faults.filter((fault) => fault.mend).map((fault) => fault.id);

  test.each(combinations(mendable).map((mends) => ({ mends, name: mends.join(', ') || 'nothing' })))(
    'the program with $name mended, the engine with the faults left, and the kernel are one, bit for bit',
    async ({ mends }) => compare(caseId, { mends }, training(mends)),
  );

  test('the engine knows the variants of faults.yaml, no more and no fewer', () => {
    expect(Object.keys(variants).toSorted()).toEqual(file.variants.map(({ id }) => id).toSorted());
  });

  test.each(file.variants)('the variant $id is the engine and the kernel with its spec', async ({ id }) => {
    await compare(caseId, { variant: id }, variants[id]!);
  });

  test('program and engine train for the same time', async () => {
    for (const mends of combinations(mendable)) {
      const program = await loadCase(caseId, { mends });
      const { spec, epochs } = training(mends);
      const run = createRun(spec, 1);
      const perEpoch = spec.batch === 'sample' ? run.samples.count : 1;
      expect(program.epochs * program.updatesPerEpoch, mends.join()).toBe(epochs * perEpoch);
      expect(program.learningRate).toBe(spec.optimizer.learningRate);
    }
  });
});
