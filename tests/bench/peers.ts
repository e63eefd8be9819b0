/**
 * The JavaScript libraries that people would otherwise use, each set to the same task: XOR, ReLU hidden units,
 * sigmoid output, plain gradient descent on one sample after another. Where a library cannot do exactly that,
 * it is given the cheaper thing, and its note says so.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export interface Subject {
  name: string;
  /** What it does differently from the task, where it cannot do otherwise. */
  note?: string;
  /** Whether it is part of the book, not one of the libraries. Defaults to false. */
  ours?: boolean;
  /** Its clock, in milliseconds. Defaults to the processor time of the thread. */
  now?(): number;
  /** A network of these widths; the function trains for about so many sample updates and may say how many. */
  create(widths: readonly number[]): (samples: number) => number | void | Promise<number | void>;
  /** One output of the network trained last, so that its work has a use. */
  output(): number;
}

export const inputs = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];
export const targets = [[0], [1], [1], [0]];
export const learningRate = 0.05;

export async function loadPeers(): Promise<Subject[]> {
  return [synaptic(), brain(), convnet(), await tensorFlow()];
}

function synaptic(): Subject {
  const { Architect, Neuron } = require('synaptic');
  let network: { activate(x: number[]): number[]; propagate(rate: number, y: number[]): void };
  return {
    name: 'synaptic',
    create(widths) {
      const created = new Architect.Perceptron(...widths);
      for (const layer of created.layers.hidden) layer.set({ squash: Neuron.squash.RELU });
      network = created;
      return (samples) => {
        for (let n = 0; n < samples; n++) {
          network.activate(inputs[n % 4]!);
          network.propagate(learningRate, targets[n % 4]!);
        }
      };
    },
    output: () => network.activate(inputs[1]!)[0]!,
  };
}

function brain(): Subject {
  const { NeuralNetwork } = require('brain.js');
  const rows = inputs.map((row) => Float32Array.from(row));
  const goals = targets.map((row) => Float32Array.from(row));
  const patterns = rows.map((input, k) => ({ input, output: goals[k] }));
  let network: { trainPattern(pattern: unknown): void; runInput(x: Float32Array): number[] };
  return {
    name: 'brain.js',
    note: 'ReLU at the output too; 32-bit floats',
    create(widths) {
      const created = new NeuralNetwork({
        hiddenLayers: widths.slice(1, -1),
        activation: 'relu',
        learningRate,
      });
      created.sizes = widths;
      created.initialize();
      created.trainOpts.momentum = 0; // its constructor accepts only more than 0
      network = created;
      return (samples) => {
        for (let n = 0; n < samples; n++) network.trainPattern(patterns[n % 4]);
      };
    },
    output: () => network.runInput(rows[1]!)[0]!,
  };
}

function convnet(): Subject {
  const { Net, SGDTrainer, Vol } = require('convnetjs');
  const rows = inputs.map((row) => new Vol(row));
  let network: { forward(x: unknown): { w: number[] } };
  return {
    name: 'convnetjs',
    note: 'identity output: its regression layer allows no other',
    create(widths) {
      const created = new Net();
      created.makeLayers([
        { type: 'input', out_sx: 1, out_sy: 1, out_depth: widths[0] },
        ...widths.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation: 'relu' })),
        { type: 'regression', num_neurons: widths.at(-1) },
      ]);
      const trainer = new SGDTrainer(created, {
        learning_rate: learningRate,
        momentum: 0,
        batch_size: 1,
        l2_decay: 0,
      });
      network = created;
      return (samples) => {
        for (let n = 0; n < samples; n++) trainer.train(rows[n % 4], targets[n % 4]);
      };
    },
    output: () => network.forward(rows[1]!).w[0]!,
  };
}

async function tensorFlow(): Promise<Subject> {
  // It greets its user with a banner that recommends another package.
  console.warn = () => {};
  const tf = require('@tensorflow/tfjs');
  await tf.setBackend('cpu');
  await tf.ready();
  const xs = tf.tensor2d(inputs);
  const ys = tf.tensor2d(targets);
  let network: {
    trainOnBatch(x: unknown, y: unknown): Promise<unknown>;
    predict(x: unknown): { dataSync(): Float32Array };
  };
  return {
    name: '@tensorflow/tfjs',
    note: 'batches of 4; 32-bit floats',
    create(widths) {
      const created = tf.sequential();
      for (let l = 1; l < widths.length; l++) {
        const activation = l === widths.length - 1 ? 'sigmoid' : 'relu';
        created.add(tf.layers.dense({ units: widths[l], activation, inputShape: [widths[l - 1]] }));
      }
      created.compile({ optimizer: tf.train.sgd(learningRate), loss: 'meanSquaredError' });
      network = created;
      return async (samples) => {
        for (let n = 0; n < samples; n += 4) await network.trainOnBatch(xs, ys);
      };
    },
    output: () => tf.tidy(() => network.predict(xs).dataSync()[1]!),
  };
}
