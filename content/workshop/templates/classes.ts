// Three classes: softmax and cross-entropy, one sample at a time.
// A target has a 1 at the place of its class.

export const data = {
  inputs: [
    [0.1, 0.2],
    [0.3, 0.1],
    [0.2, 0.4],
    [0.4, 0.3],
    [0.9, 0.1],
    [1.1, 0.2],
    [1.0, 0.4],
    [1.2, 0.3],
    [0.5, 0.9],
    [0.7, 1.0],
    [0.6, 1.2],
    [0.8, 1.1],
  ],
  targets: [
    [1, 0, 0],
    [1, 0, 0],
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 1, 0],
    [0, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 1],
    [0, 0, 1],
    [0, 0, 1],
  ],
};
export const learningRate = 0.1;
export const epochs = 500;
export const updatesPerEpoch = data.inputs.length;

/** Units of the hidden layer. */
const hiddenUnits = 4;

type Layer = {
  weights: number[][]; // [unit][input]
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

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
  const classes = data.targets[0].length;
  return {
    hidden: createLayer(hiddenUnits, inputs, random),
    output: createLayer(classes, hiddenUnits, random),
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

/** Positive numbers that add up to 1: a share for each class. */
function softmax(z: number[]): number[] {
  // Less the largest, so that no power is too large for a number.
  const largest = Math.max(...z);
  const powers = z.map((one) => Math.exp(one - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  const { hidden, output } = network;
  hidden.activations = sums(hidden, input).map(Math.tanh);
  output.activations = softmax(sums(output, hidden.activations));
  return output.activations;
}

function step(
  layer: Layer,
  deltas: number[],
  values: number[],
): void {
  deltas.forEach((delta, unit) => {
    layer.biases[unit] -= learningRate * delta;
    values.forEach((value, i) => {
      layer.weights[unit][i] -= learningRate * delta * value;
    });
  });
}

/** The k-th update of an epoch: one step down for sample k. */
export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const input = data.inputs[k];
  const target = data.targets[k];

  // Cross-entropy after softmax: output less target, by class.
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

  step(output, deltas, hidden.activations);
  step(hidden, hiddenDeltas, input);
}

/** For the picture and for the checks unit by unit. */
export const layers = ({ hidden, output }: Network): Layer[] => [
  hidden,
  output,
];
