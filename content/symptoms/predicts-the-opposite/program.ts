// Is a number above 0? One sigmoid unit, the cross-entropy, and one
// step for all four samples together.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { output: Layer };

export const data = {
  inputs: [[-3], [-2], [3], [2]],
  targets: [[0], [0], [1], [1]],
};
export const learningRate = 0.5;
export const epochs = 2_000;
export const updatesPerEpoch = 1;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

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
  const weight = 0.2 * random() - 0.1;
  const output = {
    weights: [[weight]],
    biases: [0],
    activations: [0],
  };
  return { output };
}

export function predict(
  { output }: Network,
  [input]: number[],
): number[] {
  const z = output.weights[0][0] * input + output.biases[0];
  output.activations = [sigmoid(z)];
  return output.activations;
}

export function update(network: Network): void {
  const { output } = network;
  const sampleCount = data.inputs.length;
  let weightGradient = 0;
  let biasGradient = 0;
  data.inputs.forEach((input, k) => {
    const [prediction] = predict(network, input);
    // The slopes of the loss and of the sigmoid, multiplied.
    const delta = prediction - data.targets[k][0];
    weightGradient += (delta * prediction) / sampleCount;
    biasGradient += delta / sampleCount;
  });
  output.weights[0][0] -= learningRate * weightGradient;
  output.biases[0] -= learningRate * biasGradient;
}

export const layers = ({ output }: Network): Layer[] => [output];

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  for (const input of data.inputs) {
    console.log(predict(network, input)[0]);
  }
}
