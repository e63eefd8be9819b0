// A dense network, trained one sample at a time. What you are most
// likely to change stands first: data, rate, layers, loss.

export const data = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.1;
export const epochs = 2_000;
export const updatesPerEpoch = data.inputs.length;

/** The layers, the output last. */
const plan: { units: number; activation: string }[] = [
  { units: 4, activation: 'tanh' },
  { units: data.targets[0].length, activation: 'sigmoid' },
];

/** "squared error", or "cross-entropy" after a sigmoid. */
const loss: string = 'cross-entropy';

/** Of each activation its value and its slope, both at z. */
const activations: Record<string, Activation> = {
  identity: { value: (z) => z, slope: () => 1 },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: {
    value: sigmoid,
    slope: (z) => sigmoid(z) * sigmoid(-z),
  },
  relu: {
    value: (z) => Math.max(0, z),
    slope: (z) => (z > 0 ? 1 : 0),
  },
  leakyRelu: {
    value: (z) => (z > 0 ? z : 0.01 * z),
    slope: (z) => (z > 0 ? 1 : 0.01),
  },
};

type Activation = {
  value(z: number): number;
  slope(z: number): number;
};
type Layer = {
  activation: string;
  weights: number[][]; // [unit][input]
  biases: number[];
  sums: number[]; // z, before the activation
  activations: number[];
};
type Network = { layers: Layer[] };

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const made: Layer[] = [];
  let width = data.inputs[0].length;
  for (const { units, activation } of plan) {
    const most = Math.sqrt(6 / (width + units));
    const weights: number[][] = [];
    for (let unit = 0; unit < units; unit++) {
      weights.push([]);
      for (let i = 0; i < width; i++)
        weights[unit].push(most * (2 * random() - 1));
    }
    const zeros = () => weights.map(() => 0);
    made.push({
      activation,
      weights,
      biases: zeros(),
      sums: zeros(),
      activations: zeros(),
    });
    width = units;
  }
  return { layers: made };
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  let values = input;
  for (const layer of network.layers) {
    const { value } = activations[layer.activation];
    layer.sums = layer.weights.map((weights, unit) => {
      let sum = layer.biases[unit];
      for (let i = 0; i < weights.length; i++)
        sum += weights[i] * values[i];
      return sum;
    });
    layer.activations = layer.sums.map((z) => value(z));
    values = layer.activations;
  }
  return values;
}

/** How the loss changes with an output. */
function lossSlope(output: number, target: number): number {
  const difference = output - target;
  return loss === 'cross-entropy'
    ? difference / (output * (1 - output))
    : difference;
}

/** The k-th update of an epoch: one step down for sample k. */
export function update(network: Network, k: number): void {
  const input = data.inputs[k];
  const target = data.targets[k];
  const outputs = predict(network, input);

  // How the loss changes with each activation, output first.
  let slopes = outputs.map((output, o) =>
    lossSlope(output, target[o]),
  );
  for (let n = network.layers.length - 1; n >= 0; n--) {
    const layer = network.layers[n];
    const before =
      n === 0 ? input : network.layers[n - 1].activations;
    const { slope } = activations[layer.activation];
    const deltas = slopes.map(
      (own, unit) => own * slope(layer.sums[unit]),
    );

    // The layer below gets its share before the weights change.
    slopes = before.map((_, i) => {
      let sum = 0;
      deltas.forEach((delta, unit) => {
        sum += delta * layer.weights[unit][i];
      });
      return sum;
    });
    deltas.forEach((delta, unit) => {
      layer.biases[unit] -= learningRate * delta;
      before.forEach((value, i) => {
        layer.weights[unit][i] -= learningRate * delta * value;
      });
    });
  }
}

/** For the picture and for the checks unit by unit. */
export const layers = (network: Network): Layer[] => network.layers;
