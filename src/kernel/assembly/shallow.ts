/**
 * The shape that this book sweeps most, two inputs, one piecewise linear hidden layer, one output, trained
 * sample by sample, as a loop of its own: sixteen networks side by side in two groups of eight. All of a group's
 * sums fit the registers; two groups give the processor something to do while the sigmoids of one are on
 * their way, each a chain of some thirty operations that wait for one another.
 *
 *   z[k] = b[k] + w[k, 0] x0 + w[k, 1] x1      a[k] = f(z[k])      p = g(c + sum over k of v[k] a[k])
 *   e = scale (p - y) g'                       d[k] = (0 + v[k] e) f'(z[k])
 *   v[k] -= (rate e) a[k]   c -= rate e        w[k, i] -= (rate d[k]) x[i]   b[k] -= rate d[k]
 *
 * A derivative is 1 where z > threshold and another number elsewhere. The binding finds the two numbers for
 * each activation with each of its faults, or takes the layer-by-layer path where there are none.
 */
import { addProduct, choose, load, store, subtractProduct } from './lanes';
import { expNear } from './exponential';
import { areFar, minusSize, sigmoid, sigmoidFrom } from './functions';
import { placeParameters } from './network';

/** Bytes of a slot here: sixteen lanes, eight vectors. */
const wide: usize = 128;
/** Bytes of a group's part of a slot. */
const group: usize = 64;
/** Bytes of a sample: x0, x1, y as they are, the same for all lanes. */
const row: usize = 24;

let hidden: usize = 0;
/** One slot each: the output's sums, then dLoss/dz of the output, and the rate times that. */
let errors: usize = 0;
let steps: usize = 0;
let rows: usize = 0;
let rowCount: i32 = 0;

let weights: usize = 0;
let biases: usize = 0;
let outputWeights: usize = 0;
let outputBias: usize = 0;
/** Bytes of the hidden layer's biases, or of anything else that has one slot a hidden unit. */
let hiddenBytes: usize = 0;

let rate: f64 = 0;
/** 1 or 2: dLoss/dp is scale (p - y). */
let scale: f64 = 1;
let slope: f64 = 0;
let threshold: f64 = 0;
let elsewhere: f64 = 0;
let outputSlope: f64 = 0;
let outputThreshold: f64 = 0;
let outputElsewhere: f64 = 0;
/** ReLU is not leaky ReLU with slope 0: 0 times a negative would be -0. */
let outputIsRelu: bool = false;

/** Lays out the memory for so many hidden units and samples in one pass. Returns 0 where there is no room. */
export function arrangeShallow(units: i32, samples: i32): i32 {
  const start = placeParameters(4 * units + 1, false, wide);
  hiddenBytes = <usize>units * wide;
  weights = start;
  biases = weights + 2 * hiddenBytes;
  outputWeights = biases + hiddenBytes;
  outputBias = outputWeights + hiddenBytes;
  hidden = start + 2 * (4 * hiddenBytes + wide); // behind the parameters and their snapshot
  errors = hidden + 2 * hiddenBytes;
  steps = errors + wide;
  rows = steps + wide;
  rowCount = samples;
  const pages = <i32>((rows + <usize>samples * row + 0xffff) >>> 16);
  return pages <= memory.size() || memory.grow(pages - memory.size()) >= 0 ? 1 : 0;
}

/** Address of the samples, in the order of one pass: x0, x1, y each. */
export function rowsAt(): usize {
  return rows;
}

export function setShallowTraining(learningRate: f64, lossScale: f64): void {
  rate = learningRate;
  scale = lossScale;
}

/**
 * The hidden layer. Leaky ReLU: the slope of f below zero, and the derivative: 1 where z > gateThreshold and
 * gateElsewhere elsewhere. ReLU asks for the threshold alone: its derivative is 0 where z < gateThreshold, else 1.
 */
export function setHidden(below: f64, gateThreshold: f64, gateElsewhere: f64): void {
  slope = below;
  threshold = gateThreshold;
  elsewhere = gateElsewhere;
}

