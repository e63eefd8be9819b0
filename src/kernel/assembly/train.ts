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
  updatedBeforePassedBack,
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
/** Updates that a sample has in a row. */
let repeat: i32 = 1;
let momentum: f64 = 0;
/** The next sample's place in the order, and how many updates it has had. */
let place: i32 = 0;
let turn: i32 = 0;

/** Set once before a run. */
export function setTraining(
  rate: f64,
  decay: f64,
  plainSteps: bool,
  batch: bool,
  meanOfBatch: bool,
  rateComesFirst: bool,
  samplesDrawn: bool,
  updatesInARow: i32,
  velocityKept: f64,
): void {
  learningRate = rate;
  weightDecay = decay;
  plain = plainSteps;
  wholeBatch = batch;
  mean = meanOfBatch;
  rateFirst = rateComesFirst;
  drawn = samplesDrawn;
  repeat = updatesInARow;
  momentum = velocityKept;
  restart();
}

/** The next update is the first. */
export function restart(): void {
  place = 0;
  turn = 0;
}

/** The sample of the next update. */
function nextInOrder(): usize {
  const k = <usize>load<i32>(order + <usize>place * 4);
  if (++turn == repeat) {
    turn = 0;
    place = place + 1 == orderCount ? 0 : place + 1;
  }
  return k;
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
    if (!(layer.faults & updatedBeforePassedBack)) step(layer, x, learningRate, rateFirst);
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
      const k = nextInOrder();
      x = inputs + k * row;
      y = targets + k * targetRow;
    }
    propagate(x, y, learningRate, rateFirst);
    if (plain) stepAll(x);
    else {
      if (!wholeBatch) clearGradients();
      accumulateAll(x);
      if (!wholeBatch) stepByGradient(learningRate, 0, weightDecay, momentum);
    }
  }
  if (wholeBatch) stepByGradient(learningRate, mean ? <f64>count : 0, weightDecay, momentum);
}

export function train(epochs: i32): void {
  for (let e = 0; e < epochs; e++) epoch();
}
