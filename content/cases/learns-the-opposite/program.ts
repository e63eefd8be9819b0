// Is a number above 0? A network of one sigmoid unit, in a program
// that is written for any number of layers; the cross-entropy, and
// one step for all samples together.

type Matrix = number[][];
type Layer = {
  weights: Matrix; // weights[unit][input]
  biases: number[];
  activations: Matrix; // activations[unit][sample]
};
/** Layer 0 is the inputs, so that d counts layers. */
type Network = Layer[];
type Random = () => number;

const sizes = [1, 1];

export const data = {
  inputs: [[-3], [-2], [3], [2]],
  targets: [[0], [0], [1], [1]],
};
export const learningRate = 0.5;
export const epochs = 150;
export const updatesPerEpoch = 1;

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

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const weight = () => 0.1 * normal(random);
  return sizes.map((size, d) => ({
    weights: Array.from({ length: d > 0 ? size : 0 }, () =>
      Array.from({ length: sizes[d - 1] }, weight),
    ),
    biases: Array(d > 0 ? size : 0).fill(0),
    activations: Array.from({ length: size }, () => [0]),
  }));
}

/** A sigmoid that stays off 0 and 1, for the logarithm's sake. */
const least = 1e-13;
const sigmoid = (z: number) =>
  Math.min(Math.max(1 / (1 + Math.exp(-z)), least), 1 - least);

const rowsOf = (samples: Matrix): Matrix =>
  samples[0].map((_, i) => samples.map((sample) => sample[i]));

/** Leaves the activations of all samples; returns the outputs. */
function forward(network: Network, samples: Matrix): Matrix {
  network[0].activations = rowsOf(samples);
  for (let d = 1; d < network.length; d++) {
    const below = network[d - 1].activations;
    const { weights, biases } = network[d];
    network[d].activations = weights.map((row, unit) =>
      samples.map((_, k) => {
        const z = row.reduce((s, w, i) => s + w * below[i][k], 0);
        return sigmoid(z + biases[unit]);
      }),
    );
  }
  return network[network.length - 1].activations;
}

export const predict = (network: Network, input: number[]) =>
  forward(network, [input]).map(([output]) => output);

function cost(network: Network): number {
  const terms = data.targets.map(([y], k) => {
    const [h] = predict(network, data.inputs[k]);
    return -(y * Math.log(h) + (1 - y) * Math.log(1 - h));
  });
  return terms.reduce((sum, term) => sum + term, 0) / terms.length;
}

export function update(network: Network): void {
  const outputs = forward(network, data.inputs);
  const targets = rowsOf(data.targets);
  const m = data.inputs.length;
  // The gradient of the cost, by the activations of layer d.
  let da = outputs.map((row, unit) =>
    row.map((h, k) => {
      const y = targets[unit][k];
      return -(y / h - (1 - y) / (1 - h));
    }),
  );
  for (let d = network.length - 1; d >= 1; d--) {
    const { weights, biases, activations } = network[d];
    const dz = activations.map((row, unit) =>
      row.map((a, k) => da[unit][k] * a * (1 - a)),
    );
    const factors = network[d].activations;
    const dw = weights.map((row, unit) =>
      row.map((_, i) => sumOfProducts(dz[unit], factors[i]) / m),
    );
    const db = dz.map((row) => row.reduce((s, x) => s + x, 0) / m);
    da = network[d - 1].activations.map((row, i) =>
      row.map((_, k) =>
        weights.reduce((s, w, unit) => s + w[i] * dz[unit][k], 0),
      ),
    );
    weights.forEach((row, unit) => {
      row.forEach((_, i) => (row[i] -= learningRate * dw[unit][i]));
      biases[unit] -= learningRate * db[unit];
    });
  }
}

const sumOfProducts = (one: number[], other: number[]) =>
  one.reduce((sum, x, k) => sum + x * other[k], 0);

export const layers = (network: Network) =>
  network.slice(1).map(({ weights, biases, activations }) => ({
    weights,
    biases,
    activations: activations.map((row) => row[0]),
  }));

if (import.meta.main) {
  const network = create(2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % 10 === 0) console.log('cost', cost(network));
    update(network);
  }
  for (const input of data.inputs) {
    console.log(input[0], predict(network, input)[0]);
  }
  console.log('weight', network[1].weights[0][0]);
}
