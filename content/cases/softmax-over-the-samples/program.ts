// Which of the ten digits is it? Small noisy pictures, a hidden
// layer of ReLU units, a softmax over ten outputs, and one step
// for all samples together.

type Matrix = number[][]; // a row a sample
type Layer = {
  weights: number[][]; // weights[unit][input]
  biases: number[];
  activations: Matrix;
};
type Network = { hidden: Layer; output: Layer };
type Random = () => number;

// Three pixels wide and five high, row by row.
const digits = [
  '111101101101111',
  '010110010010111',
  '111001111100111',
  '111001111001111',
  '101101111001001',
  '111100111001111',
  '111100111101111',
  '111001001001001',
  '111101111101111',
  '111101111001111',
];
const samplesOfEach = 2;
const hiddenUnits = 10;

export const data = drawPictures();
export const learningRate = 0.1;
export const epochs = 500;
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

/** Each pixel a shade from 0 to 1, off by up to a half. */
function drawPictures() {
  const random = randomNumbers(0);
  const inputs: Matrix = [];
  const targets: Matrix = [];
  for (let k = 0; k < 10 * samplesOfEach; k++) {
    const shades = Array.from(digits[k % 10], (pixel) => {
      const shade = Number(pixel) + random() - 0.5;
      return Math.min(Math.max(shade, 0), 1);
    });
    inputs.push(shades);
    targets.push(digits.map((_, c) => (c === k % 10 ? 1 : 0)));
  }
  return { inputs, targets };
}

function createLayer(
  inputCount: number,
  size: number,
  random: Random,
): Layer {
  const draw = () => random() - 0.5;
  const row = (length: number) => Array.from({ length }, draw);
  return {
    weights: Array.from({ length: size }, () => row(inputCount)),
    biases: row(size),
    activations: [Array(size).fill(0)],
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const hidden = createLayer(digits[0].length, hiddenUnits, random);
  const output = createLayer(hiddenUnits, digits.length, random);
  return { hidden, output };
}

/** Inputs times weights, plus biases: a row a sample. */
function sums({ weights, biases }: Layer, inputs: Matrix): Matrix {
  return inputs.map((row) =>
    biases.map((bias, unit) => {
      let z = bias;
      for (let i = 0; i < row.length; i++) {
        z += row[i] * weights[unit][i];
      }
      return z;
    }),
  );
}

function softmax(scores: Matrix): Matrix {
  const powers = scores.map((row) => row.map((z) => Math.exp(z)));
  const total = powers.reduce((one, other) =>
    one.map((sum, c) => sum + other[c]),
  );
  return powers.map((row) => row.map((x, c) => x / total[c]));
}

/** Keeps the activations of all samples; returns the outputs. */
function forward(
  { hidden, output }: Network,
  inputs: Matrix,
): Matrix {
  hidden.activations = sums(hidden, inputs).map((row) =>
    row.map((z) => Math.max(z, 0)),
  );
  output.activations = softmax(sums(output, hidden.activations));
  return output.activations;
}

/** What an input is given in the company of the other samples. */
export function predict(
  network: Network,
  input: number[],
): number[] {
  const others = data.inputs.filter((other) =>
    other.some((x, i) => x !== input[i]),
  );
  return forward(network, [input, ...others])[0];
}

function adjust(
  layer: Layer,
  inputs: Matrix,
  deltas: Matrix,
): void {
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
  const outputs = forward(network, data.inputs);
  const outputDeltas = outputs.map((row, k) =>
    row.map((p, c) => p - data.targets[k][c]),
  );
  const hiddenDeltas = hidden.activations.map((row, k) =>
    row.map((a, i) => {
      const back = outputDeltas[k].reduce(
        (sum, delta, c) => sum + delta * output.weights[c][i],
        0,
      );
      return a > 0 ? back : 0;
    }),
  );
  adjust(output, hidden.activations, outputDeltas);
  adjust(hidden, data.inputs, hiddenDeltas);
}

/** The class with the largest output. */
const answer = (row: number[]) =>
  row.reduce((best, p, c) => (p > row[best] ? c : best), 0);

function accuracy(network: Network): number {
  const outputs = forward(network, data.inputs);
  const right = outputs.filter((row, k) => answer(row) === k % 10);
  return right.length / outputs.length;
}

export const layers = ({ hidden, output }: Network) =>
  [hidden, output].map(({ weights, biases, activations }) => ({
    weights,
    biases,
    activations: activations[0],
  }));

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % 10 === 0) {
      console.log(`epoch ${epoch}:`, accuracy(network));
    }
    update(network);
  }
  console.log(forward(network, data.inputs).map(answer).join());
}
