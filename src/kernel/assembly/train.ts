/** Training the networks of all lanes, in step: each sees its own sample of the same place in the order. */
import { slot } from './lanes';
import {
  drawnInput,
  drawnTarget,
  generators,
  gradients,
  inputCount,
  inputs,
  layerAt,
  layerCount,
  order,
  orderCount,
  outputCount,
  parameterCount,
  sampleCount,
  targets,
} from './network';
import { propagate } from './propagate';
import { accumulate, step, stepByGradient } from './update';

const lanes: usize = 4;

let learningRate: f64 = 0;
let weightDecay: f64 = 0;
/** One plain step after each sample, or a step by the gradient of one sample or all. */
let plain: bool = true;
let wholeBatch: bool = false;
let mean: bool = false;
let rateFirst: bool = true;
let drawn: bool = false;

/** Set once before a run. */
export function setTraining(
  rate: f64,
  decay: f64,
  plainSteps: bool,
  batch: bool,
  meanOfBatch: bool,
  rateComesFirst: bool,
  samplesDrawn: bool,
): void {
  learningRate = rate;
  weightDecay = decay;
  plain = plainSteps;
  wholeBatch = batch;
  mean = meanOfBatch;
  rateFirst = rateComesFirst;
  drawn = samplesDrawn;
}

/** The lane's next number from mulberry32: src/engine/mulberry32.ts. */
function drawUniform(lane: usize): f64 {
  const at = generators + lane * 4;
  const a = load<i32>(at) + 0x6d2b79f5;
  store<i32>(at, a);
  let t = (a ^ (a >>> 15)) * (a | 1);
  t = (t + (t ^ (t >>> 7)) * (t | 61)) ^ t;
  return <f64>(<u32>(t ^ (t >>> 14))) / 4294967296.0;
}

/** Each lane draws its own sample; their numbers are gathered into one row. */
function drawSample(): void {
  const row = <usize>inputCount * slot;
  const targetRow = <usize>outputCount * slot;
  for (let lane: usize = 0; lane < lanes; lane++) {
    const k = <usize>floor(<f64>sampleCount * drawUniform(lane));
    const x = inputs + k * row + lane * 8;
    const y = targets + k * targetRow + lane * 8;
    for (let at: usize = 0; at < row; at += slot) store<f64>(drawnInput + lane * 8 + at, load<f64>(x + at));
    for (let at: usize = 0; at < targetRow; at += slot) store<f64>(drawnTarget + lane * 8 + at, load<f64>(y + at));
  }
}

function stepAll(x: usize): void {
  for (let l = 0; l < layerCount; l++) {
    const layer = layerAt(l);
    step(layer, x, learningRate, rateFirst);
    x = layer.a;
  }
}

function accumulateAll(x: usize): void {
  for (let l = 0; l < layerCount; l++) {
    const layer = layerAt(l);
    accumulate(layer, x);
    x = layer.a;
  }
}

function clearGradients(): void {
  memory.fill(gradients, 0, <usize>parameterCount * slot);
}

/** One pass over the order, or as many draws as there are samples. */
function epoch(): void {
  const count = drawn ? sampleCount : orderCount;
  const row = <usize>inputCount * slot;
  const targetRow = <usize>outputCount * slot;
  if (wholeBatch) clearGradients();
  for (let position = 0; position < count; position++) {
    let x = drawnInput;
    let y = drawnTarget;
    if (drawn) drawSample();
    else {
      const k = <usize>load<i32>(order + <usize>position * 4);
      x = inputs + k * row;
      y = targets + k * targetRow;
    }
    propagate(x, y);
    if (plain) stepAll(x);
    else {
      if (!wholeBatch) clearGradients();
      accumulateAll(x);
      if (!wholeBatch) stepByGradient(learningRate, 0, weightDecay);
    }
  }
  if (wholeBatch) stepByGradient(learningRate, mean ? <f64>count : 0, weightDecay);
}

export function train(epochs: i32): void {
  for (let e = 0; e < epochs; e++) epoch();
}
