import { judgeOutcome, type Outcome } from '../../../src/engine/index.ts';
import type { DataSet, LayerView, Program } from '../../../src/lab/index.ts';

/** How many epochs the exhibit trains: by then the outputs stand still to all printed digits, or nearly. */
export const epochCount = 20_000;

/** The outputs for all inputs of the data set after so many epochs. */
export interface TracePoint {
  epoch: number;
  /** [N] */
  outputs: number[];
}

/** What a run of the exhibit's network shows; plain data, so that a page can be built with one. */
export interface RunState {
  seed: number;
  epoch: number;
  trace: TracePoint[];
  layers: LayerView[];
  /** Which hidden units are zero on every sample. */
  silent: boolean[];
}

export interface Run extends RunState {
  /** The inputs and targets, as flat lists of samples. */
  data: DataSet;
  /** Performs `updateCount` updates and records the outputs wherever an epoch ends that is to be drawn. */
  step(updateCount: number): void;
}

/** A network of the program, created from a seed and not yet trained. */
export function createRun(program: Program, seed: number): Run {
  const data = typeof program.data === 'function' ? program.data(seed) : program.data;
  const network = program.create(seed);
  let update = 0;
  const read = () => data.inputs.map((input) => program.predict(network, input)[0]!);
  const run: Run = {
    seed,
    epoch: 0,
    data,
    trace: [{ epoch: 0, outputs: read() }],
    get layers() {
      return program.layers(network).map(({ weights, biases, activations }) => ({
        weights: weights.map((row) => [...row]),
        biases: [...biases],
        activations: [...activations],
      }));
    },
    get silent() {
      const activations = data.inputs.map((input) => {
        program.predict(network, input);
        return [...program.layers(network)[0]!.activations];
      });
      return activations[0]!.map((_, unit) => activations.every((sample) => sample[unit] === 0));
    },
    step(updateCount) {
      for (let i = 0; i < updateCount; i++) {
        program.update(network, update++ % program.updatesPerEpoch);
        if (update % program.updatesPerEpoch === 0 && isDrawn(++run.epoch)) {
          run.trace.push({ epoch: run.epoch, outputs: read() });
        }
      }
    },
  };
  return run;
}

/** About 25 epochs are drawn for every tenfold, evenly on a logarithmic axis, and the last one. */
function isDrawn(epoch: number): boolean {
  const at = (e: number) => Math.floor(25 * Math.log10(e));
  return epoch === 1 || epoch === epochCount || at(epoch) > at(epoch - 1);
}

/** Epochs to train before the next picture, so that a run advances evenly on a logarithmic axis. */
export function epochsOfNextPicture(epoch: number): number {
  return Math.min(epochCount - epoch, 1 + Math.floor(epoch * 0.07));
}

/** What has become of a run so far. */
export function outcomeOf({ trace, layers }: RunState, targets: readonly (readonly number[])[]): Outcome {
  const parameters = layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  const outputs = trace.at(-1)!.outputs.map((output) => [output]);
  return judgeOutcome(outputs, targets, parameters);
}

/** A whole run as plain data, its numbers rounded to what a picture can show. */
export function finishedRun(program: Program, seed: number): RunState {
  const run = createRun(program, seed);
  run.step(epochCount * program.updatesPerEpoch);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const last = run.trace.length - 1;
  return {
    seed,
    epoch: run.epoch,
    trace: run.trace.map(({ epoch, outputs }, i) => ({
      epoch,
      outputs: i < last ? outputs.map(round) : outputs,
    })),
    layers: run.layers,
    silent: run.silent,
  };
}
