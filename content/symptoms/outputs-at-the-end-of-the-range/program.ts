// The sine of a number: eight hidden tanh units, one output, the
// cross-entropy. Trained one sample at a time.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

const hiddenUnits = 8;

const angles = Array.from({ length: 12 }, (_, k) => (k - 5.5) / 2);

export const data = {
  inputs: angles.map((angle) => [angle]),
  targets: angles.map((angle) => [Math.sin(angle)]),
};
export const learningRate = 0.1;
export const epochs = 2_000;
export const updatesPerEpoch = data.inputs.length;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const answer = sigmoid;

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
  const layer: Layer = { weights: [], biases: [], activations: [] };
  for (let unit = 0; unit < size; unit++) {
    layer.biases.push(draw());
    layer.weights.push(Array.from({ length: inputCount }, draw));
    layer.activations.push(0);
  }
  return layer;
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  return {
    hidden: createLayer(hiddenUnits, 1, random),
    output: createLayer(1, hiddenUnits, random),
  };
}

function forward(
  layer: Layer,
  inputs: number[],
  activation: (z: number) => number,
): number[] {
  layer.activations = layer.weights.map((weights, unit) => {
    const z = weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      layer.biases[unit],
    );
    return activation(z);
  });
  return layer.activations;
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  return forward(output, forward(hidden, input, Math.tanh), answer);
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
  // The slopes of the loss and of the sigmoid, multiplied.
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
