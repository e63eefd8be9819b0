// A straight line through four points: one input, one output,
// trained one point at a time with momentum.

type Network = {
  weight: number;
  bias: number;
  velocity: { weight: number; bias: number };
  output: number;
};

export const data = {
  inputs: [[1], [2], [3], [4]],
  targets: [[1], [1], [0], [0]],
};
export const learningRate = 0.01;
export const epochs = 400;
export const updatesPerEpoch = data.inputs.length;
const momentum = 0.5;

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
  return {
    weight: 2 * random() - 1,
    bias: 0,
    velocity: { weight: 0, bias: 0 },
    output: 0,
  };
}

export function predict(network: Network, [x]: number[]): number[] {
  network.output = network.weight * x + network.bias;
  return [network.output];
}

export function update(network: Network, k: number): void {
  const [x] = data.inputs[k];
  const error = predict(network, [x])[0] - data.targets[k][0];
  const { velocity } = network;
  velocity.weight = momentum * velocity.weight + error * x;
  velocity.bias = momentum * velocity.bias + error;
  network.weight -= learningRate * velocity.weight;
}

export const layers = ({ weight, bias, output }: Network) => [
  { weights: [[weight]], biases: [bias], activations: [output] },
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
