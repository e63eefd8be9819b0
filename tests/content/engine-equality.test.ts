/**
 * Every page with a spec for its program, with each combination of mends that its fault board shows and in every variant, trained
 * three ways: by its program, by the engine and by the kernel. The kernel supports them all; what it does not, `supports` says.
 */
import { describe, expect, test } from 'vitest';
import { combinations } from '../../src/book/combinations.ts';
import { isExact, snapshotOf } from '../../src/book/experiments/agreement.ts';
import { pageFolders } from '../../src/book/experiments/page-folders.ts';
import { checkedProgram, loadedProgram, snapshotsOf } from '../../src/book/experiments/programs.ts';
import { experimentsOf } from '../../src/book/experiments/read-experiments.ts';
import { mendedTraining, type Training } from '../../src/book/experiments/training.ts';
import { asPosted } from '../../src/book/experiments/variants.ts';
import {
  createRandom,
  createRun,
  drawUniform,
  type Run,
  type Spec,
  train as trainEngine,
  updatesPerEpoch,
} from '../../src/engine/index.ts';
import { Batch, loadKernel, supports } from '../../src/kernel/index.ts';
import { firstOf, whole } from '../whole.ts';
import { changed, CHANGES, ROUNDING_OF_A_DRAW, roundingBounds, timesTheBound } from '../rounding.ts';

const kernel = await loadKernel();
if (!kernel) throw new Error('The kernel is not built: npm run build:kernel');

const seeds = firstOf([1, 2, 3], 1);

/** Enough updates that every part of a program has its say, and no more than it makes by itself. */
function updatesFor({ spec, epochs }: Training): number {
  const run = createRun(spec, 1);
  const perUpdate = run.network.parameters.length * (spec.batch === 'sample' ? 1 : run.samples.count);
  const wanted = Math.min(4000, Math.ceil(2e5 / perUpdate), epochs * updatesPerEpoch(run));
  // The kernel counts epochs.
  return Math.max(1, Math.floor(wanted / updatesPerEpoch(run))) * updatesPerEpoch(run);
}

const isDrawnAlike = ({ initial }: Spec) =>
  !('weights' in initial) || !['he', 'normal'].includes(initial.weights.kind);

/** Numbers of a layer in ascending order: a program may keep them in another order than the engine. */
const inOrder = (layers: number[][]) =>
  layers.map((numbers) => numbers.map((x) => x + 0).sort((a, b) => a - b));

/** Trains a program's networks on the program itself, on the engine and on the kernel; all three must end alike. */
function compare(file: string, text: string, training: Training): void {
  const checked = checkedProgram(file, text);
  const program = loadedProgram(file, text);
  const parametersOf = (network: unknown) =>
    program.layers(network).flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  const drawnAlike = isDrawnAlike(training.spec);
  // Where Math.exp may differ from the engine's in the last digit, a few updates show what is another formula and what is not.
  const exact = isExact({ ...training.spec, ...(!drawnAlike && { initial: { parameters: [] } }) });
  const updates = exact ? updatesFor(training) : Math.min(24, updatesFor(training));
  const runs = seeds.map((seed): Run => {
    const [first, last] = snapshotsOf(checked, seed, updates);
    const drawn = createRun(training.spec, seed);
    const start = first.layers.flat();
    if (drawnAlike) expect(inOrder(snapshotOf(drawn).layers)).toEqual(inOrder(first.layers));
    // Math.log and Math.cos for the initial weights may differ in the last digit too: then the engine is given the program's.
    else
      start.forEach((value, j) =>
        expect(Math.abs(drawn.network.parameters[j]! - value)).toBeLessThan(ROUNDING_OF_A_DRAW),
      );
    const run = createRun(
      drawnAlike ? training.spec : { ...training.spec, initial: { parameters: start } },
      seed,
    );
    trainEngine(run, updates);
    const ours = snapshotOf(run);
    if (exact) {
      expect(inOrder(ours.layers)).toEqual(inOrder(last.layers));
      expect(ours.outputs).toEqual(last.outputs);
    } else if (parametersOf(program.create(seed)).length === drawn.network.parameters.length) {
      const network = program.create(seed);
      const parametersAfter = (u: number) => {
        if (u >= 0) program.update(network, u % program.updatesPerEpoch);
        return parametersOf(network);
      };
      expect(furthest(run.spec, seed, updates, parametersAfter)).toBeLessThan(1);
    } else {
      // The program does not show all its parameters. A dozen roundings an update, 24 updates, each carried a thousandfold.
      const [theirs, mine] = [inOrder(last.layers).flat(), inOrder(ours.layers).flat()];
      theirs.forEach((value, j) =>
        expect(Math.abs(mine[j]! - value)).toBeLessThan(1e-9 * (1 + Math.abs(value))),
      );
    }
    return run;
  });
  expect(supports(training.spec)).toEqual({ kind: 'supported' });
  const ends = trainedOnKernel(runs, updates);
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

const pages = pageFolders()
  .map((folder) => experimentsOf(folder))
  .filter(({ written }) => written);

describe.each(pages.map((experiments) => ({ ...experiments })))('$folder', (experiments) => {
  const { folder, written, mends, faults, variants, textOf, trainingOf } = experiments;
  const file = `content/${folder}/program.ts`;
  const mendable = faults.filter((fault) => fault.mend?.typescript).map((fault) => fault.id);
  // In the gate: nothing, and all together.
  const choices = combinations(mendable).filter(
    ({ length }) => whole || length === 0 || length === mendable.length,
  );

  test.each(choices.map((mended) => ({ mended, name: mended.join(', ') || 'nothing' })))(
    'the program with $name mended, the engine with the faults left, and the kernel are one, bit for bit',
    ({ mended }) =>
      compare(file, textOf({ ...asPosted, mends: mended }), mendedTraining(written!, mends, mended)),
  );

  const withSpec = [...variants.values()].filter((variant) => trainingOf(variant));
  test.each(withSpec)('the variant $id is the engine and the kernel with its spec', (variant) => {
    compare(file, textOf(variant), trainingOf(variant)!);
  });

  test('program and engine train for the same time', () => {
    for (const mended of choices) {
      const { info } = checkedProgram(file, textOf({ ...asPosted, mends: mended }));
      const { spec, epochs } = mendedTraining(written!, mends, mended);
      const run = createRun(spec, 1);
      expect(info.epochs * info.updatesPerEpoch, mended.join()).toBe(epochs * updatesPerEpoch(run));
      expect(info.learningRate).toBe(spec.optimizer.learningRate);
    }
  });
});
