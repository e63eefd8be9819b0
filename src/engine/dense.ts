/**
 * The arithmetic of a dense layer without faults. layer.ts has the formulas.
 *
 * Order of operations, the same in the engine, the kernel and the programs of the cases: z starts at the bias
 * and adds weight times input in index order; the error of a unit below starts at 0 and adds weight times
 * delta in index order; a step is (rate * delta) * input. Never fused, never reordered.
 *
 * `multiply` works on four units at a time and `propagate` on four inputs at a time. Each sum keeps its own
 * order, so the bits are those of the plain loop below it; but a processor can add to four sums at once and
 * would otherwise wait for each addition to end.
 */
import type { Layer } from './layer.ts';

/** z = b + W x */
export function multiply(layer: Layer, x: Float64Array): void {
  const { inputs, units, weights, biases, z } = layer;
  let o = 0;
  for (; o + 4 <= units; o += 4) {
    const row = o * inputs;
    let z0 = biases[o]!;
    let z1 = biases[o + 1]!;
    let z2 = biases[o + 2]!;
    let z3 = biases[o + 3]!;
    for (let i = 0, j = row; i < inputs; i++, j++) {
      const input = x[i]!;
      z0 += weights[j]! * input;
      z1 += weights[j + inputs]! * input;
      z2 += weights[j + 2 * inputs]! * input;
      z3 += weights[j + 3 * inputs]! * input;
    }
    z[o] = z0;
    z[o + 1] = z1;
    z[o + 2] = z2;
    z[o + 3] = z3;
  }
  for (; o < units; o++) {
    const row = o * inputs;
    let sum = biases[o]!;
    for (let i = 0; i < inputs; i++) sum += weights[row + i]! * x[i]!;
    z[o] = sum;
  }
}

/** below = W^T delta */
export function propagate(layer: Layer, below: Float64Array): void {
  const { inputs, units, weights, delta } = layer;
  let i = 0;
  for (; i + 4 <= inputs; i += 4) {
    let d0 = 0;
    let d1 = 0;
    let d2 = 0;
    let d3 = 0;
    for (let o = 0, j = i; o < units; o++, j += inputs) {
      const d = delta[o]!;
      d0 += weights[j]! * d;
      d1 += weights[j + 1]! * d;
      d2 += weights[j + 2]! * d;
      d3 += weights[j + 3]! * d;
    }
    below[i] = d0;
    below[i + 1] = d1;
    below[i + 2] = d2;
    below[i + 3] = d3;
  }
  for (; i < inputs; i++) {
    let sum = 0;
    for (let o = 0; o < units; o++) sum += weights[o * inputs + i]! * delta[o]!;
    below[i] = sum;
  }
}

/** Adds scale delta x^T to the weights' gradient and scale delta to the biases'. */
export function accumulate(layer: Layer, x: Float64Array, scale: number): void {
  const { inputs, units, weightGradient, biasGradient, delta } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    const d = scale * delta[o]!;
    biasGradient[o] = biasGradient[o]! + d;
    for (let i = 0; i < inputs; i++, j++) weightGradient[j] = weightGradient[j]! + d * x[i]!;
  }
}

/** W = W - (rate delta) x^T, b = b - rate delta: the learning rate meets the delta first. */
export function step(layer: Layer, x: Float64Array, rate: number): void {
  const { inputs, units, weights, biases, delta } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    const d = rate * delta[o]!;
    biases[o] = biases[o]! - d;
    for (let i = 0; i < inputs; i++, j++) weights[j] = weights[j]! - d * x[i]!;
  }
}

/** W = W - rate (delta x^T), b = b - rate delta: the gradient is finished first. */
export function stepRateLast(layer: Layer, x: Float64Array, rate: number): void {
  const { inputs, units, weights, biases, delta } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    const d = delta[o]!;
    biases[o] = biases[o]! - rate * d;
    for (let i = 0; i < inputs; i++, j++) weights[j] = weights[j]! - rate * (d * x[i]!);
  }
}

/** z = (0 + W x) + b: the bias comes last, as in NumPy's x @ W + b. */
export function multiplyBiasLast(layer: Layer, x: Float64Array): void {
  const { inputs, units, weights, biases, z } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    let sum = 0;
    for (let i = 0; i < inputs; i++, j++) sum += weights[j]! * x[i]!;
    z[o] = sum + biases[o]!;
  }
}
