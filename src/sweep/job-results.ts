/** Where the runs of a job are collected: final parameters in, packed runs out. */
import { judgeOutcome, outputsOf } from '../engine/index.ts';
import type { Outcome, Run } from '../engine/index.ts';
import type { Job, PackedRuns } from './protocol.ts';

const outcomeKinds = ['solved', 'constant', 'partly', 'diverged'] as const;

export class JobResults {
  finished = 0;
  readonly packed: PackedRuns;
  readonly #width: number;

  constructor({ spec, seeds }: Job) {
    const { data, layers } = spec;
    this.#width = ('kind' in data ? data.samples : data.inputs.length) * layers.at(-1)!.units;
    this.packed = {
      outcomes: new Uint8Array(seeds.length),
      right: new Uint32Array(seeds.length),
      updates: new Float64Array(seeds.length),
      outputs: new Float64Array(seeds.length * this.#width),
    };
  }

  /** `place`: of the seed in its job. `run` has its final parameters. */
  put(place: number, run: Run, updates: number): void {
    const outputs = outputsOf(run);
    const targets = run.samples.targets.map((row) => [...row]);
    const outcome = judgeOutcome(outputs, targets, run.network.parameters);
    this.packed.outcomes[place] = outcomeKinds.indexOf(outcome.kind);
    this.packed.right[place] = outcome.kind === 'partly' ? outcome.right : 0;
    this.packed.updates[place] = updates;
    this.packed.outputs.set(outputs.flat(), place * this.#width);
    this.finished++;
  }
}

/** The outcome of a packed run. */
export function outcomeAt(packed: PackedRuns, place: number, outputs: Float64Array): Outcome {
  const kind = outcomeKinds[packed.outcomes[place]!]!;
  if (kind === 'constant') return { kind, value: outputs[0]! };
  if (kind === 'partly') return { kind, right: packed.right[place]! };
  return { kind };
}
