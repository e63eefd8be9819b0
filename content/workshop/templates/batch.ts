// A dense network, trained on batches: the step is the mean over
// the samples of a batch. Here it learns a curve from nine points.

export const data = {
  inputs: [[-2], [-1.5], [-1], [-0.5], [0], [0.5], [1], [1.5], [2]],
  targets: [
    [-0.14],
    [-0.78],
    [-1],
    [-0.68],
    [0],
    [0.68],
    [1],
    [0.78],
    [0.14],
  ],
};
export const learningRate = 0.1;
export const epochs = 5_000;

/** Samples in a batch; all of them make one update an epoch. */
const batchSize = data.inputs.length;
export const updatesPerEpoch = Math.ceil(
  data.inputs.length / batchSize,
);

/** Units of the hidden layer. */
const hiddenUnits = 6;

type Layer = {
  weights: number[][]; // [unit][input]
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };
/** How the loss changes with each weight and bias of a layer. */
type Gradient = { weights: number[][]; biases: number[] };

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
  units: number,
  inputs: number,
  random: () => number,
): Layer {
  const most = Math.sqrt(6 / (units + inputs));
  const weights: number[][] = [];
  for (let unit = 0; unit < units; unit++) {
    weights.push([]);
    for (let i = 0; i < inputs; i++)
      weights[unit].push(most * (2 * random() - 1));
  }
  const zeros = () => weights.map(() => 0);
  return { weights, biases: zeros(), activations: zeros() };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const inputs = data.inputs[0].length;
  const outputs = data.targets[0].length;
  return {
    hidden: createLayer(hiddenUnits, inputs, random),
    output: createLayer(outputs, hiddenUnits, random),
  };
}

/** Each unit's sum of what comes in. */
function sums(
  { weights, biases }: Layer,
  values: number[],
): number[] {
  return weights.map((row, unit) => {
    let sum = biases[unit];
    for (let i = 0; i < row.length; i++) sum += row[i] * values[i];
    return sum;
  });
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  const { hidden, output } = network;
  hidden.activations = sums(hidden, input).map(Math.tanh);
  output.activations = sums(output, hidden.activations);
  return output.activations;
}

function noGradient({ weights, biases }: Layer): Gradient {
  return {
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  };
}

/** Adds what one sample asks of a layer. */
function add(
  gradient: Gradient,
  deltas: number[],
  values: number[],
): void {
  deltas.forEach((delta, unit) => {
    gradient.biases[unit] += delta;
    values.forEach((value, i) => {
      gradient.weights[unit][i] += delta * value;
    });
  });
}

function step(
  layer: Layer,
  gradient: Gradient,
  size: number,
): void {
  layer.weights.forEach((row, unit) => {
    layer.biases[unit] -= size * gradient.biases[unit];
    row.forEach((_, i) => {
      row[i] -= size * gradient.weights[unit][i];
    });
  });
}

/** The k-th update of an epoch: one step for the k-th batch. */
export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const first = k * batchSize;
  const end = Math.min(first + batchSize, data.inputs.length);
  const hiddenGradient = noGradient(hidden);
  const outputGradient = noGradient(output);

  for (let sample = first; sample < end; sample++) {
    const input = data.inputs[sample];
    const target = data.targets[sample];
    // Half the squared error, an output without activation.
    const deltas = predict(network, input).map(
      (a, o) => a - target[o],
    );
    const hiddenDeltas = hidden.activations.map((a, unit) => {
      let share = 0;
      deltas.forEach((delta, o) => {
        share += delta * output.weights[o][unit];
      });
      return share * (1 - a * a);
    });
    add(outputGradient, deltas, hidden.activations);
    add(hiddenGradient, hiddenDeltas, input);
  }

  const size = learningRate / (end - first);
  step(output, outputGradient, size);
  step(hidden, hiddenGradient, size);
}

/** For the picture and for the checks unit by unit. */
export const layers = ({ hidden, output }: Network): Layer[] => [
  hidden,
  output,
];
