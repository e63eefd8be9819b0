/** A program's run for the built page: what the lab would show of it, computed under Node. */
import type { DataSet, Frame, LossPoints, Program, ProgramInfo } from '../../../src/lab/index.ts';

export interface FinishedRun {
  frame: Frame;
  loss: LossPoints;
  /** The update at which an output first was not finite, where that happened. */
  nonFiniteAt?: number;
}

/** How many points the loss curve has for every doubling of the updates. */
const pointsPerDoubling = 12;

function frameOf(program: Program, network: unknown, data: DataSet, seed: number, update: number): Frame {
  const activations = data.inputs.map((input) => {
    const output = [...program.predict(network, input)];
    const byLayer = program.layers(network).map((layer) => [...layer.activations]);
    return { output, byLayer };
  });
  const outputs = activations.map(({ output }) => output);
  return {
    seed,
    update,
    outputs,
    meanSquaredError: errorOf(outputs, data.targets),
    layers: structuredClone(
      program.layers(network).map(({ weights, biases }, layer) => ({
        weights,
        biases,
        activations: activations.map(({ byLayer }) => byLayer[layer]!),
      })),
    ),
  };
}

function errorOf(outputs: number[][], targets: number[][]): number {
  let sum = 0;
  let count = 0;
  outputs.forEach((row, n) =>
    row.forEach((value, o) => {
      sum += (value - targets[n]![o]!) ** 2;
      count++;
    }),
  );
  return sum / count;
}

/**
 * Trains a program's network from a seed and keeps what a page shows of it.
 *
 * @param epochs How many epochs to train; the run also ends when an output is not finite.
 */
export function runAtBuild(
  program: Program,
  seed: number,
  epochs: number,
): { info: ProgramInfo; initial: Frame; final: FinishedRun } {
  const data = typeof program.data === 'function' ? program.data(seed) : program.data;
  const network = program.create(seed);
  const initial = frameOf(program, network, data, seed, 0);
  const info: ProgramInfo = {
    learningRate: program.learningRate,
    epochs: program.epochs,
    updatesPerEpoch: program.updatesPerEpoch,
    inputs: data.inputs,
    targets: data.targets,
    widths: [data.inputs[0]!.length, ...initial.layers.map(({ biases }) => biases.length)],
  };
  const loss: LossPoints = { updates: [0], meanSquaredErrors: [initial.meanSquaredError] };
  const total = epochs * program.updatesPerEpoch;
  let next = 1;
  for (let update = 1; update <= total; update++) {
    program.update(network, (update - 1) % program.updatesPerEpoch);
    if (update < next && update < total) continue;
    next = Math.max(update + 1, Math.ceil(update * 2 ** (1 / pointsPerDoubling)));
    const outputs = data.inputs.map((input) => program.predict(network, input));
    loss.updates.push(update);
    loss.meanSquaredErrors.push(errorOf(outputs, data.targets));
    if (outputs.flat().some((value) => !Number.isFinite(value))) {
      return {
        info,
        initial,
        final: { frame: frameOf(program, network, data, seed, update), loss, nonFiniteAt: update },
      };
    }
  }
  return { info, initial, final: { frame: frameOf(program, network, data, seed, total), loss } };
}
