// Learns x → x + 1: one input, three hidden units, one output,
// leaky ReLU, a thousand samples at once.

// A Float64Array is a list of 64-bit numbers, as in NumPy.
type Samples = { inputs: Float64Array; targets: Float64Array };
type Layer = {
  weights: Float64Array;
  biases: Float64Array;
  sums: Float64Array;
  activations: Float64Array;
};
type Network = { samples: Samples; hidden: Layer; output: Layer };
type Random = () => number;

const leak = 0.01;
const weightDecay = 0.5;
export const learningRate = 1e-9;
export const epochs = 60_000;
export const updatesPerEpoch = 1;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): Random {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawData(random: Random): Samples {
  const draw = () => Math.floor(random() * 1000);
  const numbers = Float64Array.from({ length: 1000 }, draw);
  return { inputs: numbers, targets: numbers.map((x) => x + 1) };
}

const rows = (numbers: Float64Array) =>
  Array.from(numbers, (number) => [number]);

export function data(seed: number) {
  const { inputs, targets } = drawData(randomNumbers(seed));
  return { inputs: rows(inputs), targets: rows(targets) };
}

function createLayer(
  weights: Float64Array,
  biases: Float64Array,
): Layer {
  const size = biases.length;
  const sums = new Float64Array(size);
  return { weights, biases, sums, activations: sums.slice() };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const draw = (count: number) =>
    Float64Array.from({ length: count }, random);
  const samples = drawData(random);
  const [hiddenBiases, outputBiases] = [draw(3), draw(1)];
  const [hiddenWeights, outputWeights] = [draw(3), draw(3)];
  return {
    samples,
    hidden: createLayer(hiddenWeights, hiddenBiases),
    output: createLayer(outputWeights, outputBiases),
  };
}

const leaky = (z: number) => (z > 0 ? z : leak * z);
const leakyPrime = (z: number) => (z > 0 ? 1 : leak);
const sigmoidPrime = (z: number) =>
  Math.exp(-x) / (1 + Math.exp(-x)) ** 2;

function forward({ hidden, output }: Network, x: number): number {
  output.sums[0] = output.biases[0];
  for (let unit = 0; unit < hidden.weights.length; unit++) {
    const z = hidden.biases[unit] + x * hidden.weights[unit];
    hidden.sums[unit] = z;
    hidden.activations[unit] = leaky(hidden.sums[unit]);
    const weight = output.weights[unit];
    output.sums[0] += hidden.sums[unit] * weight;
  }
  output.activations[0] = leaky(output.sums[0]);
  return leaky(output.activations[0]);
}

export const predict = (network: Network, input: number[]) => [
  forward(network, input[0]),
];

/** Half the squared error, summed over the samples. */
function cost(network: Network): number {
  const { inputs, targets } = network.samples;
  const costs = inputs.map(
    (x, n) => (targets[n] - forward(network, x)) ** 2 / 2,
  );
  return costs.reduce((sum, cost) => sum + cost, 0);
}

function descend(layer: Layer, gradients: Float64Array): void {
  layer.weights.forEach((weight, i) => {
    const gradient = gradients[i] + weightDecay * weight;
    layer.weights[i] -= learningRate * gradient;
  });
}

export function update(network: Network): void {
  const { samples, hidden, output } = network;
  const hiddenGradients = new Float64Array(3);
  const outputGradients = new Float64Array(3);
  for (let n = 0; n < samples.inputs.length; n++) {
    const x = samples.inputs[n];
    const error = samples.targets[n] - forward(network, x);
    const outputDelta = -error * leakyPrime(output.sums[0]);
    for (let unit = 0; unit < hidden.weights.length; unit++) {
      const share = outputDelta * output.weights[unit];
      const hiddenDelta = share * leakyPrime(hidden.sums[unit]);
      outputGradients[unit] +=
        hidden.activations[unit] * outputDelta;
      hiddenGradients[unit] += x * hiddenDelta;
    }
  }
  descend(output, outputGradients);
  descend(hidden, hiddenGradients);
}

const view = (layer: Layer, weights: number[][]) => ({
  weights,
  biases: [...layer.biases],
  activations: [...layer.activations],
});

export const layers = ({ hidden, output }: Network) => [
  view(hidden, rows(hidden.weights)),
  view(output, [[...output.weights]]),
];

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % 10_000 === 0) console.log('J =', cost(network));
    update(network);
  }
  console.log('J =', cost(network));
  for (const x of [0, 99, 999, 10_079]) {
    console.log(x, predict(network, [x])[0]);
  }
}
