/** f and f' for a whole layer. The numbers of the activations are those of the binding's table. */
import { exp, expm1OfNegative } from './exponential';
import { gelu, geluDerivative, sigmoid, softplus, tanh } from './functions';
import { choose, load, slot, store, vector } from './lanes';

export const identityKind: i32 = 0;
export const sigmoidKind: i32 = 1;
export const tanhKind: i32 = 2;
export const reluKind: i32 = 3;
export const leakyReluKind: i32 = 4;
export const eluKind: i32 = 5;
export const softplusKind: i32 = 6;
export const siluKind: i32 = 7;
export const geluKind: i32 = 8;
export const softmaxKind: i32 = 9;
export const stepKind: i32 = 10;

// @ts-ignore: decorator
@inline
function isPositive(x: v128): v128 {
  return f64x2.gt(x, f64x2.splat(0));
}

/** x where the mask is set, else 0. */
// @ts-ignore: decorator
@inline
function keep(x: v128, mask: v128): v128 {
  return v128.and(x, mask);
}

/** f(x); `kind` is known where this is inlined. */
// @ts-ignore: decorator
@inline
function valueAt(kind: i32, x: v128, slope: v128): v128 {
  if (kind == sigmoidKind) return sigmoid(x);
  if (kind == tanhKind) return tanh(x);
  if (kind == reluKind) return v128.andnot(x, f64x2.lt(x, f64x2.splat(0)));
  if (kind == leakyReluKind) return choose(isPositive(x), x, f64x2.mul(slope, x));
  if (kind == eluKind) return choose(isPositive(x), x, expm1OfNegative(x));
  if (kind == softplusKind) return softplus(x);
  if (kind == siluKind) return f64x2.mul(x, sigmoid(x));
  if (kind == geluKind) return gelu(x);
  if (kind == stepKind) return choose(f64x2.le(x, f64x2.splat(0)), f64x2.splat(0), choose(isPositive(x), f64x2.splat(1), x));
  return x;
}

/** f'(x) */
// @ts-ignore: decorator
@inline
function derivativeAt(kind: i32, x: v128, slope: v128): v128 {
  const one = f64x2.splat(1);
  if (kind == sigmoidKind || kind == softplusKind) {
    const s = sigmoid(x);
    return kind == softplusKind ? s : f64x2.mul(s, f64x2.sub(one, s));
  }
  if (kind == tanhKind) {
    const t = tanh(x);
    return f64x2.sub(one, f64x2.mul(t, t));
  }
  if (kind == reluKind) return keep(one, isPositive(x));
  if (kind == leakyReluKind) return choose(isPositive(x), one, slope);
  if (kind == eluKind) return choose(isPositive(x), one, exp(x));
  if (kind == siluKind) {
    const s = sigmoid(x);
    return f64x2.mul(s, f64x2.add(one, f64x2.mul(x, f64x2.sub(one, s))));
  }
  if (kind == geluKind) return geluDerivative(x);
  if (kind == stepKind) return f64x2.splat(0);
  return one;
}

// @ts-ignore: decorator
@inline
function mapValues(kind: i32, from: usize, to: usize, bytes: usize, slope: v128): void {
  for (let at: usize = 0; at < bytes; at += vector) store(to, at, valueAt(kind, load(from, at), slope));
}

// @ts-ignore: decorator
@inline
function multiplyEach(kind: i32, x: usize, delta: usize, bytes: usize, slope: v128): void {
  for (let at: usize = 0; at < bytes; at += vector)
    store(delta, at, f64x2.mul(load(delta, at), derivativeAt(kind, load(x, at), slope)));
}

/** e^(z - largest z) / their sum */
function softmax(from: usize, to: usize, bytes: usize): void {
  for (let half: usize = 0; half < slot; half += vector) {
    let largest = load(from, half);
    for (let at = half + slot; at < bytes; at += slot) largest = f64x2.pmax(largest, load(from, at));
    let sum = f64x2.splat(0);
    for (let at = half; at < bytes; at += slot) {
      const e = exp(f64x2.sub(load(from, at), largest));
      store(to, at, e);
      sum = f64x2.add(sum, e);
    }
    for (let at = half; at < bytes; at += slot) store(to, at, f64x2.div(load(to, at), sum));
  }
}

/** to = f(from) for `units` slots; `to` may be `from`. */
export function values(kind: i32, from: usize, to: usize, units: i32, slopeBelowZero: f64): void {
  const bytes = <usize>units * slot;
  const slope = f64x2.splat(slopeBelowZero);
  switch (kind) {
    case sigmoidKind: return mapValues(sigmoidKind, from, to, bytes, slope);
    case tanhKind: return mapValues(tanhKind, from, to, bytes, slope);
    case reluKind: return mapValues(reluKind, from, to, bytes, slope);
    case leakyReluKind: return mapValues(leakyReluKind, from, to, bytes, slope);
    case eluKind: return mapValues(eluKind, from, to, bytes, slope);
    case softplusKind: return mapValues(softplusKind, from, to, bytes, slope);
    case siluKind: return mapValues(siluKind, from, to, bytes, slope);
    case geluKind: return mapValues(geluKind, from, to, bytes, slope);
    case softmaxKind: return softmax(from, to, bytes);
    case stepKind: return mapValues(stepKind, from, to, bytes, slope);
    default: return mapValues(identityKind, from, to, bytes, slope);
  }
}

/** delta = delta f'(x) for `units` slots; not for softmax. */
export function multiplyByDerivative(kind: i32, x: usize, delta: usize, units: i32, slopeBelowZero: f64): void {
  const bytes = <usize>units * slot;
  const slope = f64x2.splat(slopeBelowZero);
  switch (kind) {
    case sigmoidKind: return multiplyEach(sigmoidKind, x, delta, bytes, slope);
    case tanhKind: return multiplyEach(tanhKind, x, delta, bytes, slope);
    case reluKind: return multiplyEach(reluKind, x, delta, bytes, slope);
    case leakyReluKind: return multiplyEach(leakyReluKind, x, delta, bytes, slope);
    case eluKind: return multiplyEach(eluKind, x, delta, bytes, slope);
    case softplusKind: return multiplyEach(softplusKind, x, delta, bytes, slope);
    case siluKind: return multiplyEach(siluKind, x, delta, bytes, slope);
    case geluKind: return multiplyEach(geluKind, x, delta, bytes, slope);
    case stepKind: return multiplyEach(stepKind, x, delta, bytes, slope);
  }
}
