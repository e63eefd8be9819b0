/** A program's run for the built page: what the lab would show of it, computed under Node. */
import type { Looked } from '../runtime/plane.ts';
import type { DataSet, Program } from '../program.ts';
import type { Frame, LossPoints, ProgramInfo } from '../protocol.ts';

export interface FinishedRun {
  frame: Frame;
  loss: LossPoints;
  /** The update at which a parameter or an output first was not finite, where that happened: the run's last one. */
  nonFiniteAt?: number;
  /** The network at its end, plain data as in any program. */
  network: unknown;
}

/** The network at the end of a run, to be looked at. */
export const lookedAt = (program: Program, { network, frame }: FinishedRun): Looked => ({
  update: frame.update,
  predict: (input) => program.predict(network, input),
  layers: () => program.layers(network),
});

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

function isFinite(program: Program, network: unknown, outputs: (readonly number[])[]): boolean {
  const layers = program.layers(network).flatMap(({ weights, biases }) => [...weights, biases]);
  return [...outputs, ...layers].every((row) => [...row].every(Number.isFinite));
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
 * @param epochs How many epochs to train; the run also ends when a number is not finite.
 */
export function runAtBuild(
  program: Program,
  seed: number,
  epochs: number,
): { info: ProgramInfo; initial: Frame; final: FinishedRun } {
  const data = typeof program.data === 'function' ? program.data(seed) : program.data;
  let network = program.create(seed);
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
  let update = 0;
  const train = () => program.update(network, update++ % program.updatesPerEpoch);
  const outputs = () => data.inputs.map((input) => program.predict(network, input));
  while (update < total) {
    const before = { network: structuredClone(network), update };
    const next = Math.min(total, Math.max(update + 1, Math.ceil(update * 2 ** (1 / pointsPerDoubling))));
    while (update < next) train();
    const isSound = isFinite(program, network, outputs());
    if (!isSound) {
      // Once more from where all was well, to the very update.
      ({ network, update } = before);
      do train();
      while (update < next && isFinite(program, network, outputs()));
    }
    loss.updates.push(update);
    loss.meanSquaredErrors.push(errorOf(outputs(), data.targets));
    if (!isSound) {
      const frame = frameOf(program, network, data, seed, update);
      return { info, initial, final: { frame, loss, nonFiniteAt: update, network } };
    }
  }
  const frame = frameOf(program, network, data, seed, total);
  return { info, initial, final: { frame, loss, network } };
}