/** The output, likewise; not asked for by sigmoid. */
export function setOutput(below: f64, gateThreshold: f64, gateElsewhere: f64, isRelu: bool): void {
  outputSlope = below;
  outputThreshold = gateThreshold;
  outputElsewhere = gateElsewhere;
  outputIsRelu = isRelu;
}

// @ts-ignore: decorator
@inline
function relu(z: v128): v128 {
  return v128.andnot(z, f64x2.lt(z, f64x2.splat(0)));
}

// @ts-ignore: decorator
@inline
function leaky(z: v128, below: v128): v128 {
  return choose(f64x2.gt(z, f64x2.splat(0)), z, f64x2.mul(below, z));
}

/** The derivative of ReLU, with the test turned round: 0 where z < closedBelow, so that one number does for all faults. */
// @ts-ignore: decorator
@inline
function reluDerivative(z: v128, closedBelow: v128): v128 {
  return v128.andnot(f64x2.splat(1), f64x2.lt(z, closedBelow));
}

// @ts-ignore: decorator
@inline
function derivative(z: v128, at: v128, other: v128): v128 {
  return choose(f64x2.gt(z, at), f64x2.splat(1), other);
}

/*
 * In the functions of a hidden unit, w, b, u and h are the addresses of its two weights, its bias, its weight
 * in the output, and its activation and derivative; v is the vector's place in a slot.
 */

// @ts-ignore: decorator
@inline
function preActivation(w: usize, b: usize, v: usize, x0: v128, x1: v128): v128 {
  return addProduct(addProduct(load(b, v), load(w, v), x0), load(w, wide + v), x1);
}

/** a and f' are stored, and v a is added to the output's sum. */
// @ts-ignore: decorator
@inline
function hiddenUnit(
  isRelu: bool,
  u: usize,
  h: usize,
  v: usize,
  z: v128,
  below: v128,
  at: v128,
  other: v128,
  sum: v128,
): v128 {
  const a = isRelu ? relu(z) : leaky(z, below);
  store(h, v, a);
  store(h, wide + v, isRelu ? reluDerivative(z, at) : derivative(z, at, other));
  return addProduct(sum, load(u, v), a);
}

/** The steps of the unit and of its weight in the output; e = dLoss/dz of the output, s = rate e. */
// @ts-ignore: decorator
@inline
function hiddenStep(
  w: usize,
  b: usize,
  u: usize,
  h: usize,
  v: usize,
  x0: v128,
  x1: v128,
  e: v128,
  s: v128,
  eta: v128,
): void {
  const out = load(u, v);
  const d = f64x2.mul(f64x2.add(f64x2.splat(0), f64x2.mul(out, e)), load(h, wide + v));
  const step = f64x2.mul(eta, d);
  store(u, v, subtractProduct(out, s, load(h, v)));
  store(b, v, f64x2.sub(load(b, v), step));
  store(w, v, subtractProduct(load(w, v), step, x0));
  store(w, wide + v, subtractProduct(load(w, wide + v), step, x1));
}

/** dLoss/dz of an output that is piecewise linear. */
// @ts-ignore: decorator
@inline
function linearError(z: v128, y: v128): v128 {
  const p = outputIsRelu ? relu(z) : leaky(z, f64x2.splat(outputSlope));
  const slopeAt = derivative(z, f64x2.splat(outputThreshold), f64x2.splat(outputElsewhere));
  return f64x2.mul(f64x2.mul(f64x2.splat(scale), f64x2.sub(p, y)), slopeAt);
}

/** dLoss/dz of an output p that is a sigmoid; without f' for cross-entropy, or where it is left out. */
// @ts-ignore: decorator
@inline
function sigmoidError(p: v128, y: v128, withoutDerivative: bool): v128 {
  const error = f64x2.mul(f64x2.splat(scale), f64x2.sub(p, y));
  return withoutDerivative ? error : f64x2.mul(error, f64x2.mul(p, f64x2.sub(f64x2.splat(1), p)));
}

