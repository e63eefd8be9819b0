/**
 * A training run: a network, its data, and the updates done so far.
 *
 * One update sees one sample or the whole data set, as the spec says. The same spec and seed give the same
 * parameters, bit for bit, after the same number of updates, however the updates are grouped into calls.
 * Numbers that stop being finite are not an error: training goes on.
 */
import { checkSpec } from './check-spec.ts';
import { dataOf, toSamples } from './data.ts';
import { initialize } from './initialize.ts';
import { createRandom, drawUniform } from './mulberry32.ts';
import { createNetwork, type Network } from './network.ts';
import { createOptimizer } from './optimizers.ts';
import { truncate } from './faulty-layer.ts';
import { isPlainSgd } from './plain-sgd.ts';
import {
  accumulateGradient,
  backward,
  backwardSteppingEarly,
  forward,
  stepAgainstGradient,
} from './propagation.ts';
import { repeatOf } from './sampling.ts';
import type { Spec } from './spec.ts';
import { hasTwoInputs, trainTwoInputs } from './train-two-inputs.ts';
import type { Run } from './training-run.ts';

export type { Run };

/**
 * A run before its first update. Draws the data where they are drawn, then the parameters, from the generator
 * of `seed`.
 */
export function createRun(spec: Spec, seed: number): Run {
  checkSpec(spec, 'createRun');
  const random = createRandom(seed);
  const samples = toSamples(dataOf(spec, random));
  const network = createNetwork(spec);
  initialize(network, spec.initial, random);
  for (const layer of network.truncated) truncate(layer);
  const sampling = spec.sampling ?? { kind: 'in-order' };
  const inOrder = sampling.kind === 'in-order';
  const order = inOrder ? Int32Array.from(sampling.order ?? samples.inputs.keys()) : null;
  const optimizer = createOptimizer(spec.optimizer, network.parameters.length);
  return { spec, seed, network, samples, order, optimizer, random, loop: loopOf(spec), updateCount: 0 };
}

/**
 * Takes a run back to before its first update, from another seed: what `createRun` would give, in the arrays that are
 * there. Not for data that each run draws for itself.
 */
export function restartRun(run: Run, seed: number): void {
  const { spec, network, optimizer } = run;
  if ('kind' in spec.data)
    throw new TypeError('restartRun: the data are drawn; expected data that are given');
  run.random.state = createRandom(seed).state;
  initialize(network, spec.initial, run.random);
  for (const layer of network.truncated) truncate(layer);
  optimizer.reset();
  run.seed = seed;
  run.updateCount = 0;
}

/** Updates that make one epoch: one pass over the data in their order; N for samples drawn at random. */
export function updatesPerEpoch(run: Run): number {
  if (run.spec.batch !== 'sample') return 1;
  return run.order?.length ?? run.samples.count;
}

/**
 * Trains for so many updates. The layers' z, a and delta are working space and mean nothing afterwards: `predict`
 * sets z and a for an input.
 */
export function train(run: Run, updates: number): void {
  if (!Number.isInteger(updates) || updates < 0) {
    throw new RangeError(`train: updates is ${updates}; expected a whole number of at least 0`);
  }
  run.loop(run, updates);
}

function loopOf(spec: Spec): Run['loop'] {
  if (hasTwoInputs(spec)) return trainTwoInputs;
  return isPlainSgd(spec) ? trainBySample : trainByGradient;
}

/** Plain gradient descent, one sample an update: forward, backward, step. */
function trainBySample(run: Run, updates: number): void {
  const { network, order, random } = run;
  const { count, inputs, targets } = run.samples;
  const rate = run.spec.optimizer.learningRate;
  const repeat = repeatOf(run.spec);
  const early = network.stepsEarly.includes(true);
  let turn = run.updateCount % repeat;
  let position = order ? Math.floor(run.updateCount / repeat) % order.length : 0;
  for (let u = 0; u < updates; u++) {
    let k: number;
    if (order) {
      k = order[position]!;
      if (++turn === repeat) {
        turn = 0;
        position = position + 1 === order.length ? 0 : position + 1;
      }
    } else {
      k = Math.floor(count * drawUniform(random));
    }
    forward(network, inputs[k]!);
    if (early) {
      backwardSteppingEarly(network, inputs[k]!, targets[k]!, rate);
      continue;
    }
    backward(network, targets[k]!);
    stepAgainstGradient(network, inputs[k]!, rate);
  }
  run.updateCount += updates;
}

function trainByGradient(run: Run, updates: number): void {
  for (let u = 0; u < updates; u++) updateByGradient(run);
}

/** One update by way of the gradient: of one sample or of all, with decay, through the optimiser. */
function updateByGradient(run: Run): void {
  const { network, order, random, samples, spec } = run;
  network.gradient.fill(0);
  if (spec.batch === 'sample') {
    const k = order
      ? order[Math.floor(run.updateCount / repeatOf(spec)) % order.length]!
      : Math.floor(samples.count * drawUniform(random));
    addGradientOf(run, k);
  } else {
    const all = order!;
    for (let position = 0; position < all.length; position++) addGradientOf(run, all[position]!);
    if (spec.batch === 'mean') divide(network.gradient, all.length);
  }
  if (spec.weightDecay) addDecay(network, spec.weightDecay);
  run.optimizer.step(network.parameters, network.gradient);
  for (const layer of network.truncated) truncate(layer);
  run.updateCount += 1;
}

function addGradientOf({ network, samples }: Run, k: number): void {
  forward(network, samples.inputs[k]!);
  backward(network, samples.targets[k]!);
  accumulateGradient(network, samples.inputs[k]!);
}

function divide(values: Float64Array, divisor: number): void {
  for (let j = 0; j < values.length; j++) values[j] = values[j]! / divisor;
}

/** Weight decay: the gradient of decay/2 |W|^2. Biases do not decay. */
function addDecay({ layers }: Network, decay: number): void {
  for (const { weights, weightGradient } of layers) {
    for (let j = 0; j < weights.length; j++) weightGradient[j] = weightGradient[j]! + decay * weights[j]!;
  }
}
