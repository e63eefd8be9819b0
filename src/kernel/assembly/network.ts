/**
 * The network as it lies in the kernel's memory: a table of layers, and everything a training run touches,
 * laid out once before it. Every element (a parameter, an input, an activation) is a slot: one double for
 * each lane.
 *
 *   parameters     [P]      layer by layer: weights [O, I] row-major, then biases ([O], or [O, I] where they
 *                           are added to the weights)
 *   gradients      [P]      in the same order, further down
 *   velocity       [P]      of momentum; [0] without it
 *   snapshot       [P + velocity]   the two above at an earlier epoch
 *   inputs         [N, I]   targets [N, O]
 *   per layer      z, a, delta: [O] each; f(z) where a is not f(z)
 *
 * `N` samples, `I` inputs and `O` units of a layer, `P` parameters.
 */
import { slot } from './lanes';

export const maxLayers: i32 = 64;

/** What a layer does wrong: bits of Layer.faults. The binding holds the same table. */
export const derivativeOfActivation: i32 = 1 << 0;
export const derivativeAtLeastZero: i32 = 1 << 1;
export const derivativeThresholdAtSlope: i32 = 1 << 2;
export const derivativeCollapsed: i32 = 1 << 3;
export const derivativeIsFunction: i32 = 1 << 4;
export const derivativeOmitted: i32 = 1 << 5;
export const preActivationPassedOn: i32 = 1 << 6;
export const activationAppliedTwice: i32 = 1 << 7;
export const maskProduct: i32 = 1 << 8;
export const biasGradientSummed: i32 = 1 << 9;
export const biasesFrozen: i32 = 1 << 10;
export const biasAddedToWeights: i32 = 1 << 11;
export const stepUphill: i32 = 1 << 12;
export const layerFrozen: i32 = 1 << 13;
export const updatedBeforePassedBack: i32 = 1 << 14;
export const parametersTruncated: i32 = 1 << 15;
export const rateUndefined: i32 = 1 << 16;

@unmanaged
export class Layer {
  inputs: i32;
  units: i32;
  activation: i32;
  faults: i32;
  hasBiases: i32;
  slope: f64;
  weights: usize;
  biases: usize;
  weightGradients: usize;
  biasGradients: usize;
  /** W + b where the biases are added to the weights, else the weights themselves. */
  effective: usize;
  z: usize;
  /** f(z): that is a, but where the activation is applied twice. */
  once: usize;
  a: usize;
  delta: usize;
}

const table: usize = memory.data(64 * 96);

// @ts-ignore: decorator
@inline
export function layerAt(index: i32): Layer {
  return changetype<Layer>(table + <usize>index * 96);
}

export let layerCount: i32 = 0;
export let sampleCount: i32 = 0;
export let inputCount: i32 = 0;
export let outputCount: i32 = 0;
export let parameterCount: i32 = 0;
/** Slots of everything that an update reads and changes: the parameters, and the velocity where there is one. */
export let stateCount: i32 = 0;

export let parameters: usize = 0;
export let gradients: usize = 0;
export let velocity: usize = 0;
export let snapshot: usize = 0;
export let inputs: usize = 0;
export let targets: usize = 0;
/** [orderCount] of i32: the samples of one pass. */
export let order: usize = 0;
export let orderCount: i32 = 0;
/** [I] and [O]: the sample at hand, where each lane draws its own. */
export let drawnInput: usize = 0;
export let drawnTarget: usize = 0;
/** One i32 for each lane: the state of its generator. */
export let generators: usize = 0;
/** As many slots as the widest layer has units: all zero, and for passing use. */
export let zeros: usize = 0;
export let scratch: usize = 0;

/** Describes a layer; all of them, from the first to the output, before `arrange`. */
export function describeLayer(
  index: i32,
  inputs: i32,
  units: i32,
  activation: i32,
  slope: f64,
  hasBiases: i32,
  faults: i32,
): void {
  const layer = layerAt(index);
  layer.inputs = inputs;
  layer.units = units;
  layer.activation = activation;
  layer.slope = slope;
  layer.hasBiases = hasBiases;
  layer.faults = faults;
}

/** Bytes of a slot in the layout at hand. */
export let slotBytes: usize = slot;

/** Places the parameters, their velocity and the snapshot at the start of the heap. Returns where the parameters are. */
export function placeParameters(count: i32, withVelocity: bool, bytes: usize): usize {
  parameterCount = count;
  stateCount = withVelocity ? 2 * count : count;
  slotBytes = bytes;
  parameters = (__heap_base + 63) & ~63;
  velocity = parameters + <usize>count * bytes;
  snapshot = parameters + <usize>stateCount * bytes;
  return parameters;
}

let top: usize = 0;

function take(slots: i32): usize {
  const start = top;
  top += <usize>slots * slot;
  return start;
}

function biasSize(layer: Layer): i32 {
  if (!layer.hasBiases) return 0;
  return layer.faults & biasAddedToWeights ? layer.inputs * layer.units : layer.units;
}

/** Lays everything out from the start of the heap and makes the memory large enough. Returns 1, or 0 where there is no room. */
export function arrange(layers: i32, samples: i32, ordered: i32, withVelocity: bool): i32 {
  layerCount = layers;
  orderCount = ordered;
  sampleCount = samples;
  inputCount = layerAt(0).inputs;
  outputCount = layerAt(layers - 1).units;
  let count = 0;
  let widest = inputCount;
  for (let l = 0; l < layers; l++) {
    const layer = layerAt(l);
    count += layer.inputs * layer.units + biasSize(layer);
    widest = max(widest, layer.units);
  }

  let next = placeParameters(count, withVelocity, slot);
  top = parameters;
  take(2 * stateCount);
  generators = take(1);
  zeros = take(widest);
  scratch = take(widest);
  for (let l = 0; l < layers; l++) {
    const layer = layerAt(l);
    layer.weights = next;
    next += <usize>(layer.inputs * layer.units) * slot;
    layer.biases = layer.hasBiases ? next : zeros;
    next += <usize>biasSize(layer) * slot;
    layer.effective =
      layer.faults & biasAddedToWeights ? take(layer.inputs * layer.units) : layer.weights;
    layer.z = take(layer.units);
    layer.a = take(layer.units);
    layer.once = layer.faults & activationAppliedTwice ? take(layer.units) : layer.a;
    layer.delta = take(layer.units);
  }
  drawnInput = take(inputCount);
  drawnTarget = take(outputCount);
  inputs = take(samples * inputCount);
  targets = take(samples * outputCount);
  gradients = take(parameterCount);
  for (let l = 0; l < layers; l++) {
    const layer = layerAt(l);
    layer.weightGradients = gradients + (layer.weights - parameters);
    layer.biasGradients = layer.hasBiases ? gradients + (layer.biases - parameters) : zeros;
  }
  order = top;
  top += <usize>ordered * 4;

  const pages = <i32>((top + 0xffff) >>> 16);
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return 0;
  memory.fill(zeros, 0, <usize>widest * slot);
  return 1;
}
