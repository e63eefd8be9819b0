// XOR with a small library's network: two inputs, two hidden units,
// one output, sigmoids; each step takes one random sample.

type Layer = {
  weights: number[][]; // weights[unit][input]
  biases: number[];
  activations: number[];
};
type Generator = { state: number };
type Network = {
  generator: Generator;
  hidden: Layer;
  output: Layer;
};

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
export const learningRate = 0.01;
export const epochs = 500_000;
export const updatesPerEpoch = 1;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const slope = (a: number) => a * (1 - a);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(generator: Generator): number {
  generator.state = (generator.state + 0x6d2b79f5) | 0;
  let t = generator.state;
  t = Math.imul(t ^ (t >>> 15), 1 | t);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function createLayer(
  size: number,
  inputCount: number,
  generator: Generator,
): Layer {
  const draw = () => random(generator) * 2 - 1;
  const layer: Layer = { weights: [], biases: [], activations: [] };
  for (let unit = 0; unit < size; unit++) {
    layer.biases.push(draw());
    layer.weights.push(Array.from({ length: inputCount }, draw));
    layer.activations.push(0);
  }
  return layer;
}

/** The network that was reported, as it was before any training. */
const reported = {
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

/** Seed 0 is the reported start; others draw one of their own. */
export function create(seed: number): Network {
  const generator = { state: seed };
  const given = structuredClone(reported);
  if (seed === 0) return { generator, ...given };
  const hidden = createLayer(hiddenUnits, 2, generator);
  const output = createLayer(1, hiddenUnits, generator);
  return { generator, hidden, output };
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

/** Steps a layer by its errors, target minus activation. */
function adjust(
  layer: Layer,
  inputs: number[],
  errors: number[],
): void {
  errors.forEach((error, unit) => {
    const delta = error * slope(layer.activations[unit]);
    layer.biases[unit] += learningRate * delta;
    inputs.forEach((input, i) => {
      layer.weights[unit][i] += learningRate * delta * input;
    });
  });
}

/** What the units below a layer hear of its errors. */
const passBack = ({ weights }: Layer, errors: number[]) =>
  weights[0].map((_, i) =>
    errors.reduce((sum, error, unit) => {
      const heard = error;
      return sum + weights[unit][i] * heard;
    }, 0),
  );

export function update(network: Network): void {
  const { generator, hidden, output } = network;
  const k = Math.floor(random(generator) * data.inputs.length);
  const [prediction] = predict(network, data.inputs[k]);
  const errors = [data.targets[k][0] - prediction];

  adjust(output, hidden.activations, errors);
  const hiddenErrors = passBack(output, errors);
  adjust(hidden, data.inputs[k], hiddenErrors);
}

export const layers = ({ hidden, output }: Network): Layer[] => [
  hidden,
  output,
];

if (import.meta.main) {
  const network = create(0);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  for (const input of data.inputs) {
    console.log(input, predict(network, input)[0].toFixed(3));
  }
}
