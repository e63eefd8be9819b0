/**
 * Initial parameters, drawn from the run's generator in the order that the spec says.
 *
 *     xavier    uniform between -+sqrt(6 / (I + O))      Glorot & Bengio 2010
 *     he        sqrt(2 / I) normal                       He et al. 2015
 *     normal    sqrt(-2 ln(1 - u1)) cos(2 pi u2)         Box & Muller 1958; 1 - u1 is never 0
 *
 * Box & Muller's second number, with the sine, is not used: one parameter, two draws.
 */
import { cosine } from './cosine.ts';
import { log } from './logarithm.ts';
import { drawUniform, type Random } from './mulberry32.ts';
import type { Layer } from './layer.ts';
import type { Network } from './network.ts';
import type { DrawOrder, Initial, Initializer } from './spec.ts';

/** One draw from the standard normal distribution. */
function drawNormal(random: Random): number {
  const u1 = drawUniform(random);
  const u2 = drawUniform(random);
  return Math.sqrt(-2 * log(1 - u1)) * cosine(2 * Math.PI * u2);
}

/** One initial parameter of a layer with so many inputs and units. */
function drawParameter(initializer: Initializer, inputs: number, units: number, random: Random): number {
  switch (initializer.kind) {
    case 'zeros':
      return 0;
    case 'constant':
      return initializer.value;
    case 'uniform':
      return initializer.low + (initializer.high - initializer.low) * drawUniform(random);
    case 'normal':
      return initializer.deviation * drawNormal(random);
    case 'xavier': {
      const limit = Math.sqrt(6 / (inputs + units));
      return -limit + (limit - -limit) * drawUniform(random);
    }
    case 'he':
      return Math.sqrt(2 / inputs) * drawNormal(random);
  }
}

/** Sets all parameters of a network. */
export function initialize(network: Network, initial: Initial, random: Random): void {
  if ('parameters' in initial) {
    network.parameters.set(initial.parameters);
    return;
  }
  const { weights, biases } = initial;
  orders[initial.order](
    network,
    (layer) => drawParameter(weights, layer.inputs, layer.units, random),
    (layer) => drawParameter(biases, layer.inputs, layer.units, random),
  );
}

type Draw = (layer: Layer) => number;

const orders: Record<DrawOrder, (network: Network, weight: Draw, bias: Draw) => void> = {
  'unit-by-unit'(network, weight, bias) {
    network.layers.forEach((layer, l) => {
      const biasesPerUnit = network.offsets[l]!.biasCount / layer.units;
      for (let o = 0; o < layer.units; o++) {
        for (let i = 0; i < biasesPerUnit; i++) layer.biases[o * biasesPerUnit + i] = bias(layer);
        for (let i = 0; i < layer.inputs; i++) layer.weights[o * layer.inputs + i] = weight(layer);
      }
    });
  },
  'layer-by-layer'(network, weight, bias) {
    network.layers.forEach((layer, l) => {
      drawInputByInput(layer, layer.weights, layer.inputs, weight);
      drawInputByInput(layer, layer.biases, network.offsets[l]!.biasCount / layer.units, bias);
    });
  },
  'biases-then-weights'(network, weight, bias) {
    network.layers.forEach((layer, l) => {
      drawInputByInput(layer, layer.biases, network.offsets[l]!.biasCount / layer.units, bias);
    });
    for (const layer of network.layers) drawInputByInput(layer, layer.weights, layer.inputs, weight);
  },
};

/** Fills [O, width], the numbers of one input after those of another: NumPy's order for [I, O]. */
function drawInputByInput(layer: Layer, values: Float64Array, width: number, draw: Draw): void {
  for (let i = 0; i < width; i++) {
    for (let o = 0; o < layer.units; o++) values[o * width + i] = draw(layer);
  }
}
