/**
 * The arithmetic of a layer with faults: what faults.ts describes, one function for each place.
 *
 * A layer without a fault in a place uses the function of dense.ts or of its activation there and never
 * comes by here.
 */
import type { Activation } from './activations/index.ts';
import { accumulate } from './dense.ts';
import type { FaultSet } from './faults-of-layer.ts';
import type { Layer } from './layer.ts';

/** Forward: f(f(z)), or ReLU as a product with its mask: -0 for negative z and NaN for an infinite one. */
export function faultyActivate(activation: Activation, faults: FaultSet): Layer['activate'] {
  const twice = faults.has('activation-applied-twice');
  const value = faults.has('mask-product') ? (z: number): number => z * (z > 0 ? 1 : 0) : activation.value;
  return ({ units, z, a }) => {
    for (let o = 0; o < units; o++) a[o] = twice ? value(value(z[o]!)) : value(z[o]!);
  };
}

/** Backward: delta = delta times a wrong derivative, or times f'(z) where the activation is no longer f(z). */
export function faultyGate(activation: Activation, slope: number, faults: FaultSet): Layer['gate'] {
  if (faults.has('derivative-omitted')) return () => {};

  const argument = faults.has('derivative-of-activation')
    ? (layer: Layer): Float64Array => layer.a
    : (layer: Layer): Float64Array => layer.z;

  if (activation.name !== 'relu' && activation.name !== 'leakyRelu') {
    const derivative = faults.has('derivative-is-function') ? activation.value : activation.derivative;
    return multiplyEach(argument, derivative);
  }
  if (faults.has('derivative-is-function')) return multiplyEach(argument, activation.value);

  const below = activation.name === 'relu' ? 0 : slope;
  const threshold = faults.has('derivative-threshold-at-slope') ? below : 0;
  const test = faults.has('derivative-at-least-zero')
    ? (x: number): boolean => x >= threshold
    : (x: number): boolean => x > threshold;

  if (faults.has('derivative-collapsed')) {
    return (layer) => {
      const derivative = argument(layer).every(test) ? 1 : below;
      for (let o = 0; o < layer.units; o++) layer.delta[o] = layer.delta[o]! * derivative;
    };
  }
  return multiplyEach(argument, (x) => (test(x) ? 1 : below));
}

function multiplyEach(
  argument: (layer: Layer) => Float64Array,
  derivative: (x: number) => number,
): Layer['gate'] {
  return (layer) => {
    const x = argument(layer);
    for (let o = 0; o < layer.units; o++) layer.delta[o] = layer.delta[o]! * derivative(x[o]!);
  };
}

/** Forward with the biases as a second copy of the weights: z = 0 + (W + B) x. */
export function multiplyByBothCopies(layer: Layer, x: Float64Array): void {
  const { inputs, units, weights, biases, z } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    let sum = 0;
    for (let i = 0; i < inputs; i++, j++) sum += (weights[j]! + biases[j]!) * x[i]!;
    z[o] = sum;
  }
}

/** below = (W + B)^T delta */
export function propagateThroughBothCopies(layer: Layer, below: Float64Array): void {
  const { inputs, units, weights, biases, delta } = layer;
  for (let i = 0; i < inputs; i++) {
    let sum = 0;
    for (let o = 0, j = i; o < units; o++, j += inputs) sum += (weights[j]! + biases[j]!) * delta[o]!;
    below[i] = sum;
  }
}

/** The gradient with the faults of its place; `trained` is false for a layer that has no biases. */
export function faultyAccumulate(trained: boolean, faults: FaultSet): Layer['accumulate'] {
  if (faults.has('layer-frozen')) return () => {};
  const sign = faults.has('rate-undefined') ? NaN : faults.has('step-uphill') ? -1 : 1;
  if (faults.has('bias-added-to-weights')) {
    const frozen = faults.has('biases-frozen');
    return (layer, x, scale) => accumulateForBothCopies(layer, x, sign * scale, frozen);
  }
  if (!trained || faults.has('biases-frozen')) {
    return (layer, x, scale) => accumulateWeights(layer, x, sign * scale);
  }
  if (faults.has('bias-gradient-summed')) {
    return (layer, x, scale) => {
      accumulateWeights(layer, x, sign * scale);
      accumulateSum(layer, sign * scale);
    };
  }
  return (layer, x, scale) => accumulate(layer, x, sign * scale);
}

function accumulateWeights(layer: Layer, x: Float64Array, scale: number): void {
  const { inputs, units, weightGradient, delta } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    const d = scale * delta[o]!;
    for (let i = 0; i < inputs; i++, j++) weightGradient[j] = weightGradient[j]! + d * x[i]!;
  }
}

/** Every bias gets the sum over the units, added in index order from 0 and scaled afterwards. */
function accumulateSum({ units, biasGradient, delta }: Layer, scale: number): void {
  let sum = 0;
  for (let o = 0; o < units; o++) sum += delta[o]!;
  const share = scale * sum;
  for (let o = 0; o < units; o++) biasGradient[o] = biasGradient[o]! + share;
}

function accumulateForBothCopies(layer: Layer, x: Float64Array, scale: number, frozen: boolean): void {
  const { inputs, units, weightGradient, biasGradient, delta } = layer;
  for (let o = 0, j = 0; o < units; o++) {
    const d = scale * delta[o]!;
    for (let i = 0; i < inputs; i++, j++) {
      const g = d * x[i]!;
      weightGradient[j] = weightGradient[j]! + g;
      if (!frozen) biasGradient[j] = biasGradient[j]! + g;
    }
  }
}

/** A step by way of the gradient, for a layer whose gradient has a fault or lacks biases. */
export function stepByGradient(rateFirst: boolean): Layer['step'] {
  return (layer, x, rate) => {
    const { weights, biases, weightGradient, biasGradient } = layer;
    weightGradient.fill(0);
    biasGradient.fill(0);
    layer.accumulate(layer, x, rateFirst ? rate : 1);
    const scale = rateFirst ? 1 : rate;
    for (let j = 0; j < weights.length; j++) weights[j] = weights[j]! - scale * weightGradient[j]!;
    for (let j = 0; j < biases.length; j++) biases[j] = biases[j]! - scale * biasGradient[j]!;
  };
}

/** Takes the fractions off all parameters of a layer, as an array of integers does; it has no -0 either. */
export function truncate({ weights, biases }: Layer): void {
  for (let j = 0; j < weights.length; j++) weights[j] = Math.trunc(weights[j]!) + 0;
  for (let j = 0; j < biases.length; j++) biases[j] = Math.trunc(biases[j]!) + 0;
}

/** A step after which the parameters are whole numbers. */
export function stepThenTruncate(step: Layer['step']): Layer['step'] {
  return (layer, x, rate) => {
    step(layer, x, rate);
    truncate(layer);
  };
}
