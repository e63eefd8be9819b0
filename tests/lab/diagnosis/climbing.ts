/** Updates of which a part has the wrong sign: that part climbs the loss, and the others descend it. */
import { randomNumbers, xor } from './dense.ts';

/** The weights or biases of some layers step along their gradient, all others against it. */
export function climbing({ weights = [], biases = [] }: { weights?: number[]; biases?: number[] }) {
  const stepOf = (climb: number[]) => (value: number, step: number, layer: number) =>
    climb.includes(layer) ? value + step : value - step;
  return { faults: { step: stepOf(weights), stepBias: stepOf(biases) } };
}

/** A softmax over two classes, trained by the cross-entropy over all samples: its weights climb, its biases descend. */
export function softmaxUphill() {
  const data = { inputs: xor.inputs, targets: [[1, 0], [0, 1], [0, 1], [0, 1]] }; // prettier-ignore
  interface Network {
    weights: number[][];
    biases: number[];
    activations: number[];
  }
  const predict = (network: Network, input: number[]): number[] => {
    const powers = network.weights.map((row, o) =>
      Math.exp(row.reduce((sum, w, i) => sum + w * input[i]!, network.biases[o]!)),
    );
    network.activations = powers.map((power) => power / (powers[0]! + powers[1]!));
    return [...network.activations];
  };
  return {
    data,
    learningRate: 0.1,
    epochs: 100,
    updatesPerEpoch: 1,
    create: (seed: number): Network => {
      const random = randomNumbers(seed);
      return {
        weights: [0, 1].map(() => [random() - 0.5, random() - 0.5]),
        biases: [random(), random()],
        activations: [0, 0],
      };
    },
    predict,
    update: (network: Network) => {
      const errors = data.inputs.map((input, n) =>
        predict(network, input).map((p, o) => (p - data.targets[n]![o]!) / data.inputs.length),
      );
      errors.forEach((row, n) =>
        row.forEach((error, o) => {
          network.weights[o]!.forEach((_, i) => (network.weights[o]![i]! += 0.1 * error * data.inputs[n]![i]!)); // prettier-ignore
          network.biases[o]! -= 0.1 * error;
        }),
      );
    },
    layers: ({ weights, biases, activations: own }: Network) => [{ weights, biases, activations: own }],
  };
}
