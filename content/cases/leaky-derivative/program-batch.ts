// XOR with leaky ReLU and true biases, all four samples at once;
// one derivative for the whole batch.

type Unit = { bias: number; weights: number[] };
type Network = {
  hidden: Unit[];
  output: Unit;
  activations: number[];
  prediction: number;
};

const hiddenUnits = 2;

export const data = {
  inputs: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};
export const learningRate = 0.1;
export const epochs = 10_000;
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

const leak = 0.1;
const leaky = (z: number) => (z > 0 ? z : leak * z);
const isOn = (activation: number) => activation > leak;

function createUnit(
  inputCount: number,
  random: () => number,
): Unit {
  const draw = () => random() * 2 - 1;
  return {
    bias: draw(),
    weights: Array.from({ length: inputCount }, draw),
  };
}

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const hidden = Array.from({ length: hiddenUnits }, () =>
    createUnit(2, random),
  );
  const output = createUnit(hiddenUnits, random);
  return {
    hidden,
    output,
    activations: Array(hiddenUnits).fill(0),
    prediction: 0,
  };
}

const forward = ({ bias, weights }: Unit, inputs: number[]) =>
  leaky(
    weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      bias,
    ),
  );

export function predict(
  network: Network,
  input: number[],
): number[] {
  network.activations = network.hidden.map((unit) =>
    forward(unit, input),
  );
  network.prediction = forward(network.output, network.activations);
  return [network.prediction];
}

/**
 * As NumPy's `all` does it for a matrix: one activation that is
 * not above the slope, and every unit takes the slope.
 */
const slopeOf = (matrix: number[][]) =>
  matrix.every((row) => row.every(isOn)) ? 1 : leak;

export function update(network: Network): void {
  const { hidden, output } = network;
  const predictions = data.inputs.map((input) =>
    predict(network, input),
  );
  const activations = data.inputs.map((input) =>
    hidden.map((unit) => forward(unit, input)),
  );
  const [hiddenSlope, outputSlope] = [
    slopeOf(activations),
    slopeOf(predictions),
  ];
  const deltas = predictions.map(
    ([output], n) => (data.targets[n][0] - output) * outputSlope,
  );
  const sum = (numbers: number[]) =>
    numbers.reduce((total, number) => total + number, 0);

  hidden.forEach((unit, h) => {
    const back = learningRate * hiddenSlope * output.weights[h];
    unit.bias += back * sum(deltas);
    unit.weights = unit.weights.map(
      (weight, i) =>
        weight +
        back *
          sum(deltas.filter((_, n) => data.inputs[n][i] === 1)),
    );
    deltas.forEach(
      (delta, n) =>
        (output.weights[h] +=
          learningRate * delta * activations[n][h]),
    );
  });
  output.bias += learningRate * sum(deltas);
}

export function layers({
  hidden,
  output,
  activations,
  prediction,
}: Network) {
  return [
    {
      weights: hidden.map(({ weights }) => weights),
      biases: hidden.map(({ bias }) => bias),
      activations,
    },
    {
      weights: [output.weights],
      biases: [output.bias],
      activations: [prediction],
    },
  ];
}

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  for (const input of data.inputs)
    console.log(predict(network, input)[0].toFixed(8));
}
