// XOR with a network whose activation is chosen by name: two
// inputs, a hidden layer, one output; each step takes one random
// sample.

type Layer = {
  weights: number[][]; // weights[input][unit]
  activations: number[];
};
type Generator = { state: number };
type Network = {
  generator: Generator;
  hidden: Layer;
  output: Layer;
};
type Activation = {
  value(x: number): number;
  prime(x: number): number;
};

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const activations: Record<string, Activation> = {
  tanh: {
    value: Math.tanh,
    prime: (x) => 1 - x * x,
  },
  sigmoid: {
    value: sigmoid,
    prime: (x) => sigmoid(x) * (1 - sigmoid(x)),
  },
};
const { value, prime } = activations.sigmoid;

export const data = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.2;
export const epochs = 100_000;
export const updatesPerEpoch = 1;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(generator: Generator): number {
  generator.state = (generator.state + 0x6d2b79f5) | 0;
  let t = generator.state;
  t = Math.imul(t ^ (t >>> 15), 1 | t);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function createLayer(
  inputCount: number,
  size: number,
  generator: Generator,
): Layer {
  const weight = () => random(generator) * 2 - 1;
  const row = () => Array.from({ length: size }, weight);
  return {
    weights: Array.from({ length: inputCount }, row),
    activations: Array(size).fill(0),
  };
}

/** Two units, and one for the bias. */
const hiddenUnits = 2 + 1;

export function create(seed: number): Network {
  const generator = { state: seed };
  const hidden = createLayer(3, hiddenUnits, generator);
  const output = createLayer(hiddenUnits, 1, generator);
  return { generator, hidden, output };
}

/** The values and a constant 1, whose weights serve as biases. */
const withOne = (values: number[]) => [...values, 1];

function forward(layer: Layer, inputs: number[]): number[] {
  layer.activations = layer.activations.map((_, unit) => {
    const sum = inputs.reduce(
      (sum, input, i) => sum + input * layer.weights[i][unit],
      0,
    );
    return value(sum);
  });
  return layer.activations;
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  return forward(output, forward(hidden, withOne(input)));
}

function adjust(
  layer: Layer,
  inputs: number[],
  deltas: number[],
): void {
  inputs.forEach((input, i) => {
    deltas.forEach((delta, unit) => {
      layer.weights[i][unit] += learningRate * delta * input;
    });
  });
}

export function update(network: Network): void {
  const { generator, hidden, output } = network;
  const k = Math.floor(random(generator) * data.inputs.length);
  const [prediction] = predict(network, data.inputs[k]);
  const error = data.targets[k][0] - prediction;

  const outputDelta = error * prime(prediction);
  const hiddenDeltas = hidden.activations.map(
    (a, i) => output.weights[i][0] * outputDelta * prime(a),
  );

  adjust(output, hidden.activations, [outputDelta]);
  adjust(hidden, withOne(data.inputs[k]), hiddenDeltas);
}

/** The hidden biases are the weights of its third input, the 1. */
export function layers({ hidden, output }: Network) {
  const [first, second, biases] = hidden.weights;
  return [
    {
      weights: biases.map((_, unit) => [first[unit], second[unit]]),
      biases,
      activations: hidden.activations,
    },
    {
      weights: [output.weights.map(([weight]) => weight)],
      biases: [0],
      activations: output.activations,
    },
  ];
}

if (import.meta.main) {
  const network = create(2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % 10_000 === 0) console.log('epochs:', epoch);
    update(network);
  }
  for (const input of data.inputs) {
    console.log(input, predict(network, input));
  }
}
