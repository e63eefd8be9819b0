/** One sample through the network and back: activations, then delta = dLoss/dz of every layer. */
import { values } from './activations';
import { backward, forward } from './dense';
import { gate } from './gate';
import { load, slot, store, vector } from './lanes';
import {
  activationAppliedTwice,
  biasAddedToWeights,
  layerAt,
  layerCount,
  maskProduct,
  preActivationPassedOn,
  updatedBeforePassedBack,
  zeros,
} from './network';
import { step } from './update';
import { Layer } from './network';

/** What dLoss/dp is at the output. */
export const difference: i32 = 0; // p - y
export const twiceDifference: i32 = 1; // 2 (p - y)
export const meanDifference: i32 = 2; // 2 (p - y) / O
export const pairedDifference: i32 = 3; // p - y is dLoss/dz already: no f'

let biasLast: bool = false;
let loss: i32 = difference;

/** Set once before a run: whether z starts at the bias or ends with it, and the loss. */
export function setArithmetic(addBiasLast: bool, lossKind: i32): void {
  biasLast = addBiasLast;
  loss = lossKind;
}

function add(a: usize, b: usize, into: usize, count: i32): void {
  const bytes = <usize>count * slot;
  for (let at: usize = 0; at < bytes; at += vector) store(into, at, f64x2.add(load(a, at), load(b, at)));
}

/** a = z (z > 0 ? 1 : 0): -0 for negative z, NaN for an infinite one. */
function multiplyByMask(from: usize, to: usize, units: i32): void {
  const bytes = <usize>units * slot;
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += vector) {
    const z = load(from, at);
    store(to, at, f64x2.mul(z, v128.and(one, f64x2.gt(z, zero))));
  }
}

function activate(layer: Layer, from: usize, to: usize): void {
  if (layer.faults & maskProduct) multiplyByMask(from, to, layer.units);
  else values(layer.activation, from, to, layer.units, layer.slope);
}

function layerForward(layer: Layer, x: usize): void {
  const z = layer.z;
  if (layer.faults & biasAddedToWeights) {
    add(layer.weights, layer.biases, layer.effective, layer.inputs * layer.units);
    forward(layer.effective, zeros, x, z, layer.inputs, layer.units);
  } else if (biasLast) {
    forward(layer.weights, zeros, x, z, layer.inputs, layer.units);
    add(z, layer.biases, z, layer.units);
  } else forward(layer.weights, layer.biases, x, z, layer.inputs, layer.units);
  activate(layer, z, layer.once);
  if (layer.faults & activationAppliedTwice) activate(layer, layer.once, layer.a);
}

/** What a layer hands to the next one; for the last layer, the network's outputs. */
function passedOn(layer: Layer): usize {
  return layer.faults & preActivationPassedOn ? layer.z : layer.a;
}

/** x: [I]. Leaves z and a in every layer and returns where the outputs are. [O] */
function predict(x: usize): usize {
  for (let l = 0; l < layerCount; l++) {
    const layer = layerAt(l);
    layerForward(layer, x);
    x = passedOn(layer);
  }
  return x;
}

function differentiate(layer: Layer, p: usize, y: usize): void {
  const delta = layer.delta;
  const bytes = <usize>layer.units * slot;
  const two = f64x2.splat(2);
  const width = f64x2.splat(<f64>layer.units);
  for (let at: usize = 0; at < bytes; at += vector) {
    let d = f64x2.sub(load(p, at), load(y, at));
    if (loss == twiceDifference || loss == meanDifference) d = f64x2.mul(two, d);
    if (loss == meanDifference) d = f64x2.div(d, width);
    store(delta, at, d);
  }
}

/**
 * x: [I], y: [O]. Leaves z, a and delta in every layer. A layer with the fault of that name takes its step before it
 * passes its delta back.
 */
export function propagate(x: usize, y: usize, rate: f64, rateFirst: bool): void {
  const p = predict(x);
  let layer = layerAt(layerCount - 1);
  differentiate(layer, p, y);
  if (loss != pairedDifference) gate(layer);
  for (let l = layerCount - 2; l >= 0; l--) {
    const below = layerAt(l);
    if (layer.faults & updatedBeforePassedBack) {
      step(layer, below.a, rate, rateFirst);
      if (layer.faults & biasAddedToWeights)
        add(layer.weights, layer.biases, layer.effective, layer.inputs * layer.units);
    }
    backward(layer.effective, layer.delta, below.delta, layer.inputs, layer.units);
    gate(below);
    layer = below;
  }
}
