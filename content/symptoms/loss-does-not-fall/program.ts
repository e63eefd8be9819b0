// XOR with four hidden layers of ReLU units, a sigmoid output and
// the cross-entropy, trained one sample at a time.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = Layer[];

const sizes = [2, 6, 6, 6, 6, 1];

export const data = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.1;
export const epochs = 2_000;
export const updatesPerEpoch = data.inputs.length;

const relu = (z: number) => Math.max(0, z);
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function createLayer(
  size: number,
  inputCount: number,
  random: () => number,
): Layer {
  const largest = 0.1;
  const draw = () => (random() * 2 - 1) * largest;
  const layer: Layer = { weights: [], biases: [], activations: [] };
  for (let unit = 0; unit < size; unit++) {
    layer.biases.push(0);
    layer.weights.push(Array.from({ length: inputCount }, draw));
    layer.activations.push(0);
  }
  return layer;
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  return sizes
    .slice(1)
    .map((size, l) => createLayer(size, sizes[l], random));
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  return network.reduce((inputs, layer, l) => {
    const activation = l === network.length - 1 ? sigmoid : relu;
    layer.activations = layer.weights.map((weights, unit) => {
      const z = weights.reduce(
        (sum, weight, i) => sum + weight * inputs[i],
        layer.biases[unit],
      );
      return activation(z);
    });
    return layer.activations;
  }, input);
}

export function update(network: Network, k: number): void {
  const [prediction] = predict(network, data.inputs[k]);
  // The slopes of the loss and of the sigmoid, multiplied.
  let deltas = [data.targets[k][0] - prediction];
  for (let l = network.length - 1; l >= 0; l--) {
    const { weights, biases } = network[l];
    const inputs =
      l > 0 ? network[l - 1].activations : data.inputs[k];
    // Before the weights change.
    const below = inputs.map((input, i) =>
      deltas.reduce(
        (sum, delta, unit) => sum + delta * weights[unit][i],
        0,
      ),
    );
    deltas.forEach((delta, unit) => {
      biases[unit] += learningRate * delta;
      inputs.forEach((input, i) => {
        weights[unit][i] += learningRate * delta * input;
      });
    });
    deltas = below.map((share, i) => (inputs[i] > 0 ? share : 0));
  }
}

export const layers = (network: Network): Layer[] => network;

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
  }
  for (const input of data.inputs) {
    console.log(predict(network, input)[0]);
  }
}
