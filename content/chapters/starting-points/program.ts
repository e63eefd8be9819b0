// XOR with four tanh units and a linear output, trained one
// sample at a time, from weights that all start at 0.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

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
  weight: () => number,
): Layer {
  return {
    weights: Array.from({ length: size }, () =>
      Array.from({ length: inputCount }, weight),
    ),
    biases: new Array<number>(size).fill(0),
    activations: new Array<number>(size).fill(0),
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const between = (low: number, high: number) =>
    low + (high - low) * random();
  return {
    hidden: createLayer(4, 2, () => between(0, 0)),
    output: createLayer(1, 4, () => between(0, 0)),
  };
}

function sums(layer: Layer, inputs: number[]): number[] {
  return layer.weights.map((weights, unit) =>
    weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      layer.biases[unit],
    ),
  );
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  hidden.activations = sums(hidden, input).map((z) => Math.tanh(z));
  output.activations = sums(output, hidden.activations);
  return output.activations;
}

function adjust(
  layer: Layer,
  inputs: number[],
  deltas: number[],
): void {
  deltas.forEach((delta, unit) => {
    layer.biases[unit] += learningRate * delta;
    inputs.forEach((input, i) => {
      layer.weights[unit][i] += learningRate * delta * input;
    });
  });
}

export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const [prediction] = predict(network, data.inputs[k]);
  const outputDelta = data.targets[k][0] - prediction;
  const hiddenDeltas = hidden.activations.map(
    (a, unit) =>
      outputDelta * output.weights[0][unit] * (1 - a * a),
  );
  adjust(output, hidden.activations, [outputDelta]);
  adjust(hidden, data.inputs[k], hiddenDeltas);
}

export const layers = ({ hidden, output }: Network): Layer[] => [
  hidden,
  output,
];

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
  }
  for (const input of data.inputs) {
    console.log(predict(network, input)[0]);
  }
}
