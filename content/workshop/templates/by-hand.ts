// Two layers written out by hand: loops, no helper. 2 inputs,
// 3 hidden units with tanh, 1 output with sigmoid.

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
export const epochs = 3_000;
export const updatesPerEpoch = 4;

type Network = {
  W1: number[][]; // 3 rows, 2 numbers each
  b1: number[];
  h: number[];
  W2: number[];
  b2: number;
  y: number;
};

export function create(seed: number): Network {
  // Numbers from -1 to 1, the same for the same seed (mulberry32).
  function draw(): number {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * 2 - 1;
  }
  return {
    W1: [
      [draw(), draw()],
      [draw(), draw()],
      [draw(), draw()],
    ],
    b1: [draw(), draw(), draw()],
    h: [0, 0, 0],
    W2: [draw(), draw(), draw()],
    b2: draw(),
    y: 0,
  };
}

export function predict(net: Network, x: number[]): number[] {
  for (let i = 0; i < 3; i++) {
    let z = net.b1[i];
    for (let j = 0; j < 2; j++) z += net.W1[i][j] * x[j];
    net.h[i] = Math.tanh(z);
  }
  let z = net.b2;
  for (let i = 0; i < 3; i++) z += net.W2[i] * net.h[i];
  net.y = 1 / (1 + Math.exp(-z));
  return [net.y];
}

export function update(net: Network, k: number): void {
  const x = data.inputs[k];
  const t = data.targets[k][0];
  predict(net, x);

  // Cross-entropy after a sigmoid: the output's delta is y - t.
  const outputDelta = net.y - t;

  // All deltas before any weight changes.
  const hiddenDelta = [0, 0, 0];
  for (let i = 0; i < 3; i++) {
    const slope = 1 - net.h[i] * net.h[i];
    hiddenDelta[i] = outputDelta * net.W2[i] * slope;
  }

  for (let i = 0; i < 3; i++)
    net.W2[i] -= learningRate * outputDelta * net.h[i];
  net.b2 -= learningRate * outputDelta;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 2; j++)
      net.W1[i][j] -= learningRate * hiddenDelta[i] * x[j];
    net.b1[i] -= learningRate * hiddenDelta[i];
  }
}

// For the picture and for the checks unit by unit.
export const layers = ({ W1, b1, h, W2, b2, y }: Network) => [
  { weights: W1, biases: b1, activations: h },
  { weights: [W2], biases: [b2], activations: [y] },
];
