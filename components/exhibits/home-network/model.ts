import { judgeOutcome, type Outcome } from '../../../src/engine/index.ts';
import type { DataSet, Program } from '../../../src/lab/index.ts';
import type { DiagramLayer } from '../../ui/network-diagram/words.ts';

/** The outputs for all inputs of the data set after so many epochs. */
export interface TracePoint {
  epoch: number;
  /** [N, O] */
  outputs: number[][];
}

/** What a run of the exhibit's network shows; plain data, so that a page can be built with one. */
export interface RunState {
  seed: number;
  epoch: number;
  data: DataSet;
  trace: TracePoint[];
  layers: DiagramLayer[];
}

export interface Run extends RunState {
  /** How many updates there have been. */
  update: number;
  /** Performs `updateCount` updates and records the outputs wherever an epoch ends that is to be drawn. */
  step(updateCount: number): void;
}

/**
 * A network of the program, created from a seed and not yet trained.
 *
 * @param epochCount How many epochs it will be trained: the last one is drawn.
 */
export function createRun(program: Program, seed: number, epochCount: number): Run {
  const data = typeof program.data === 'function' ? program.data(seed) : program.data;
  const network = program.create(seed);
  const read = () => data.inputs.map((input) => [...program.predict(network, input)]);
  const run: Run = {
    seed,
    epoch: 0,
    update: 0,
    data,
    trace: [{ epoch: 0, outputs: read() }],
    get layers() {
      const bySample = data.inputs.map((input) => {
        program.predict(network, input);
        return program.layers(network).map(({ activations }) => [...activations]);
      });
      return program.layers(network).map(({ weights, biases }, l) => ({
        weights: weights.map((row) => [...row]),
        biases: [...biases],
        activations: bySample.map((layers) => layers[l]!),
      }));
    },
    step(updateCount) {
      for (let i = 0; i < updateCount; i++) {
        program.update(network, run.update++ % program.updatesPerEpoch);
        if (run.update % program.updatesPerEpoch === 0 && isDrawn(++run.epoch, epochCount)) {
          run.trace.push({ epoch: run.epoch, outputs: read() });
        }
      }
    },
  };
  return run;
}

/** About 25 epochs are drawn for every tenfold, evenly on a logarithmic axis, and the last one. */
function isDrawn(epoch: number, epochCount: number): boolean {
  const at = (e: number) => Math.floor(25 * Math.log10(e));
  return epoch === 1 || epoch === epochCount || at(epoch) > at(epoch - 1);
}

/** Epochs to train before the next picture, so that a run advances evenly on a logarithmic axis. */
export function epochsOfNextPicture(epoch: number, epochCount: number): number {
  return Math.min(epochCount - epoch, 1 + Math.floor(epoch * 0.07));
}

/** What has become of a run so far. */
export function outcomeOf({ trace, layers, data }: RunState): Outcome {
  const parameters = layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  return judgeOutcome(trace.at(-1)!.outputs, data.targets, parameters);
}

/** How many hidden units are zero on every sample. */
export function silentCount({ layers }: RunState): number {
  return layers
    .slice(0, -1)
    .flatMap(({ biases, activations }) =>
      biases.filter((_, unit) => activations.every((sample) => sample[unit] === 0)),
    ).length;
}

/** A whole run as plain data, its numbers rounded to what a picture can show; the last outputs keep all their digits. */
export function finishedRun(program: Program, seed: number, epochCount: number): RunState {
  const run = createRun(program, seed, epochCount);
  run.step(epochCount * program.updatesPerEpoch);
  const round = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => row.map((value) => Number(value.toPrecision(5))));
  const last = run.trace.length - 1;
  return {
    seed,
    epoch: run.epoch,
    data: run.data,
    trace: run.trace.map(({ epoch, outputs }, i) => ({
      epoch,
      outputs: i < last ? round(outputs) : outputs,
    })),
    layers: run.layers.map(({ weights, biases, activations }) => ({
      weights: round(weights),
      biases: round([biases])[0]!,
      activations: round(activations),
    })),
  };
}
