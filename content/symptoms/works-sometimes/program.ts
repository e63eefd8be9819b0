// XOR with two hidden sigmoid units, trained one sample at a time.
// No line of this program is wrong.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

const hiddenUnits = 2;

export const data = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.5;
export const epochs = 20_000;
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
  const layer: Layer = { weights: [], biases: [], activations: [] };
  for (let unit = 0; unit < size; unit++) {
    layer.biases.push(draw());
    layer.weights.push(Array.from({ length: inputCount }, draw));
    layer.activations.push(0);
  }
  return layer;
}

// A start that somebody reported. Seed 0 begins with it, every
// other seed with a start of its own.
const reported: Network = {
  hidden: {
    weights: [
      [-0.12692590266986858, -0.844955757436316],
      [-0.9357427469178123, 0.8173651578783794],
    ],
    biases: [0.39650732687505963, -0.49808473788143637],
    activations: [0, 0],
  },
  output: {
    weights: [[-0.5832662974097391, 0.5308947844782579]],
    biases: [0.2908941132572971],
    activations: [0],
  },
};

export function create(seed: number): Network {
  if (seed === 0) return structuredClone(reported);
  const random = randomNumbers(seed);
  return {
    hidden: createLayer(hiddenUnits, 2, random),
    output: createLayer(1, hiddenUnits, random),
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
    layer.biases[unit] += learningRate * delta;
    inputs.forEach((input, i) => {
      layer.weights[unit][i] += learningRate * delta * input;
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
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
  }
  for (const input of data.inputs) {
    console.log(predict(network, input)[0]);
  }
}
