/**
 * delta = dLoss/da turned into delta = dLoss/dz: times f', or times what a fault puts in its place.
 * The table of how the faults combine is in src/engine/faults.ts.
 */
import {
  identityKind,
  leakyReluKind,
  multiplyByDerivative,
  reluKind,
  sigmoidKind,
  softmaxKind,
  tanhKind,
  values,
} from './activations';
import { addProduct, choose, load, slot, store, vector } from './lanes';
import {
  derivativeAtLeastZero,
  derivativeCollapsed,
  derivativeIsFunction,
  derivativeOfActivation,
  derivativeOmitted,
  derivativeThresholdAtSlope,
  scratch,
} from './network';
import { Layer } from './network';

const derivativeFaults: i32 =
  derivativeOfActivation |
  derivativeAtLeastZero |
  derivativeThresholdAtSlope |
  derivativeCollapsed |
  derivativeIsFunction |
  derivativeOmitted;

export function gate(layer: Layer): void {
  if (layer.faults & derivativeFaults) faultyGate(layer);
  else if (layer.activation == softmaxKind) softmaxGate(layer);
  else plainGate(layer);
}

/** For sigmoid and tanh the derivative written of f(z) saves an exponential. */
function plainGate(layer: Layer): void {
  const delta = layer.delta;
  const once = layer.once;
  const bytes = <usize>layer.units * slot;
  const one = f64x2.splat(1);
  const kind = layer.activation;
  if (kind == identityKind) return;
  if (kind == sigmoidKind)
    for (let at: usize = 0; at < bytes; at += vector) {
      const p = load(once, at);
      store(delta, at, f64x2.mul(load(delta, at), f64x2.mul(p, f64x2.sub(one, p))));
    }
  else if (kind == tanhKind)
    for (let at: usize = 0; at < bytes; at += vector) {
      const p = load(once, at);
      store(delta, at, f64x2.mul(load(delta, at), f64x2.sub(one, f64x2.mul(p, p))));
    }
  else multiplyByDerivative(kind, layer.z, delta, layer.units, layer.slope);
}

/** delta[o] = a[o] (delta[o] - sum of delta a) */
function softmaxGate(layer: Layer): void {
  const delta = layer.delta;
  const a = layer.a;
  const bytes = <usize>layer.units * slot;
  for (let half: usize = 0; half < slot; half += vector) {
    let sum = f64x2.splat(0);
    for (let at = half; at < bytes; at += slot) sum = addProduct(sum, load(delta, at), load(a, at));
    for (let at = half; at < bytes; at += slot)
      store(delta, at, f64x2.mul(load(a, at), f64x2.sub(load(delta, at), sum)));
  }
}

function faultyGate(layer: Layer): void {
  const faults = layer.faults;
  if (faults & derivativeOmitted) return;
  const x = faults & derivativeOfActivation ? layer.a : layer.z;
  const kind = layer.activation;
  const delta = layer.delta;
  const bytes = <usize>layer.units * slot;
  if (faults & derivativeIsFunction) {
    values(kind, x, scratch, layer.units, layer.slope);
    for (let at: usize = 0; at < bytes; at += vector)
      store(delta, at, f64x2.mul(load(delta, at), load(scratch, at)));
  } else if (kind == reluKind || kind == leakyReluKind) piecewiseGate(layer, x);
  else multiplyByDerivative(kind, x, delta, layer.units, layer.slope);
}

/** delta = delta (test ? 1 : slope), with the test, its threshold and its reach as the faults have them. */
function piecewiseGate(layer: Layer, x: usize): void {
  const faults = layer.faults;
  const slope: f64 = layer.activation == reluKind ? 0 : layer.slope;
  const threshold = f64x2.splat(faults & derivativeThresholdAtSlope ? slope : 0);
  const atLeast = (faults & derivativeAtLeastZero) != 0;
  const below = f64x2.splat(slope);
  const one = f64x2.splat(1);
  const delta = layer.delta;
  const bytes = <usize>layer.units * slot;
  for (let half: usize = 0; half < slot; half += vector) {
    let all = i64x2.splat(-1);
    for (let at = half; at < bytes; at += slot) {
      const value = load(x, at);
      const open = atLeast ? f64x2.ge(value, threshold) : f64x2.gt(value, threshold);
      all = v128.and(all, open);
      if (!(faults & derivativeCollapsed))
        store(delta, at, f64x2.mul(load(delta, at), choose(open, one, below)));
    }
    if (faults & derivativeCollapsed) {
      const derivative = choose(all, one, below);
      for (let at = half; at < bytes; at += slot)
        store(delta, at, f64x2.mul(load(delta, at), derivative));
    }
  }
}
