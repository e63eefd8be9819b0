// Do people in this town take the train? One input, the number of
// the town; one sigmoid unit; trained one sample at a time.

type Network = {
  weights: number[];
  bias: number;
  activation: number;
};

const towns = [1, 2, 3, 4, 5];
const takeTheTrain = [0, 1, 0, 0, 1];

/** What the network is told of a town. */
const inputsOf = (town: number) => [town];

export const data = {
  inputs: towns.map(inputsOf),
  targets: takeTheTrain.map((answer) => [answer]),
};
export const learningRate = 0.1;
export const epochs = 5_000;
export const updatesPerEpoch = data.inputs.length;

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
  const draw = () => random() * 2 - 1;
  const bias = draw();
  return { bias, weights: data.inputs[0].map(draw), activation: 0 };
}

export function predict(
  network: Network,
  input: number[],
): number[] {
  const z = network.weights.reduce(
    (sum, weight, i) => sum + weight * input[i],
    network.bias,
  );
  network.activation = sigmoid(z);
  return [network.activation];
}

export function update(network: Network, k: number): void {
  const [prediction] = predict(network, data.inputs[k]);
  // The slopes of the cross-entropy and of the sigmoid, multiplied.
  const delta = prediction - data.targets[k][0];
  network.bias -= learningRate * delta;
  data.inputs[k].forEach((input, i) => {
    network.weights[i] -= learningRate * delta * input;
  });
}

export const layers = ({ weights, bias, activation }: Network) => [
  { weights: [weights], biases: [bias], activations: [activation] },
];

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
  }
  for (const input of data.inputs) {
    console.log(input, predict(network, input)[0].toFixed(3));
  }
}
