/**
 * Hidden units that start alike: a 2-4-1 network on XOR whose weights all start at one number, give or take a little. Units with
 * equal weights get equal gradients; units that are almost alike drift apart, or are drawn together.
 */
import {
  createRun,
  judgeOutcome,
  type LayerSpec,
  outputsOf,
  type Run,
  train,
  updatesPerEpoch,
  xor,
  xorSpec,
} from '../../../src/engine/index.ts';

export interface CopiesOptions {
  /** The number that every weight starts at. */
  start: number;
  /** How far from it a weight may start: evenly between start - apart and start + apart. */
  apart: number;
  learningRate: number;
  epochs: number;
  seed: number;
}

export interface CopiesFrame {
  epoch: number;
  /** Of each hidden unit, its weight from the first input. [4] */
  weights: number[];
  /** The largest difference between two hidden units in any of their weights, that to the output included, or in their biases. */
  difference: number;
}

export interface CopiesModel {
  /** From epoch 0 to the last, evenly. */
  frames: CopiesFrame[];
  /** After the last epoch, for 00, 10, 01, 11. */
  outputs: number[];
  /** Whether every output is on its target's side of the middle. */
  isLearned: boolean;
}

const frameCount = 200;

export function createCopies({ start, apart, learningRate, epochs, seed }: CopiesOptions): CopiesModel {
  const layers: LayerSpec[] = [
    { units: 4, activation: 'tanh' },
    { units: 1, activation: 'identity' },
  ];
  const spec = xorSpec(layers, {
    initial: {
      order: 'unit-by-unit',
      weights:
        apart === 0
          ? { kind: 'constant', value: start }
          : { kind: 'uniform', low: start - apart, high: start + apart },
      biases: { kind: 'zeros' },
    },
    optimizer: { kind: 'sgd', learningRate },
  });
  const run = createRun(spec, seed);
  const frames = [frameOf(run, 0)];
  for (let k = 1; k <= frameCount; k++) {
    const epoch = Math.round((k / frameCount) * epochs);
    train(run, (epoch - frames.at(-1)!.epoch) * updatesPerEpoch(run));
    frames.push(frameOf(run, epoch));
  }
  const outputs = outputsOf(run);
  return {
    frames,
    outputs: outputs.map(([output]) => output!),
    isLearned: judgeOutcome(outputs, xor.targets, run.network.parameters).kind === 'solved',
  };
}

function frameOf({ network }: Run, epoch: number): CopiesFrame {
  const [hidden, output] = network.layers;
  const units = Array.from({ length: 4 }, (_, unit) => [
    hidden!.weights[2 * unit]!,
    hidden!.weights[2 * unit + 1]!,
    hidden!.biases[unit]!,
    output!.weights[unit]!,
  ]);
  const difference = Math.max(
    ...[0, 1, 2, 3].map((j) => {
      const values = units.map((unit) => unit[j]!);
      return Math.max(...values) - Math.min(...values);
    }),
  );
  return { epoch, weights: units.map(([first]) => first!), difference };
}