const linear: i32 = 0;
const sigmoidal: i32 = 1;
const paired: i32 = 2;

/** Forward for one group and sample: hidden units, and the output's sums to `errors`. */
// @ts-ignore: decorator
@inline
function forwardGroup(isRelu: bool, g: usize, x0: v128, x1: v128, below: v128, at: v128, other: v128): void {
  const c = outputBias + g;
  let p0 = load(c, 0);
  let p1 = load(c, 16);
  let p2 = load(c, 32);
  let p3 = load(c, 48);
  const end = outputWeights + g;
  let w = weights + g;
  let u = end;
  let h = hidden + g;
  let b = biases + g;
  for (; b + wide < end; b += 2 * wide) {
    p0 = hiddenUnit(isRelu, u, h, 0, preActivation(w, b, 0, x0, x1), below, at, other, p0);
    p1 = hiddenUnit(isRelu, u, h, 16, preActivation(w, b, 16, x0, x1), below, at, other, p1);
    p2 = hiddenUnit(isRelu, u, h, 32, preActivation(w, b, 32, x0, x1), below, at, other, p2);
    p3 = hiddenUnit(isRelu, u, h, 48, preActivation(w, b, 48, x0, x1), below, at, other, p3);
    p0 = hiddenUnit(isRelu, u + wide, h + 2 * wide, 0, preActivation(w + 2 * wide, b + wide, 0, x0, x1), below, at, other, p0);
    p1 = hiddenUnit(isRelu, u + wide, h + 2 * wide, 16, preActivation(w + 2 * wide, b + wide, 16, x0, x1), below, at, other, p1);
    p2 = hiddenUnit(isRelu, u + wide, h + 2 * wide, 32, preActivation(w + 2 * wide, b + wide, 32, x0, x1), below, at, other, p2);
    p3 = hiddenUnit(isRelu, u + wide, h + 2 * wide, 48, preActivation(w + 2 * wide, b + wide, 48, x0, x1), below, at, other, p3);
    w += 4 * wide;
    u += 2 * wide;
    h += 4 * wide;
  }
  if (b < end) {
    p0 = hiddenUnit(isRelu, u, h, 0, preActivation(w, b, 0, x0, x1), below, at, other, p0);
    p1 = hiddenUnit(isRelu, u, h, 16, preActivation(w, b, 16, x0, x1), below, at, other, p1);
    p2 = hiddenUnit(isRelu, u, h, 32, preActivation(w, b, 32, x0, x1), below, at, other, p2);
    p3 = hiddenUnit(isRelu, u, h, 48, preActivation(w, b, 48, x0, x1), below, at, other, p3);
  }
  const sums = errors + g;
  store(sums, 0, p0);
  store(sums, 16, p1);
  store(sums, 32, p2);
  store(sums, 48, p3);
}

/** One vector of the output's error, and the step of its bias. */
// @ts-ignore: decorator
@inline
function outputStep(v: usize, error: v128, eta: v128): void {
  const step = f64x2.mul(eta, error);
  store(errors, v, error);
  store(steps, v, step);
  store(outputBias, v, f64x2.sub(load(outputBias, v), step));
}

/** From the output's sums to its errors and the steps of its bias, for all lanes, two vectors a turn. */
// @ts-ignore: decorator
@inline
function outputSteps(output: i32, y: v128, eta: v128): void {
  for (let v: usize = 0; v < wide; v += 32) {
    const z0 = load(errors, v);
    const z1 = load(errors, v + 16);
    if (output == linear) {
      outputStep(v, linearError(z0, y), eta);
      outputStep(v + 16, linearError(z1, y), eta);
      continue;
    }
    const x0 = minusSize(z0);
    const x1 = minusSize(z1);
    let p0: v128, p1: v128;
    if (areFar(x0, x1)) {
      p0 = sigmoid(z0);
      p1 = sigmoid(z1);
    } else {
      p0 = sigmoidFrom(z0, expNear(x0));
      p1 = sigmoidFrom(z1, expNear(x1));
    }
    outputStep(v, sigmoidError(p0, y, output == paired), eta);
    outputStep(v + 16, sigmoidError(p1, y, output == paired), eta);
  }
}

