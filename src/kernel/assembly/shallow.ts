/**
 * The shape that this book sweeps most, two inputs, one piecewise linear hidden layer, one output, trained
 * sample by sample, as a loop of its own: eight networks side by side, and between forward and backward only
 * the hidden activations and derivatives leave the registers.
 *
 *   z[k] = b[k] + w[k, 0] x0 + w[k, 1] x1      a[k] = f(z[k])      p = g(c + sum over k of v[k] a[k])
 *   e = scale (p - y) g'                       d[k] = (0 + v[k] e) f'(z[k])
 *   v[k] -= (rate e) a[k]   c -= rate e        w[k, i] -= (rate d[k]) x[i]   b[k] -= rate d[k]
 *
 * A derivative is 1 where z > threshold and another number elsewhere. The binding finds the two numbers for
 * each activation with each of its faults, or takes the layer-by-layer path where there are none.
 */
import { addProduct, choose, load, store, subtractProduct } from './lanes';
import { sigmoid } from './functions';
import { placeParameters } from './network';

/** Bytes of a slot here: eight lanes, four vectors. */
const wide: usize = 64;
/** Bytes of a sample: x0, x1, y as they are, the same for all lanes. */
const row: usize = 24;

let hidden: usize = 0;
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
  const start = placeParameters(4 * units + 1, wide);
  hiddenBytes = <usize>units * wide;
  weights = start;
  biases = weights + 2 * hiddenBytes;
  outputWeights = biases + hiddenBytes;
  outputBias = outputWeights + hiddenBytes;
  hidden = start + 2 * (4 * hiddenBytes + wide); // behind the parameters and their snapshot
  rows = hidden + 2 * hiddenBytes;
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

/** The hidden layer: slope of f below zero (not asked for by ReLU), and its derivative. */
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
function hiddenUnit(u: usize, h: usize, v: usize, z: v128, a: v128, at: v128, other: v128, sum: v128): v128 {
  store(h, v, a);
  store(h, wide + v, derivative(z, at, other));
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

/** dLoss/dz of a sigmoid output; without f' for cross-entropy, or where it is left out. */
// @ts-ignore: decorator
@inline
function sigmoidError(z: v128, y: v128, paired: bool): v128 {
  const p = sigmoid(z);
  const error = f64x2.mul(f64x2.splat(scale), f64x2.sub(p, y));
  return paired ? error : f64x2.mul(error, f64x2.mul(p, f64x2.sub(f64x2.splat(1), p)));
}

const linear: i32 = 0;
const sigmoidal: i32 = 1;
const paired: i32 = 2;

// @ts-ignore: decorator
@inline
function outputError(kind: i32, z: v128, y: v128): v128 {
  if (kind == linear) return linearError(z, y);
  return sigmoidError(z, y, kind == paired);
}

// @ts-ignore: decorator
@inline
function hiddenValue(isRelu: bool, z: v128, below: v128): v128 {
  return isRelu ? relu(z) : leaky(z, below);
}

// @ts-ignore: decorator
@inline
function trainAs(isRelu: bool, output: i32, epochs: i32): void {
  const eta = f64x2.splat(rate);
  const below = f64x2.splat(slope);
  const at = f64x2.splat(threshold);
  const other = f64x2.splat(elsewhere);
  const firstRow = rows;
  const end = firstRow + <usize>rowCount * row;
  const c = outputBias;
  const w0 = weights;
  const b0 = biases;
  const u0 = outputWeights;
  const h0 = hidden;
  for (let epoch = 0; epoch < epochs; epoch++)
    for (let sample = firstRow; sample < end; sample += row) {
      const x0 = v128.load64_splat(sample);
      const x1 = v128.load64_splat(sample, 8);
      const y = v128.load64_splat(sample, 16);
      let p0 = load(c, 0);
      let p1 = load(c, 16);
      let p2 = load(c, 32);
      let p3 = load(c, 48);
      for (let w = w0, b = b0, u = u0, h = h0; b < u0; b += wide) {
        const z0 = preActivation(w, b, 0, x0, x1);
        const z1 = preActivation(w, b, 16, x0, x1);
        const z2 = preActivation(w, b, 32, x0, x1);
        const z3 = preActivation(w, b, 48, x0, x1);
        p0 = hiddenUnit(u, h, 0, z0, hiddenValue(isRelu, z0, below), at, other, p0);
        p1 = hiddenUnit(u, h, 16, z1, hiddenValue(isRelu, z1, below), at, other, p1);
        p2 = hiddenUnit(u, h, 32, z2, hiddenValue(isRelu, z2, below), at, other, p2);
        p3 = hiddenUnit(u, h, 48, z3, hiddenValue(isRelu, z3, below), at, other, p3);
        w += 2 * wide;
        u += wide;
        h += 2 * wide;
      }
      const e0 = outputError(output, p0, y);
      const e1 = outputError(output, p1, y);
      const e2 = outputError(output, p2, y);
      const e3 = outputError(output, p3, y);
      const s0 = f64x2.mul(eta, e0);
      const s1 = f64x2.mul(eta, e1);
      const s2 = f64x2.mul(eta, e2);
      const s3 = f64x2.mul(eta, e3);
      store(c, 0, f64x2.sub(load(c, 0), s0));
      store(c, 16, f64x2.sub(load(c, 16), s1));
      store(c, 32, f64x2.sub(load(c, 32), s2));
      store(c, 48, f64x2.sub(load(c, 48), s3));
      for (let w = w0, b = b0, u = u0, h = h0; b < u0; b += wide) {
        hiddenStep(w, b, u, h, 0, x0, x1, e0, s0, eta);
        hiddenStep(w, b, u, h, 16, x0, x1, e1, s1, eta);
        hiddenStep(w, b, u, h, 32, x0, x1, e2, s2, eta);
        hiddenStep(w, b, u, h, 48, x0, x1, e3, s3, eta);
        w += 2 * wide;
        u += wide;
        h += 2 * wide;
      }
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
