// Three classes, thirty points on three arms of a spiral: two
// inputs, twelve tanh units, one output a class.

type Layer = {
  weights: number[][];
  biases: number[];
  activations: number[];
};
type Network = { hidden: Layer; output: Layer };

const classes = 3;
const points = Array.from({ length: 30 }, (_, k) => {
  const arm = k % classes;
  const along = (Math.floor(k / classes) + 1) / 10;
  const angle = (2 * Math.PI * arm) / classes + 3 * along;
  const round = (x: number) => Math.round(100 * x) / 100;
  return [
    round(along * Math.cos(angle)),
    round(along * Math.sin(angle)),
  ];
});

export const data = {
  inputs: points,
  targets: points.map((_, k) =>
    Array.from({ length: classes }, (_, c) =>
      c === k % classes ? 1 : 0,
    ),
  ),
};
export const learningRate = 0.02;
export const epochs = 500;
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
    hidden: createLayer(12, 2, random),
    output: createLayer(classes, 12, random),
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

function softmax(z: number[]): number[] {
  const largest = Math.max(...z);
  const powers = z.map((one) => Math.exp(one - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** What comes back through a softmax: p (back - p . back). */
function backThroughSoftmax(p: number[], back: number[]): number[] {
  const mean = p.reduce(
    (sum, share, c) => sum + share * back[c],
    0,
  );
  return p.map((share, c) => share * (back[c] - mean));
}

export function predict(
  { hidden, output }: Network,
  input: number[],
): number[] {
  hidden.activations = sums(hidden, input).map((z) => Math.tanh(z));
  output.activations = softmax(sums(output, hidden.activations));
  return output.activations;
}

/** Cross-entropy of scores that have not been through a softmax. */
function crossEntropy(scores: number[], target: number[]): number {
  const largest = Math.max(...scores);
  const total = scores.reduce(
    (sum, score) => sum + Math.exp(score - largest),
    0,
  );
  const score = scores.reduce(
    (sum, s, c) => sum + s * target[c],
    0,
  );
  return largest + Math.log(total) - score;
}

export function loss(network: Network, k: number): number {
  const answer = predict(network, data.inputs[k]);
  return crossEntropy(answer, data.targets[k]);
}

function adjust(
  layer: Layer,
  inputs: number[],
  deltas: number[],
): void {
  deltas.forEach((delta, unit) => {
    layer.biases[unit] -= learningRate * delta;
    inputs.forEach((input, i) => {
      layer.weights[unit][i] -= learningRate * delta * input;
    });
  });
}

export function update(network: Network, k: number): void {
  const { hidden, output } = network;
  const answer = predict(network, data.inputs[k]);
  const back = softmax(answer).map(
    (q, c) => q - data.targets[k][c],
  );
  const outputDeltas = backThroughSoftmax(answer, back);
  const hiddenDeltas = hidden.activations.map((a, unit) => {
    const sum = outputDeltas.reduce(
      (total, delta, c) => total + delta * output.weights[c][unit],
      0,
    );
    return sum * (1 - a * a);
  });
  adjust(output, hidden.activations, outputDeltas);
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
  let sum = 0;
  let right = 0;
  data.inputs.forEach((input, k) => {
    const answer = predict(network, input);
    sum += loss(network, k);
    if (data.targets[k][answer.indexOf(Math.max(...answer))])
      right++;
  });
  console.log(`right: ${right} of ${data.inputs.length}`);
  console.log(`loss: ${sum / data.inputs.length}`);
}
