// XOR with three hidden sigmoid units, trained one sample at a
// time.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

const settings: Record<string, number> = {
  learning_rate: 0.5,
  epochs: 20_000,
};

export const data = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const epochs = settings.epochs;
export const updatesPerEpoch = data.inputs.length;

const rate = settings.learningRate;

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
    hidden: createLayer(3, 2, random),
    output: createLayer(1, 3, random),
  };
}

function forward(layer: Layer, inputs: number[]): number[] {
  layer.activations = layer.weights.map((weights, unit) => {
    const z = weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      layer.biases[unit],
    );
    return sigmoid(z);
  });
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
    layer.biases[unit] += rate * delta;
    inputs.forEach((input, i) => {
      layer.weights[unit][i] += rate * delta * input;
    });
  });
}

export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const [prediction] = predict(network, data.inputs[k]);
  const error = data.targets[k][0] - prediction;
  const outputDelta = error * slope(prediction);
  const hiddenDeltas = hidden.activations.map(
    (a, unit) => outputDelta * output.weights[0][unit] * slope(a),
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
  update(network, 0);
  console.log(network.hidden.weights, network.output.weights);
}
