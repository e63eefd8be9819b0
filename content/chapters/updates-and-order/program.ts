// XOR with four tanh units and a sigmoid output, trained one
// sample at a time. Its loss comes to 1/4 and stays there.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

export const data = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.5;
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
    hidden: createLayer(4, 2, random),
    output: createLayer(1, 4, random),
  };
}

function sums(layer: Layer, inputs: number[]): number[] {
  return layer.weights.map((weights, unit) =>
    weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      layer.biases[unit],
    ),
  );
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  hidden.activations = sums(hidden, input).map((z) => Math.tanh(z));
  output.activations = sums(output, hidden.activations).map(
    (z) => 1 / (1 + Math.exp(-z)),
  );
  return output.activations;
}

function adjust(
  layer: Layer,
  inputs: number[],
  deltas: number[],
): void {
  deltas.forEach((delta, unit) => {
    const step = learningRate * delta;
    layer.biases[unit] += step;
    inputs.forEach((input, i) => {
      layer.weights[unit][i] = step * input;
    });
  });
}

export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const [y] = predict(network, data.inputs[k]);
  const outputDelta = (data.targets[k][0] - y) * y * (1 - y);
  const hiddenDeltas = hidden.activations.map((a, unit) => {
    const back = output.weights[0][unit] * outputDelta;
    return back * (1 - a * a);
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
