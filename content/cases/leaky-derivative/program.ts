// XOR with leaky ReLU: two inputs, three hidden units, one output;
// each step takes one random sample.

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

export const data = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.1;
export const epochs = 10_000;
export const updatesPerEpoch = 1;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(generator: Generator): number {
  generator.state = (generator.state + 0x6d2b79f5) | 0;
  let t = generator.state;
  t = Math.imul(t ^ (t >>> 15), 1 | t);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

const leak = 0.1;
const leaky = (x: number) => (x > 0 ? x : leak * x);
const isOn = (activation: number) => activation > leak;

/** The derivative of leaky ReLU for the units of a layer. */
function derivative(activations: number[]): number[] {
  const slope = activations.every(isOn) ? 1 : leak;
  return activations.map(() => slope);
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

export function create(seed: number): Network {
  const generator = { state: seed };
  const hidden = createLayer(3, 3, generator);
  const output = createLayer(3, 1, generator);
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
    return leaky(sum);
  });
  return layer.activations;
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  const hiddenActivations = forward(hidden, withOne(input));
  return forward(output, hiddenActivations);
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

  const outputDelta = error * derivative(output.activations)[0];
  const slopes = derivative(hidden.activations);
  const hiddenDeltas = slopes.map(
    (slope, i) => output.weights[i][0] * outputDelta * slope,
  );

  adjust(output, hidden.activations, [outputDelta]);
  adjust(hidden, withOne(data.inputs[k]), hiddenDeltas);
}

/** The hidden biases are the weights of its third input, the 1. */
export function layers({ hidden, output }: Network) {
  const ofUnit = (rows: number[][], unit: number) =>
    rows.map((row) => row[unit]);
  const inputWeights = hidden.weights.slice(0, 2);
  return [
    {
      weights: [0, 1, 2].map((unit) => ofUnit(inputWeights, unit)),
      biases: hidden.weights[2],
      activations: hidden.activations,
    },
    {
      weights: [ofUnit(output.weights, 0)],
      biases: [0],
      activations: output.activations,
    },
  ];
}

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  for (const input of data.inputs) {
    console.log(predict(network, input)[0].toFixed(8));
  }
}
