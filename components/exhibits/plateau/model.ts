/**
 * A sigmoid network on its way to XOR: how long its loss stands at that of "one half to everything", and what its hidden
 * units do meanwhile. Each unit's four pre-activations, one a sample, lie on a part of the sigmoid that is nearly straight
 * as long as the loss stands still.
 */
import {
  createRun,
  meanSquaredError,
  outputsOf,
  predict,
  train,
  updatesPerEpoch,
} from '../../../src/engine/index.ts';
import type { Run, Spec } from '../../../src/engine/index.ts';

export interface Frame {
  epoch: number;
  meanSquaredError: number;
  /** For each sample. */
  outputs: number[];
  /** Pre-activations of the hidden units. [unit][sample] */
  z: number[][];
  /** How far each hidden unit is from a straight line on the data: a(00) + a(11) - a(10) - a(01). [unit] */
  bends: number[];
}

export interface PlateauModel {
  seed: number;
  /** Names of the samples, in their order: "00". */
  samples: string[];
  /** Every so many epochs, from 0 to the last. */
  frames: Frame[];
  /** The mean squared error of the same initial weights with another network, at the same epochs. */
  otherLoss: number[];
  /** The mean squared error of the one number that is best for all samples. */
  constantLoss: number;
  /** The first epoch that is looked at from which on every output is on its target's side of the middle; none if there is none. */
  learnedAt: number | undefined;
  /** How many epochs the loss is within a tenth of the constant's, from the first time to the last. */
  stood: number;
}

export interface PlateauOptions {
  spec: Spec;
  /** A network to compare it with. */
  other: Spec;
  seed: number;
  epochs: number;
  /** Epochs from one frame to the next. */
  every: number;
}

export function createPlateau({ spec, other, seed, epochs, every }: PlateauOptions): PlateauModel {
  const run = createRun(spec, seed);
  const frames = trace(run, epochs, every, (epoch) => frameOf(run, epoch));
  const otherRun = createRun(other, seed);
  const otherLoss = trace(otherRun, epochs, every, () => meanSquaredError(otherRun));

  const targets = run.samples.targets.map((target) => target[0]!);
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const constantLoss = targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length;
  const middle = (Math.min(...targets) + Math.max(...targets)) / 2;
  const isRight = ({ outputs }: Frame) =>
    outputs.every((output, k) => (targets[k]! > middle ? output > middle : output < middle));
  const lastWrong = frames.findLastIndex((frame) => !isRight(frame));
  const standing = frames.filter((frame) => Math.abs(frame.meanSquaredError / constantLoss - 1) < 0.1);
  return {
    seed,
    samples: run.samples.inputs.map((input) => [...input].join('')),
    frames,
    otherLoss,
    constantLoss,
    learnedAt: frames[lastWrong + 1]?.epoch,
    stood: standing.length === 0 ? 0 : standing.at(-1)!.epoch - standing[0]!.epoch,
  };
}

/** The frame at an epoch, or the last one before it. */
export function frameAt({ frames }: PlateauModel, epoch: number): Frame {
  return frames.findLast((frame) => frame.epoch <= epoch) ?? frames[0]!;
}

function trace<Seen>(run: Run, epochs: number, every: number, look: (epoch: number) => Seen): Seen[] {
  const seen = [look(0)];
  for (let epoch = every; epoch <= epochs; epoch += every) {
    train(run, every * updatesPerEpoch(run));
    seen.push(look(epoch));
  }
  return seen;
}

function frameOf(run: Run, epoch: number): Frame {
  const hidden = run.network.layers[0]!;
  const perSample = run.samples.inputs.map((input) => {
    predict(run, [...input]);
    return { z: [...hidden.z], a: [...hidden.a] };
  });
  const index = (...input: number[]) =>
    run.samples.inputs.findIndex((one) => one[0] === input[0] && one[1] === input[1]);
  const corners = [index(0, 0), index(1, 1), index(1, 0), index(0, 1)] as const;
  const units = hidden.z.length;
  return {
    epoch,
    meanSquaredError: meanSquaredError(run),
    outputs: outputsOf(run).map((output) => output[0]!),
    z: Array.from({ length: units }, (_, unit) => perSample.map(({ z }) => z[unit]!)),
    bends: Array.from({ length: units }, (_, unit) => {
      const [a00, a11, a10, a01] = corners.map((k) => perSample[k]!.a[unit]!) as [
        number,
        number,
        number,
        number,
      ];
      return a00 + a11 - a10 - a01;
    }),
  };
}
