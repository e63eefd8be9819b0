// Is the sum of two numbers above 1? Two inputs, two hidden tanh
// units, a sigmoid output; trained one sample at a time.

type Layer = {
  weights: number[][];
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

const random = randomNumbers(4);
const inputs = Array.from({ length: 40 }, () => [
  random(),
  random(),
]);
const targets = inputs.map(([a, b]) => [a + b > 1 ? 1 : 0]);
inputs.sort(([a], [b]) => a - b);

export const data = { inputs, targets };
export const learningRate = 0.1;
export const epochs = 2_000;
export const updatesPerEpoch = data.inputs.length;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

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
    hidden: createLayer(2, 2, random),
    output: createLayer(1, 2, random),
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
  const activations = forward(hidden, input, Math.tanh);
  return forward(output, activations, sigmoid);
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
  // The slopes of the cross-entropy and of the sigmoid, multiplied.
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
  data.inputs.forEach((input, k) => {
    console.log(
      predict(network, input)[0].toFixed(2),
      targets[k][0],
    );
  });
}
