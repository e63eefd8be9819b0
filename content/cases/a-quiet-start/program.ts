// Which of two moons does a point belong to? Two inputs, four
// hidden layers of ReLU units, a sigmoid; the cross-entropy, and
// one step for all samples together.

type Matrix = number[][];
type Layer = {
  kind: string;
  weights: Matrix; // weights[input][unit]
  biases: number[];
  sums: Matrix; // sums[sample][unit]
  activations: Matrix;
};
type Network = Layer[];
type Random = () => number;

const architecture = [
  { inputs: 2, units: 4, kind: 'relu' },
  { inputs: 4, units: 6, kind: 'relu' },
  { inputs: 6, units: 6, kind: 'relu' },
  { inputs: 6, units: 4, kind: 'relu' },
  { inputs: 4, units: 1, kind: 'sigmoid' },
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): Random {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A normal number: mean 0, deviation 1 (Box and Muller). */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) *
  Math.cos(2 * Math.PI * random());

/** Points on two half circles, not quite, to two digits. */
function moons(count: number, random: Random) {
  const inputs: Matrix = [];
  const targets: Matrix = [];
  for (let k = 0; k < count; k++) {
    const lower = random() < 0.5;
    const angle = Math.PI * random();
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    inputs.push(
      (lower ? [1 - x, 0.5 - y] : [x, y]).map((value) => {
        const moved = value + 0.1 * normal(random);
        return Math.round(moved * 100) / 100;
      }),
    );
    targets.push([lower ? 1 : 0]);
  }
  return { inputs, targets };
}

const numbersOfMoons = randomNumbers(67);
export const data = moons(40, numbersOfMoons);
const test = moons(100, numbersOfMoons);
export const learningRate = 0.01;
export const epochs = 10_000;
export const updatesPerEpoch = 1;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const relu = (z: number) => Math.max(0, z);

export function create(seed: number): Network {
  const random = randomNumbers(seed);
  return architecture.map(({ inputs, units, kind }) => {
    const size = 0.1;
    const weight = () => normal(random) * size;
    const row = () => Array.from({ length: units }, weight);
    const weights = Array.from({ length: inputs }, row);
    const bias = () => normal(random) * 0.1;
    const biases = Array.from({ length: units }, bias);
    return { kind, weights, biases, sums: [], activations: [] };
  });
}

function forward(network: Network, samples: Matrix): Matrix {
  let values = samples;
  for (const layer of network) {
    const { kind, weights, biases } = layer;
    layer.sums = values.map((inputs) =>
      biases.map((bias, unit) =>
        inputs.reduce((z, x, i) => z + x * weights[i][unit], bias),
      ),
    );
    const value = kind === 'relu' ? relu : sigmoid;
    layer.activations = layer.sums.map((row) => row.map(value));
    values = layer.activations;
  }
  return values;
}

export const predict = (network: Network, input: number[]) =>
  forward(network, [input])[0];

function cost(network: Network): number {
  const outputs = forward(network, data.inputs);
  const terms = data.targets.map(([y], k) => {
    const [h] = outputs[k];
    return -(y * Math.log(h) + (1 - y) * Math.log(1 - h));
  });
  return terms.reduce((sum, term) => sum + term, 0) / terms.length;
}

function accuracy(network: Network, { inputs, targets }: Moons) {
  const outputs = forward(network, inputs);
  const right = outputs.filter(
    ([h], k) => (h > 0.5 ? 1 : 0) === targets[k][0],
  );
  return right.length / inputs.length;
}
type Moons = typeof data;

export function update(network: Network): void {
  const { inputs, targets } = data;
  const outputs = forward(network, inputs);
  const m = inputs.length;
  // The slopes of the cost, by the activations of a layer.
  let slopes = outputs.map(([h], k) => {
    const [y] = targets[k];
    return [-(y / h - (1 - y) / (1 - h))];
  });
  for (let l = network.length - 1; l >= 0; l--) {
    const { kind, weights, biases, sums, activations } = network[l];
    const below = l > 0 ? network[l - 1].activations : inputs;
    const deltas = slopes.map((row, k) =>
      row.map((slope, unit) => {
        if (kind === 'relu') return sums[k][unit] > 0 ? slope : 0;
        const a = activations[k][unit];
        return slope * a * (1 - a);
      }),
    );
    slopes = below.map((row, k) =>
      row.map((_, i) =>
        deltas[k].reduce(
          (s, d, unit) => s + d * weights[i][unit],
          0,
        ),
      ),
    );
    biases.forEach((_, unit) => {
      const db = deltas.reduce((s, row) => s + row[unit], 0) / m;
      biases[unit] -= learningRate * db;
      weights.forEach((row, i) => {
        const dw = deltas.reduce(
          (s, delta, k) => s + delta[unit] * below[k][i],
          0,
        );
        row[unit] -= learningRate * (dw / m);
      });
    });
  }
}

export const layers = (network: Network) =>
  network.map(({ weights, biases, activations }) => ({
    weights: biases.map((_, unit) =>
      weights.map((row) => row[unit]),
    ),
    biases,
    activations: activations[0] ?? biases.map(() => 0),
  }));

if (import.meta.main) {
  const network = create(2);
  for (let epoch = 0; epoch < epochs; epoch++) update(network);
  console.log('accuracy', accuracy(network, data));
  console.log('test set accuracy', accuracy(network, test));
}
