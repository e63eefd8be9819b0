/** XOR by two layers of leaky ReLU, written out, for the faults that concern a layer as a whole and the order of its lines. */
import type { Program } from '../../../src/lab/program.ts';
import { randomNumbers, xor } from './dense.ts';

interface TwoLayers {
  hidden: number[][];
  hiddenBiases: number[];
  output: number[];
  outputBias: number[];
  activations: number[][];
}

const leak = 0.1;
const leaky = (z: number): number => (z > 0 ? z : leak * z);
const eachOwn = (activations: number[]): number[] => activations.map((a) => (a > 0 ? 1 : leak));

/** One slope for all units of a layer, asked whether every activation is above the leak. */
export const oneForAll = (activations: number[]): number[] => {
  const slope = activations.every((a) => a > leak) ? 1 : leak;
  return activations.map(() => slope);
};

export function twoLayers({ slopes = eachOwn, isChangedFirst = false }): Program<TwoLayers> {
  const rate = 0.1;
  const predict = (network: TwoLayers, input: number[]): number[] => {
    const hidden = network.hidden.map((row, unit) =>
      leaky(row.reduce((sum, weight, i) => sum + weight * input[i]!, network.hiddenBiases[unit]!)),
    );
    const sum = hidden.reduce((total, a, unit) => total + network.output[unit]! * a, network.outputBias[0]!);
    network.activations = [hidden, [leaky(sum)]];
    return network.activations[1]!.slice();
  };
  return {
    data: xor,
    learningRate: rate,
    epochs: 100,
    updatesPerEpoch: 4,
    predict,
    create: (seed) => {
      const random = randomNumbers(seed);
      const draw = (): number => 2 * random() - 1;
      const row = (count: number): number[] => Array.from({ length: count }, draw);
      return {
        hidden: [row(2), row(2), row(2)],
        hiddenBiases: row(3),
        output: row(3),
        outputBias: row(1),
        activations: [[0, 0, 0], [0]],
      };
    },
    update: (network, k) => {
      const input = xor.inputs[k]!;
      const error = predict(network, input)[0]! - xor.targets[k]![0]!;
      const [hidden, shown] = network.activations as [number[], number[]];
      const delta = error * slopes(shown)[0]!;
      const below = hidden.map((_, unit) => network.output[unit]! * delta);
      network.output = network.output.map((weight, unit) => weight - rate * delta * hidden[unit]!);
      network.outputBias[0]! -= rate * delta;
      const own = slopes(hidden);
      hidden.forEach((_, unit) => {
        const passed = isChangedFirst ? network.output[unit]! * delta : below[unit]!;
        network.hidden[unit] = network.hidden[unit]!.map((weight, i) => weight - rate * passed * own[unit]! * input[i]!); // prettier-ignore
        network.hiddenBiases[unit]! -= rate * passed * own[unit]!;
      });
    },
    layers: ({ hidden, hiddenBiases, output, outputBias, activations }) => [
      { weights: hidden, biases: hiddenBiases, activations: activations[0]! },
      { weights: [output], biases: outputBias, activations: activations[1]! },
    ],
  };
}
