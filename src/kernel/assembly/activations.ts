/** f and f' for a whole layer. The numbers of the activations are those of the binding's table. */
import { exp, expm1OfNegative, expNear, expOfNegative } from './exponential';
import {
  areFar,
  exponentialOfTanh,
  gelu,
  geluDerivative,
  minusSize,
  sigmoid,
  sigmoidFrom,
  softplus,
  tanhFrom,
} from './functions';
import { choose, load, slot, store, vector } from './lanes';
import { scratch } from './network';

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

/*
 * One function for each activation, rather than one loop that asks for the kind: the compiler would keep the
 * question inside the loop, and answer it by computing every activation.
 */

// @ts-ignore: decorator
@inline
function isPositive(x: v128): v128 {
  return f64x2.gt(x, f64x2.splat(0));
}

// @ts-ignore: decorator
@inline
function eluOf(x: v128): v128 {
  return choose(isPositive(x), x, expm1OfNegative(x));
}

// @ts-ignore: decorator
@inline
function stepOf(x: v128): v128 {
  const one = f64x2.splat(1);
  return choose(f64x2.le(x, f64x2.splat(0)), f64x2.splat(0), choose(isPositive(x), one, x));
}

function sigmoidValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += slot) {
    const left = minusSize(load(from, at));
    const right = minusSize(load(from, at + vector));
    if (areFar(left, right)) {
      store(scratch, at, expOfNegative(left));
      store(scratch, at + vector, expOfNegative(right));
    } else {
      store(scratch, at, expNear(left));
      store(scratch, at + vector, expNear(right));
    }
  }
  for (let at: usize = 0; at < bytes; at += vector) store(to, at, sigmoidFrom(load(from, at), load(scratch, at)));
}

function tanhValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) store(scratch, at, exponentialOfTanh(load(from, at)));
  for (let at: usize = 0; at < bytes; at += vector) store(to, at, tanhFrom(load(from, at), load(scratch, at)));
}

function reluValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, v128.andnot(x, f64x2.lt(x, f64x2.splat(0))));
  }
}

function leakyReluValues(from: usize, to: usize, bytes: usize, slope: v128): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, choose(isPositive(x), x, f64x2.mul(slope, x)));
  }
}

function eluValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, eluOf(x));
  }
}

function softplusValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, softplus(x));
  }
}

function siluValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, f64x2.mul(x, sigmoid(x)));
  }
}

function geluValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, gelu(x));
  }
}

function stepValues(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(to, at, stepOf(x));
  }
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

function timesSigmoidDerivative(from: usize, delta: usize, bytes: usize): void {
  const one = f64x2.splat(1);
  sigmoidValues(from, scratch, bytes);
  for (let at: usize = 0; at < bytes; at += vector) {
    const s = load(scratch, at);
    store(delta, at, f64x2.mul(load(delta, at), f64x2.mul(s, f64x2.sub(one, s))));
  }
}

function timesTanhDerivative(from: usize, delta: usize, bytes: usize): void {
  const one = f64x2.splat(1);
  tanhValues(from, scratch, bytes);
  for (let at: usize = 0; at < bytes; at += vector) {
    const t = load(scratch, at);
    store(delta, at, f64x2.mul(load(delta, at), f64x2.sub(one, f64x2.mul(t, t))));
  }
}

function timesReluDerivative(from: usize, delta: usize, bytes: usize): void {
  const one = f64x2.splat(1);
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(delta, at, f64x2.mul(load(delta, at), v128.and(one, isPositive(x))));
  }
}

function timesLeakyReluDerivative(from: usize, delta: usize, bytes: usize, slope: v128): void {
  const one = f64x2.splat(1);
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(delta, at, f64x2.mul(load(delta, at), choose(isPositive(x), one, slope)));
  }
}

function timesEluDerivative(from: usize, delta: usize, bytes: usize): void {
  const one = f64x2.splat(1);
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(delta, at, f64x2.mul(load(delta, at), choose(isPositive(x), one, exp(x))));
  }
}

function timesSoftplusDerivative(from: usize, delta: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(delta, at, f64x2.mul(load(delta, at), sigmoid(x)));
  }
}

function timesSiluDerivative(from: usize, delta: usize, bytes: usize): void {
  const one = f64x2.splat(1);
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    const s = sigmoid(x);
    store(delta, at, f64x2.mul(load(delta, at), f64x2.mul(s, f64x2.add(one, f64x2.mul(x, f64x2.sub(one, s))))));
  }
}

function timesGeluDerivative(from: usize, delta: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    const x = load(from, at);
    store(delta, at, f64x2.mul(load(delta, at), geluDerivative(x)));
  }
}

function timesStepDerivative(from: usize, delta: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += vector) {
    store(delta, at, f64x2.mul(load(delta, at), f64x2.splat(0)));
  }
}

/** to = f(from) for `units` slots; `to` may be `from`. */
export function values(kind: i32, from: usize, to: usize, units: i32, slope: f64): void {
  const bytes = <usize>units * slot;
  switch (kind) {
    case sigmoidKind: return sigmoidValues(from, to, bytes);
    case tanhKind: return tanhValues(from, to, bytes);
    case reluKind: return reluValues(from, to, bytes);
    case leakyReluKind: return leakyReluValues(from, to, bytes, f64x2.splat(slope));
    case eluKind: return eluValues(from, to, bytes);
    case softplusKind: return softplusValues(from, to, bytes);
    case siluKind: return siluValues(from, to, bytes);
    case geluKind: return geluValues(from, to, bytes);
    case stepKind: return stepValues(from, to, bytes);
    case softmaxKind: return softmax(from, to, bytes);
    default: memory.copy(to, from, bytes);
  }
}

/** delta = delta f'(x) for `units` slots; not for softmax, whose units have no derivative of their own. */
export function multiplyByDerivative(kind: i32, x: usize, delta: usize, units: i32, slope: f64): void {
  const bytes = <usize>units * slot;
  switch (kind) {
    case sigmoidKind: return timesSigmoidDerivative(x, delta, bytes);
    case tanhKind: return timesTanhDerivative(x, delta, bytes);
    case reluKind: return timesReluDerivative(x, delta, bytes);
    case leakyReluKind: return timesLeakyReluDerivative(x, delta, bytes, f64x2.splat(slope));
    case eluKind: return timesEluDerivative(x, delta, bytes);
    case softplusKind: return timesSoftplusDerivative(x, delta, bytes);
    case siluKind: return timesSiluDerivative(x, delta, bytes);
    case geluKind: return timesGeluDerivative(x, delta, bytes);
    case stepKind: return timesStepDerivative(x, delta, bytes);
  }
}
