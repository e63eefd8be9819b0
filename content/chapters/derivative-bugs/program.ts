// XOR with four tanh units and a linear output, trained one sample
// at a time.

type Layer = {
  kind: string;
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };
type Activation = {
  value(z: number): number;
  slope(a: number): number;
};

// Each activation with its slope.
const activations: Record<string, Activation> = {
  identity: { value: (z) => z, slope: () => 1 },
  sigmoid: {
    value: (z) => 1 / (1 + Math.exp(-z)),
    slope: (a) => a * (1 - a),
  },
  tanh: {
    value: (z) => Math.tanh(z),
    slope: (a) => 1 - Math.tanh(a) ** 2,
  },
  relu: {
    value: (z) => Math.max(0, z),
    slope: (a) => (a > 0 ? 1 : 0),
  },
  leakyRelu: {
    value: (z) => (z > 0 ? z : 0.1 * z),
    slope: (a) => (a > 0 ? 1 : 0.1),
  },
};

export const data = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.2;
export const epochs = 2_000;
export const updatesPerEpoch = data.inputs.length;

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
  kind: string,
  random: () => number,
): Layer {
  const draw = () => random() * 2 - 1;
  const layer: Layer = {
    kind,
    weights: [],
    biases: [],
    activations: [],
  };
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
    hidden: createLayer(4, 2, 'tanh', random),
    output: createLayer(1, 4, 'identity', random),
  };
}

function forward(layer: Layer, inputs: number[]): number[] {
  layer.activations = layer.weights.map((weights, unit) => {
    const z = weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      layer.biases[unit],
    );
    return activations[layer.kind].value(z);
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
  const outputDelta =
    error * activations[output.kind].slope(prediction);
  const hiddenDeltas = hidden.activations.map((a, unit) => {
    const share = outputDelta * output.weights[0][unit];
    return share * activations[hidden.kind].slope(a);
  });
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
