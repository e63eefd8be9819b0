// Three groups of three points: four tanh units, a softmax over
// three scores, and one step for all points at once.

type Matrix = number[][]; // a row a point
type Layer = {
  weights: number[][]; // weights[unit][input]
  biases: number[];
  activations: Matrix;
};
type Network = { hidden: Layer; output: Layer };

export const data = {
  inputs: [
    [-1, 0.8],
    [0.9, 1],
    [0.1, -1],
    [-0.6, 1],
    [1, 0.5],
    [-0.2, -0.7],
    [-0.9, 0.4],
    [0.6, 0.7],
    [0.3, -0.6],
  ],
  targets: Array.from({ length: 9 }, (_, k) => [0, 1, 2].map((c) => (c === k % 3 ? 1 : 0))),
};
export const learningRate = 0.5;
export const epochs = 500;
export const updatesPerEpoch = 1;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function createLayer(size: number, inputCount: number, random: () => number): Layer {
  const row = (length: number) => Array.from({ length }, () => 2 * random() - 1);
  return {
    weights: Array.from({ length: size }, () => row(inputCount)),
    biases: row(size),
    activations: [Array(size).fill(0)],
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  return {
    hidden: createLayer(4, 2, random),
    output: createLayer(3, 4, random),
  };
}

/** Inputs times weights, plus biases: a row a point. */
const sums = ({ weights, biases }: Layer, inputs: Matrix) =>
  inputs.map((row) => biases.map((bias, unit) => row.reduce((z, x, i) => z + x * weights[unit][i], bias)));

function softmax(scores: Matrix): Matrix {
  const powers = scores.map((row) => row.map((z) => Math.exp(z)));
  const total = powers.reduce((one, other) => one.map((sum, c) => sum + other[c]));
  return powers.map((row) => row.map((x, c) => x / total[c]));
}

/** Keeps the activations of all points; returns the outputs. */
function forward({ hidden, output }: Network, inputs: Matrix) {
  hidden.activations = sums(hidden, inputs).map((row) => row.map((z) => Math.tanh(z)));
  output.activations = softmax(sums(output, hidden.activations));
  return output.activations;
}

export const predict = (network: Network, input: number[]) => forward(network, [input])[0];

function adjust(layer: Layer, inputs: Matrix, deltas: Matrix) {
  const step = learningRate / inputs.length;
  deltas.forEach((row, k) => {
    row.forEach((delta, unit) => {
      layer.biases[unit] -= step * delta;
      inputs[k].forEach((x, i) => {
        layer.weights[unit][i] -= step * delta * x;
      });
    });
  });
}

export function update(network: Network): void {
  const { hidden, output } = network;
  const outputDeltas = forward(network, data.inputs).map((row, k) =>
    row.map((p, c) => p - data.targets[k][c]),
  );
  const hiddenDeltas = hidden.activations.map((row, k) =>
    row.map((a, i) => {
      const back = outputDeltas[k].reduce((sum, delta, c) => sum + delta * output.weights[c][i], 0);
      return back * (1 - a * a);
    }),
  );
  adjust(output, hidden.activations, outputDeltas);
  adjust(hidden, data.inputs, hiddenDeltas);
}

export const layers = ({ hidden, output }: Network) =>
  [hidden, output].map(({ weights, biases, activations }) => ({
    weights,
    biases,
    activations: activations[0],
  }));

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  for (const row of forward(network, data.inputs)) {
    console.log(row.map((p) => p.toFixed(2)).join(' '));
  }
  console.log('alone:', predict(network, data.inputs[0]));
}
