// Add three numbers: one linear unit, the mean squared error, and
// one step for all samples together.

type Matrix = number[][];
type Network = {
  weights: Matrix; // weights[unit][input]
  biases: number[];
  outputs: Matrix; // a row a sample
};
type Random = () => number;

const numbers = [1 / 8, 3 / 8, 5 / 8, 7 / 8];

export const data = everySum();
export const learningRate = 10e-2;
export const epochs = 500;
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

/** Every choice of three numbers; three equal ones twice. */
function everySum() {
  const inputs = numbers.flatMap((a) => [
    ...numbers.flatMap((b) => numbers.map((c) => [a, b, c])),
    [a, a, a],
  ]);
  return { inputs, targets: inputs.map((row) => [sum(row)]) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** As PyTorch draws them: evenly, up to one over the root of 3. */
export function create(seed: number): Network {
  const random = randomNumbers(seed);
  const weight = () => (2 * random() - 1) / Math.sqrt(3);
  return {
    weights: [Array.from({ length: 3 }, weight)],
    biases: [0], // at first
    outputs: [[0]],
  };
}

/** The outputs are a column: [samples, 1]. */
function forward(network: Network, inputs: Matrix): Matrix {
  const { weights, biases } = network;
  network.outputs = inputs.map((row) =>
    weights.map((w, unit) =>
      row.reduce((z, x, i) => z + x * w[i], biases[unit]),
    ),
  );
  return network.outputs;
}

export const predict = (network: Network, input: number[]) =>
  forward(network, [input])[0];

/** As in NumPy and PyTorch: an axis of length 1 is repeated. */
function subtract(one: Matrix, other: Matrix): Matrix {
  const longer = one.length > other.length ? one : other;
  return longer.map((_, r) => {
    const a = one[r % one.length];
    const b = other[r % other.length];
    const wider = a.length > b.length ? a : b;
    return wider.map((_, c) => a[c % a.length] - b[c % b.length]);
  });
}

function differences(network: Network): Matrix {
  const outputs = forward(network, data.inputs);
  const targets = [data.targets.map(([target]) => target)];
  return subtract(outputs, targets);
}

function loss(network: Network): number {
  const squares = differences(network)
    .flat()
    .map((d) => d * d);
  return sum(squares) / squares.length;
}

export function update(network: Network): void {
  const table = differences(network);
  const count = table.length * table[0].length;
  const deltas = table.map((row) => (2 * sum(row)) / count);
  deltas.forEach((delta, k) => {
    data.inputs[k].forEach((x, i) => {
      network.weights[0][i] -= learningRate * delta * x;
    });
  });
}

export const layers = ({ weights, biases, outputs }: Network) => [
  { weights, biases, activations: outputs[0] },
];

if (import.meta.main) {
  const network = create(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % 20 === 0) console.log(loss(network));
    update(network);
  }
  console.log('weights', network.weights[0]);
}
