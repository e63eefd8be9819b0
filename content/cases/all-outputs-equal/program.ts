// XOR from scratch: two inputs, four hidden units, one output,
// trained one sample at a time.

type Layer = {
  kind: string;
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };
type Activation = {
  value(x: number): number;
  derivative(x: number): number;
};
type Random = () => number;

const activations: Record<string, Activation> = {
  ReLU: {
    value: (x) => (x > 0 ? x : 0),
    derivative: (x) => (x >= 0 ? 1 : 0),
  },
  sigmoid: {
    value: (x) => 1 / (1 + Math.exp(-x)),
    derivative: (x) => x * (1 - x),
  },
  linear: { value: (x) => x, derivative: () => 1 },
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
export const epochs = 100_000;
export const updatesPerEpoch = data.inputs.length;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): Random {
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
  random: Random,
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

function createNetwork(random: Random, kind = 'ReLu'): Network {
  return {
    hidden: createLayer(4, 2, kind, random),
    output: createLayer(1, 4, kind, random),
  };
}

export const create = (seed: number): Network =>
  createNetwork(randomNumbers(seed), 'ReLU');

function forward(layer: Layer, inputs: number[]): number[] {
  layer.activations = layer.weights.map((weights, unit) => {
    const bias = layer.biases[unit];
    const sum = weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      bias,
    );
    return activations[layer.kind].value(sum);
  });
  return layer.activations;
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  return forward(output, forward(hidden, input));
}

function loss(network: Network): number {
  const errors = data.inputs.map(
    (input, k) => data.targets[k][0] - predict(network, input)[0],
  );
  const sum = errors.reduce((sum, error) => sum + error ** 2, 0);
  return sum / errors.length;
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
    error * activations[output.kind].derivative(prediction);

  const hiddenDeltas = hidden.activations.map((a, unit) => {
    const share = output.weights[0][unit] * outputDelta;
    return share * activations[hidden.kind].derivative(a);
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
