/**
 * From deltas to parameters, by the ways that src/engine has. They agree on paper and differ in the last bits:
 *
 *   step, rate first     w -= (rate delta) x
 *   step, rate last      w -= rate (delta x)
 *   by gradient          g += delta x over one sample or all;   w -= rate (g / N + decay w)
 *
 * A layer whose gradient has a fault or lacks biases takes the step by way of a gradient that starts at 0:
 * w -= 0 + (rate delta) x or w -= rate (0 + delta x), which turns a -0 into 0.
 *
 * `x` is the input that belongs to the gradient: the activation of the layer before, or the sample.
 */
import { addProduct, load, slot, store, subtractProduct, vector } from './lanes';
import {
  biasAddedToWeights,
  biasGradientSummed,
  biasesFrozen,
  gradients,
  layerAt,
  layerCount,
  layerFrozen,
  parameterCount,
  parameters,
  parametersTruncated,
  rateUndefined,
  stateCount,
  stepUphill,
  velocity,
} from './network';
import { Layer } from './network';

const gradientFaults: i32 =
  biasGradientSummed | biasesFrozen | biasAddedToWeights | stepUphill | rateUndefined;

/** What a gradient is multiplied by: by what was never set, by -1 where the step goes uphill, else by 1. */
function signOf(faults: i32): f64 {
  if (faults & rateUndefined) return NaN;
  return faults & stepUphill ? -1 : 1;
}

function truncateAll(at: usize, count: i32): void {
  const end = at + <usize>count * slot;
  const zero = f64x2.splat(0);
  for (; at < end; at += vector) store(at, 0, f64x2.add(f64x2.trunc(load(at, 0)), zero)); // no -0
}

/** Takes the fractions off all parameters of a layer. */
function truncate(layer: Layer): void {
  const weights = layer.inputs * layer.units;
  truncateAll(layer.weights, weights);
  if (layer.hasBiases) truncateAll(layer.biases, layer.faults & biasAddedToWeights ? weights : layer.units);
}

/** w -= (rate delta) x. The step of a unit stays in registers along its row. */
function stepRateFirst(w: usize, delta: usize, x: usize, inputs: i32, units: i32, rate: v128): void {
  const end = x + <usize>inputs * slot;
  const last = delta + <usize>units * slot;
  for (; delta < last; delta += slot) {
    const left = f64x2.mul(rate, load(delta, 0));
    const right = f64x2.mul(rate, load(delta, vector));
    let q = x;
    for (; q + slot < end; q += 2 * slot) {
      store(w, 0, subtractProduct(load(w, 0), left, load(q, 0)));
      store(w, 16, subtractProduct(load(w, 16), right, load(q, 16)));
      store(w, 32, subtractProduct(load(w, 32), left, load(q, 32)));
      store(w, 48, subtractProduct(load(w, 48), right, load(q, 48)));
      w += 2 * slot;
    }
    if (q < end) {
      store(w, 0, subtractProduct(load(w, 0), left, load(q, 0)));
      store(w, vector, subtractProduct(load(w, vector), right, load(q, vector)));
      w += slot;
    }
  }
}

/** p -= scale (0 + (rate delta) x), or p -= rate (delta x) where the 0 is not added. */
// @ts-ignore: decorator
@inline
function stepBy(
  fromZero: bool,
  p: usize,
  delta: usize,
  x: usize,
  inputs: i32,
  units: i32,
  rate: v128,
  scale: v128,
): void {
  const row = <usize>inputs * slot;
  const last = delta + <usize>units * slot;
  const zero = f64x2.splat(0);
  for (; delta < last; delta += slot) {
    for (let half: usize = 0; half < slot; half += vector) {
      const d = f64x2.mul(rate, load(delta, half));
      for (let at = half; at < row; at += slot) {
        let g = f64x2.mul(d, load(x, at));
        if (fromZero) g = f64x2.add(zero, g);
        store(p, at, subtractProduct(load(p, at), scale, g));
      }
    }
    p += row;
  }
}

/** The sum of the deltas over the units, from 0, of one half of the lanes. */
function sumOf(delta: usize, units: i32, half: usize): v128 {
  let sum = f64x2.splat(0);
  const bytes = <usize>units * slot;
  for (let at = half; at < bytes; at += slot) sum = f64x2.add(sum, load(delta, at));
  return sum;
}

function faultyStep(layer: Layer, x: usize, rate: v128, scale: v128): void {
  const faults = layer.faults;
  const delta = layer.delta;
  stepBy(true, layer.weights, delta, x, layer.inputs, layer.units, rate, scale);
  if (!layer.hasBiases || faults & biasesFrozen) return;
  const b = layer.biases;
  if (faults & biasAddedToWeights) {
    stepBy(true, b, delta, x, layer.inputs, layer.units, rate, scale);
    return;
  }
  const bytes = <usize>layer.units * slot;
  const zero = f64x2.splat(0);
  for (let half: usize = 0; half < slot; half += vector) {
    const sum = sumOf(delta, layer.units, half);
    for (let at = half; at < bytes; at += slot) {
      const d = faults & biasGradientSummed ? sum : load(delta, at);
      const g = f64x2.add(zero, f64x2.mul(rate, d));
      store(b, at, subtractProduct(load(b, at), scale, g));
    }
  }
}

