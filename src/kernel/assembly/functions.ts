/**
 * The smooth activation functions of src/engine/activations, two lanes at a time: the same operations in the
 * same order, with every choice made lane by lane.
 */
import { expNear, expOfNegative } from './exponential';
import { addProduct, choose, subtractProduct } from './lanes';

/** The constants of sigmoid and tanh, each for both lanes, in memory as those of the exponential are. */
const table: usize = memory.data<f64>([
  1.0, 1.0,
  -0.0, -0.0,
  -700.0, -700.0,
  0.625, 0.625,
  -2.0, -2.0,
  -0.9643991794250522, -0.9643991794250522,
  99.28772310019186, 99.28772310019186,
  1614.6876844170845, 1614.6876844170845,
  112.81167849163293, 112.81167849163293,
  2235.4883906010045, 2235.4883906010045,
  4844.063053251255, 4844.063053251255,
], 16);

const oneAt: usize = 0;
const signBit: usize = 1;
/** From here on e^x has all its digits. */
const leastNear: usize = 2;
/** Below this size tanh is a ratio of two polynomials. */
const nearZero: usize = 3;
const minusTwo: usize = 4;
/** Of the highest power first; the signs of all but the first of P are turned. */
const numerator: usize = 5;
const denominator: usize = 8;

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load(table + 16 * index);
}

// @ts-ignore: decorator
@inline
function one(): v128 {
  return constant(oneAt);
}

// @ts-ignore: decorator
@inline
function isNegative(z: v128): v128 {
  return f64x2.lt(z, f64x2.splat(0));
}

/** -|z|: the sign is set by its bit, also for z = 0, where the engine may have 0 for -0: e^z is 1 for both. */
// @ts-ignore: decorator
@inline
export function minusSize(z: v128): v128 {
  return v128.or(z, constant(signBit));
}

/**
 * The sigmoid of z from e = e^-|z|: 1 / (1 + e) for z >= 0, e / (1 + e) with its dropped digits put back below.
 * For z >= 0 the correction is a (0 (1 - a)) = 0.
 */
// @ts-ignore: decorator
@inline
export function sigmoidFrom(z: v128, e: v128): v128 {
  const negative = isNegative(z);
  const sum = f64x2.add(one(), e);
  const a = f64x2.div(choose(negative, e, one()), sum);
  const dropped = v128.and(f64x2.sub(e, f64x2.sub(sum, one())), negative);
  return subtractProduct(a, a, f64x2.mul(dropped, f64x2.sub(one(), a)));
}

/** Whether e^x or e^y may have fewer digits in any lane; NaN has none to lose. */
// @ts-ignore: decorator
@inline
export function areFar(x: v128, y: v128): bool {
  return v128.any_true(v128.or(f64x2.lt(x, constant(leastNear)), f64x2.lt(y, constant(leastNear))));
}

export function sigmoid(z: v128): v128 {
  const x = minusSize(z);
  return sigmoidFrom(z, areFar(x, x) ? expOfNegative(x) : expNear(x));
}

/**
 * e^(-2 |z|). Where it would lose digits it is lost beside the 1 that it is added to, so that it may as well be the least
 * that has them all.
 */
// @ts-ignore: decorator
@inline
export function exponentialOfTanh(z: v128): v128 {
  return expNear(f64x2.pmax(f64x2.mul(constant(minusTwo), f64x2.abs(z)), constant(leastNear)));
}

/** z + z z^2 P / Q near 0, 1 - 2e / (1 + e) with the sign of z elsewhere: with one division for both. */
// @ts-ignore: decorator
@inline
export function tanhFrom(z: v128, e: v128): v128 {
  const near = f64x2.lt(f64x2.abs(z), constant(nearZero));
  const z2 = f64x2.mul(z, z);
  let P = f64x2.sub(f64x2.mul(constant(numerator), z2), constant(numerator + 1));
  P = f64x2.sub(f64x2.mul(P, z2), constant(numerator + 2));
  let Q = f64x2.add(z2, constant(denominator));
  Q = addProduct(constant(denominator + 1), Q, z2);
  Q = addProduct(constant(denominator + 2), Q, z2);
  const over = choose(near, P, f64x2.add(e, e));
  const under = choose(near, Q, f64x2.add(one(), e));
  const ratio = f64x2.div(over, under);
  const far = v128.or(f64x2.sub(one(), ratio), v128.and(z, constant(signBit)));
  return choose(near, addProduct(z, f64x2.mul(z, z2), ratio), far);
}

export function tanh(z: v128): v128 {
  return tanhFrom(z, exponentialOfTanh(z));
}

/** ln(1 + x) for 0 <= x <= 1: the engine's log1p with log written out for 1 <= u <= 2, where k is 0 or 1. */
// @ts-ignore: decorator
@inline
function log1pOfFraction(x: v128): v128 {
  const u = f64x2.add(one(), x);
  const large = f64x2.gt(u, f64x2.splat(1.4142135623730951));
  const m = choose(large, f64x2.mul(u, f64x2.splat(0.5)), u);
  const kHigh = v128.and(large, f64x2.splat(0.6931471803691238));
  const kLow = v128.and(large, f64x2.splat(1.9082149292705877e-10));
  const f = f64x2.sub(m, one());
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const s2 = f64x2.mul(s, s);
  let series = f64x2.splat(2.0 / 21.0);
  series = addProduct(f64x2.splat(2.0 / 19.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 17.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 15.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 13.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 11.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 9.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 7.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 5.0), series, s2);
  series = addProduct(f64x2.splat(2.0 / 3.0), series, s2);
  const halfSquare = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const inner = addProduct(kLow, s, addProduct(halfSquare, series, s2));
  const log = f64x2.add(kHigh, f64x2.sub(f, f64x2.sub(halfSquare, inner)));
  const dropped = f64x2.sub(x, f64x2.sub(u, one()));
  return f64x2.add(log, f64x2.div(dropped, u));
}

/** max(0, z) + ln(1 + e^-|z|) */
export function softplus(z: v128): v128 {
  const size = choose(isNegative(z), f64x2.neg(z), z);
  const line = v128.and(z, f64x2.gt(z, f64x2.splat(0)));
  return f64x2.add(line, log1pOfFraction(expOfNegative(f64x2.neg(size))));
}

/** sqrt(2 / pi) */
const root: f64 = 0.7978845608028654;

/** z/2 (1 + tanh u) */
export function gelu(z: v128): v128 {
  const cube = f64x2.mul(f64x2.mul(z, z), z);
  const t = tanh(f64x2.mul(f64x2.splat(root), addProduct(z, f64x2.splat(0.044715), cube)));
  return f64x2.mul(f64x2.mul(f64x2.splat(0.5), z), f64x2.add(one(), t));
}

/** (1 + t)/2 + z/2 (1 - t^2) u' */
export function geluDerivative(z: v128): v128 {
  const square = f64x2.pmin(f64x2.mul(z, z), f64x2.splat(100));
  const cube = f64x2.mul(square, z);
  const t = tanh(f64x2.mul(f64x2.splat(root), addProduct(z, f64x2.splat(0.044715), cube)));
  const slope = addProduct(one(), f64x2.splat(3.0 * 0.044715), square);
  const left = f64x2.mul(f64x2.splat(0.5), f64x2.add(one(), t));
  const flat = f64x2.sub(one(), f64x2.mul(t, t));
  const right = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.splat(0.5), z), flat), f64x2.mul(f64x2.splat(root), slope));
  return f64x2.add(left, right);
}
