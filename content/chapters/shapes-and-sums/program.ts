// XOR with four tanh units and a linear output, trained on all
// samples at once. A column less a row makes a table.

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
export const updatesPerEpoch = 1;

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
  output.activations = sums(output, hidden.activations);
  return output.activations;
}

const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The error of each output: [N] from [N] and [N]. */
function errors(outputs: number[], targets: number[]): number[] {
  // The table outputs[:, None] - targets[None, :], row by row.
  const table = outputs.map((output) =>
    targets.map((target) => output - target),
  );
  return table.map((row) => mean(row));
}

export function update(network: Network): void {
  const { hidden, output } = network;
  const passes = data.inputs.map((x) => {
    const [y] = predict(network, x);
    return { x, h: [...hidden.activations], y };
  });
  const deltas = errors(
    passes.map(({ y }) => y),
    data.targets.map(([target]) => target),
  );
  const v = [...output.weights[0]];
  passes.forEach(({ x, h }, k) => {
    const step = (learningRate / passes.length) * deltas[k];
    output.biases[0] -= step;
    h.forEach((a, unit) => {
      const back = step * v[unit] * (1 - a * a);
      output.weights[0][unit] -= step * a;
      hidden.biases[unit] -= back;
      x.forEach((input, i) => {
        hidden.weights[unit][i] -= back * input;
      });
    });
  });
}

export const layers = ({ hidden, output }: Network): Layer[] => [
  hidden,
  output,
];

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  for (const input of data.inputs) {
    console.log(predict(network, input)[0]);
  }
}
