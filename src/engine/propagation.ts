/**
 * Forward and backward propagation through a network.
 *
 * Forward:  x -> z_0 -> a_0 -> z_1 -> ... -> a_L = p
 * Backward: delta_L = dLoss/dp f'(z_L);   delta_l = (W_(l+1)^T delta_(l+1)) f'(z_l)
 *
 * All deltas are worked out before any parameter changes. Source: Rumelhart, Hinton & Williams 1986.
 */
import type { Network } from './network.ts';

/** Sets every z and a for the input x. [I] */
export function forward(network: Network, x: Float64Array): void {
  const { layers } = network;
  let input = x;
  for (let l = 0; l < layers.length; l++) {
    const layer = layers[l]!;
    layer.multiply(layer, input);
    layer.activate(layer);
    input = layer.output;
  }
}

/** Sets every delta for the targets y, after `forward`. [O] */
export function backward(network: Network, y: Float64Array): void {
  const { layers, loss } = network;
  let layer = layers[layers.length - 1]!;
  loss.differentiate(network.output, y, layer.delta);
  if (!loss.pairedWith) layer.gate(layer);
  for (let l = layers.length - 2; l >= 0; l--) {
    const below = layers[l]!;
    layer.propagate(layer, below.delta);
    below.gate(below);
    layer = below;
  }
}

/**
 * `backward` and the step in one pass down the layers: those that step early do so before they pass their delta
 * back, the others when all deltas are there.
 */
export function backwardSteppingEarly(
  network: Network,
  x: Float64Array,
  y: Float64Array,
  rate: number,
): void {
  const { layers, loss, stepsEarly } = network;
  let layer = layers[layers.length - 1]!;
  loss.differentiate(network.output, y, layer.delta);
  if (!loss.pairedWith) layer.gate(layer);
  for (let l = layers.length - 2; l >= 0; l--) {
    const below = layers[l]!;
    if (stepsEarly[l + 1]) layer.step(layer, below.a, rate);
    layer.propagate(layer, below.delta);
    below.gate(below);
    layer = below;
  }
  layers.forEach((one, l) => {
    if (!stepsEarly[l]) one.step(one, l === 0 ? x : layers[l - 1]!.a, rate);
  });
}

/** Adds this sample's gradient to the network's, after `backward`. */
export function accumulateGradient(network: Network, x: Float64Array): void {
  const { layers } = network;
  let input = x;
  for (let l = 0; l < layers.length; l++) {
    const layer = layers[l]!;
    layer.accumulate(layer, input, 1);
    input = layer.a;
  }
}

/** One step of plain gradient descent on this sample, after `backward`. */
export function stepAgainstGradient(network: Network, x: Float64Array, rate: number): void {
  const { layers } = network;
  let input = x;
  for (let l = 0; l < layers.length; l++) {
    const layer = layers[l]!;
    layer.step(layer, input, rate);
    input = layer.a;
  }
}
