// Which of two numbers is larger? Two inputs, three hidden sigmoid
// units, one output, no biases; trained one sample at a time.

type Layer = {
  weights: number[][];
  sums: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

const pairs = [
  [1, 0],
  [2, 0],
  [3, 0],
  [2, 1],
  [3, 1],
  [3, 2],
];

export const data = {
  inputs: pairs.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
  targets: pairs.flatMap(() => [[1], [0]]),
};
export const learningRate = 0.1;
export const epochs = 1_000;
export const updatesPerEpoch = data.inputs.length;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const slope = (a: number) => a * (1 - a);

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
  const draw = () => random() * 2 - 1;
  const row = () => Array.from({ length: inputCount }, draw);
  return {
    weights: Array.from({ length: size }, row),
    sums: Array(size).fill(0),
    activations: Array(size).fill(0),
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  return {
    hidden: createLayer(3, 2, random),
    output: createLayer(1, 3, random),
  };
}

function forward(layer: Layer, inputs: number[]): number[] {
  layer.sums = layer.weights.map((weights) =>
    weights.reduce((sum, weight, i) => sum + weight * inputs[i], 0),
  );
  layer.activations = layer.sums.map(sigmoid);
  return layer.activations;
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  return forward(output, forward(hidden, input));
}

function adjust(
  layer: Layer,
  inputs: number[],
  deltas: number[],
): void {
  deltas.forEach((delta, unit) => {
    inputs.forEach((input, i) => {
      layer.weights[unit][i] += learningRate * delta * input;
    });
  });
}

export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const [prediction] = predict(network, data.inputs[k]);
  const error = data.targets[k][0] - prediction;
  const outputDelta = error * slope(output.sums[0]);
  const hiddenDeltas = hidden.sums.map(
    (z, unit) => outputDelta * output.weights[0][unit] * slope(z),
  );
  adjust(output, hidden.activations, [outputDelta]);
  adjust(hidden, data.inputs[k], hiddenDeltas);
}

export const layers = ({ hidden, output }: Network) =>
  [hidden, output].map(({ weights, activations }) => ({
    weights,
    biases: weights.map(() => 0),
    activations,
  }));

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
  }
  console.log(network.hidden.weights, network.output.weights);
}