/** Backward for one group and sample. */
// @ts-ignore: decorator
@inline
function backwardGroup(g: usize, x0: v128, x1: v128, eta: v128): void {
  const e = errors + g;
  const s = steps + g;
  const e0 = load(e, 0);
  const e1 = load(e, 16);
  const e2 = load(e, 32);
  const e3 = load(e, 48);
  const s0 = load(s, 0);
  const s1 = load(s, 16);
  const s2 = load(s, 32);
  const s3 = load(s, 48);
  const end = outputWeights + g;
  let w = weights + g;
  let u = end;
  let h = hidden + g;
  let b = biases + g;
  for (; b + wide < end; b += 2 * wide) {
    hiddenStep(w, b, u, h, 0, x0, x1, e0, s0, eta);
    hiddenStep(w, b, u, h, 16, x0, x1, e1, s1, eta);
    hiddenStep(w, b, u, h, 32, x0, x1, e2, s2, eta);
    hiddenStep(w, b, u, h, 48, x0, x1, e3, s3, eta);
    hiddenStep(w + 2 * wide, b + wide, u + wide, h + 2 * wide, 0, x0, x1, e0, s0, eta);
    hiddenStep(w + 2 * wide, b + wide, u + wide, h + 2 * wide, 16, x0, x1, e1, s1, eta);
    hiddenStep(w + 2 * wide, b + wide, u + wide, h + 2 * wide, 32, x0, x1, e2, s2, eta);
    hiddenStep(w + 2 * wide, b + wide, u + wide, h + 2 * wide, 48, x0, x1, e3, s3, eta);
    w += 4 * wide;
    u += 2 * wide;
    h += 4 * wide;
  }
  if (b < end) {
    hiddenStep(w, b, u, h, 0, x0, x1, e0, s0, eta);
    hiddenStep(w, b, u, h, 16, x0, x1, e1, s1, eta);
    hiddenStep(w, b, u, h, 32, x0, x1, e2, s2, eta);
    hiddenStep(w, b, u, h, 48, x0, x1, e3, s3, eta);
  }
}

// @ts-ignore: decorator
@inline
function trainAs(isRelu: bool, output: i32, epochs: i32): void {
  const eta = f64x2.splat(rate);
  const below = f64x2.splat(slope);
  const at = f64x2.splat(threshold);
  const other = f64x2.splat(elsewhere);
  const end = rows + <usize>rowCount * row;
  for (let epoch = 0; epoch < epochs; epoch++)
    for (let sample = rows; sample < end; sample += row) {
      const x0 = v128.load64_splat(sample);
      const x1 = v128.load64_splat(sample, 8);
      const y = v128.load64_splat(sample, 16);
      forwardGroup(isRelu, 0, x0, x1, below, at, other);
      forwardGroup(isRelu, group, x0, x1, below, at, other);
      outputSteps(output, y, eta);
      backwardGroup(0, x0, x1, eta);
      backwardGroup(group, x0, x1, eta);
    }
}

// One door for each combination, so that each loop is compiled for its own.

export function trainReluLinear(epochs: i32): void {
  trainAs(true, linear, epochs);
}

export function trainReluSigmoid(epochs: i32): void {
  trainAs(true, sigmoidal, epochs);
}

export function trainReluPaired(epochs: i32): void {
  trainAs(true, paired, epochs);
}

export function trainLeakyLinear(epochs: i32): void {
  trainAs(false, linear, epochs);
}

export function trainLeakySigmoid(epochs: i32): void {
  trainAs(false, sigmoidal, epochs);
}

export function trainLeakyPaired(epochs: i32): void {
  trainAs(false, paired, epochs);
}
