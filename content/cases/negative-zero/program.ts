// XOR with ReLU: two inputs, three hidden layers of sixteen, one
// output.

type Layer = {
  weights: number[][]; // weights[input][unit]
  biases: number[];
  inputs: number[];
  mask: number[];
  activations: number[];
};
type Network = Layer[];
type Random = () => number;

const sizes = [2, 16, 16, 16, 1];

export const data = {
  inputs: [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
  ],
  targets: [[0], [0], [1], [1]],
};
export const learningRate = 0.01;
export const epochs = 5000;
export const updatesPerEpoch = data.inputs.length;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): Random {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A normal number: mean 0, deviation 1 (Box and Muller). */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) *
  Math.cos(2 * Math.PI * random());

function createLayer(
  inputCount: number,
  size: number,
  random: Random,
): Layer {
  const zeros = (count: number): number[] => Array(count).fill(0);
  const weight = () => normal(random) * Math.sqrt(2 / inputCount);
  return {
    weights: zeros(inputCount).map(() => zeros(size).map(weight)),
    biases: Array(size).fill(0.5),
    inputs: zeros(inputCount),
    mask: zeros(size),
    activations: zeros(size),
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  return sizes
    .slice(1)
    .map((size, layer) => createLayer(sizes[layer], size, random));
}

function forward(layer: Layer, inputs: number[]): number[] {
  const { weights, biases, mask, activations } = layer;
  layer.inputs = [...inputs];
  for (let unit = 0; unit < biases.length; unit++) {
    let z = 0;
    for (let i = 0; i < inputs.length; i++) {
      z += inputs[i] * weights[i][unit];
    }
    z += biases[unit];
    mask[unit] = z > 0 ? 1 : 0;
    activations[unit] = z * mask[unit];
  }
  return activations;
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  let values = input;
  for (const layer of network) values = forward(layer, values);
  return [...values];
}

/**
 * Steps the layer against the gradient of its activations; returns
 * the gradient of its inputs.
 */
function backward(
  { weights, biases, inputs, mask }: Layer,
  gradients: number[],
): number[] {
  const deltas = gradients.map((g, unit) => g * mask[unit]);
  const inputGradients = weights.map((row) =>
    row.reduce((sum, w, unit) => sum + w * deltas[unit], 0),
  );
  const biasGradient = deltas.reduce((sum, d) => sum + d, 0);
  for (let unit = 0; unit < biases.length; unit++) {
    biases[unit] -= learningRate * biasGradient;
    for (let i = 0; i < inputs.length; i++) {
      weights[i][unit] -= learningRate * (deltas[unit] * inputs[i]);
    }
  }
  return inputGradients;
}

export function update(network: Network, k: number): void {
  const [prediction] = predict(network, data.inputs[k]);
  let gradients = [2 * (prediction - data.targets[k][0])];
  for (let layer = network.length - 1; layer >= 0; layer--) {
    gradients = backward(network[layer], gradients);
  }
}

export function layers(network: Network) {
  return network.map(({ weights, biases, activations }) => ({
    weights: biases.map((_, unit) =>
      weights.map((row) => row[unit]),
    ),
    biases,
    activations,
  }));
}

if (import.meta.main) {
  const network = create(1);
  let predictions: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    predictions = [];
    for (let k = 0; k < updatesPerEpoch; k++) {
      predictions.push(predict(network, data.inputs[k])[0]);
      update(network, k);
    }
  }
  console.log(predictions);
}
