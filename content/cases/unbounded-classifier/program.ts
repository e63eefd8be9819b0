// One layer learns that the answer is the second input: three
// inputs, one output, all samples at once.

type Network = {
  weights: number[];
  bias: number[];
  activation: number;
};
type Activation = {
  value(x: number): number;
  derivative(x: number): number;
};

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const leakyReLU = (x: number) => (x > 0 ? x : 0.01 * x);

const activations = {
  sigmoid: {
    value: sigmoid,
    derivative: (x: number) => sigmoid(x) * (1 - sigmoid(x)),
  },
  leakyReLU: {
    value: leakyReLU,
    derivative: leakyReLU,
  },
};
const activation: Activation = activations.leakyReLU;

export const data = {
  inputs: [
    [0, 0, 1],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ],
  targets: [[0], [1], [0], [1]],
};
export const learningRate = 1;
export const epochs = 20;
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

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const number = () => random() * 2 - 1;
  const draw = () => Array.from({ length: 3 }, number);
  return { weights: draw(), bias: draw(), activation: 0 };
}

function sumOf(
  { weights, bias }: Network,
  input: number[],
): number {
  let sum = 0;
  input.forEach((x, i) => (sum += x * (weights[i] + bias[i])));
  return sum;
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  network.activation = activation.value(sumOf(network, input));
  return [network.activation];
}

const errorsOf = (network: Network) =>
  data.inputs.map(
    (input, k) => data.targets[k][0] - predict(network, input)[0],
  );

export function update(network: Network): void {
  const deltas = errorsOf(network).map(
    (error, k) =>
      error * activation.derivative(sumOf(network, data.inputs[k])),
  );
  [0, 1, 2].forEach((i) => {
    const step = deltas.reduce(
      (sum, delta, k) => sum + delta * data.inputs[k][i],
      0,
    );
    network.weights[i] += learningRate * step;
    network.bias[i] += learningRate * step;
  });
}

export function layers({ weights, bias, activation }: Network) {
  const sums = weights.map((weight, i) => weight + bias[i]);
  return [
    { weights: [sums], biases: [0], activations: [activation] },
  ];
}

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    update(network);
    const errors = errorsOf(network);
    const error = errors.reduce((sum, e) => sum + e, 0);
    console.log('error:', Math.abs(error));
  }
}