/** The step of a layer right after one sample. */
export function step(layer: Layer, x: usize, learningRate: f64, rateFirst: bool): void {
  if (!(layer.faults & layerFrozen)) stepOn(layer, x, learningRate, rateFirst);
  if (layer.faults & parametersTruncated) truncate(layer);
}

function stepOn(layer: Layer, x: usize, learningRate: f64, rateFirst: bool): void {
  const faults = layer.faults;
  const rate = f64x2.splat(learningRate);
  const one = f64x2.splat(1);
  if (!layer.hasBiases || faults & gradientFaults) {
    const sign = signOf(faults);
    if (rateFirst) faultyStep(layer, x, f64x2.splat(sign * learningRate), one);
    else faultyStep(layer, x, f64x2.splat(sign), rate);
    return;
  }
  const delta = layer.delta;
  if (rateFirst) stepRateFirst(layer.weights, delta, x, layer.inputs, layer.units, rate);
  else stepBy(false, layer.weights, delta, x, layer.inputs, layer.units, one, rate);
  const b = layer.biases;
  const bytes = <usize>layer.units * slot;
  for (let at: usize = 0; at < bytes; at += vector)
    store(b, at, subtractProduct(load(b, at), rate, load(delta, at)));
}

/** g += (sign delta) x */
function addOuter(g: usize, delta: usize, x: usize, inputs: i32, units: i32, sign: v128): void {
  const row = <usize>inputs * slot;
  const last = delta + <usize>units * slot;
  for (; delta < last; delta += slot) {
    const left = f64x2.mul(sign, load(delta, 0));
    const right = f64x2.mul(sign, load(delta, vector));
    for (let at: usize = 0; at < row; at += slot) {
      store(g, at, addProduct(load(g, at), left, load(x, at)));
      store(g, at + vector, addProduct(load(g, at + vector), right, load(x, at + vector)));
    }
    g += row;
  }
}

/** Adds the gradient of the sample at hand. */
export function accumulate(layer: Layer, x: usize): void {
  const faults = layer.faults;
  if (faults & layerFrozen) return;
  const delta = layer.delta;
  const sign = f64x2.splat(signOf(faults));
  addOuter(layer.weightGradients, delta, x, layer.inputs, layer.units, sign);
  if (!layer.hasBiases || faults & biasesFrozen) return;
  const g = layer.biasGradients;
  if (faults & biasAddedToWeights) {
    addOuter(g, delta, x, layer.inputs, layer.units, sign);
    return;
  }
  const bytes = <usize>layer.units * slot;
  for (let half: usize = 0; half < slot; half += vector) {
    const sum = sumOf(delta, layer.units, half);
    for (let at = half; at < bytes; at += slot)
      store(g, at, addProduct(load(g, at), sign, faults & biasGradientSummed ? sum : load(delta, at)));
  }
}

/** v = momentum v + g, and v in the place of g. */
function gatherSpeed(momentum: f64): void {
  const bytes = <usize>parameterCount * slot;
  const kept = f64x2.splat(momentum);
  for (let at: usize = 0; at < bytes; at += vector) {
    const v = f64x2.add(f64x2.mul(kept, load(velocity, at)), load(gradients, at));
    store(velocity, at, v);
    store(gradients, at, v);
  }
}

/** Divides the gradients by N where `divisor` is not 0, adds the decay of the weights, and takes the step. */
export function stepByGradient(learningRate: f64, divisor: f64, decay: f64, momentum: f64): void {
  const bytes = <usize>parameterCount * slot;
  const rate = f64x2.splat(learningRate);
  if (divisor != 0) {
    const n = f64x2.splat(divisor);
    for (let at: usize = 0; at < bytes; at += vector) store(gradients, at, f64x2.div(load(gradients, at), n));
  }
  if (decay != 0) {
    const share = f64x2.splat(decay);
    for (let l = 0; l < layerCount; l++) {
      const layer = layerAt(l);
      const count = <usize>(layer.inputs * layer.units) * slot;
      const g = layer.weightGradients;
      for (let at: usize = 0; at < count; at += vector)
        store(g, at, addProduct(load(g, at), share, load(layer.weights, at)));
    }
  }
  if (stateCount > parameterCount) gatherSpeed(momentum);
  for (let at: usize = 0; at < bytes; at += vector)
    store(parameters, at, subtractProduct(load(parameters, at), rate, load(gradients, at)));
  for (let l = 0; l < layerCount; l++) {
    const layer = layerAt(l);
    if (layer.faults & parametersTruncated) truncate(layer);
  }
}
