/** What a trial can measure: of so many networks, trained from seeds 1, 2, ..., the share of which something holds. */
import {
  createRun,
  judgeOutcome,
  lossOfRun,
  middles,
  type Outcome,
  outputsOf,
  predict,
  type Run,
  train,
  updatesPerEpoch,
} from '../../engine/index.ts';
import { sweepProgram } from '../../lab/in-node/index.ts';
import { sweep } from '../../sweep/index.ts';
import { checkedProgram } from '../experiments/programs.ts';
import type { Training } from '../experiments/training.ts';

/** A program that is run itself, where the engine does not know what it does. */
export interface ProgramTraining {
  file: string;
  /** Of the file, or an edited one. */
  text: string;
  epochs: number;
}

/** The networks of a trial, and how they are looked at. */
export interface TrialSettings {
  training: Training | ProgramTraining;
  seeds: number;
  allowed: number | undefined;
  halfWidth: number;
  precision: 'single' | 'double';
}

/** How a run ended. Outputs are [N, O], row by row. */
interface Ending {
  outcome: Outcome;
  outputs: readonly number[];
  /** [N, I] and [N, O] */
  samples: { inputs: readonly Row[]; targets: readonly Row[] };
}

type Row = ArrayLike<number> & Iterable<number>;

/** Of the ends of the runs, with no more than the kernel says of them. Undefined for a run that does not count. */
const ofEndings = {
  solved: ({ outcome }: Ending) => outcome.kind === 'solved',
  constant: ({ outcome }: Ending) => outcome.kind === 'constant',
  /** All outputs the same, and 0. */
  zero: ({ outcome }: Ending) => outcome.kind === 'constant' && Math.abs(outcome.value) < 1e-6,
  diverged: ({ outcome }: Ending) => outcome.kind === 'diverged',
  /** Every output within so much of its target. */
  within: ({ outputs, samples }: Ending, { allowed }: TrialSettings) =>
    outputs.every((output, k) => Math.abs(output - samples.targets[k]![0]!) <= allowed!),
  /** Of the runs that are not solved: whether 00 and 11 add up to what 01 and 10 do. */
  'affine-among-unsolved': ({ outcome, outputs, samples }: Ending) => {
    if (outcome.kind === 'solved') return undefined;
    const [low, high] = [0, 1].map((value) => outputs[indexOf(samples, [value, value])]!);
    const [one, other] = [0, 1].map((value) => outputs[indexOf(samples, [value, 1 - value])]!);
    return Math.abs(low! + high! - one! - other!) < 1e-9;
  },
  /** Every output on one side of the middle of the targets. */
  'one-side': ({ outputs, samples }: Ending) => {
    const [middle] = middles(samples.targets.map((target) => [...target]));
    return outputs.every((output) => output > middle!) || outputs.every((output) => output < middle!);
  },
  /** Every output on the other side of the middle than its target. */
  inverted: ({ outputs, samples }: Ending) => {
    const [middle] = middles(samples.targets.map((target) => [...target]));
    return outputs.every((output, k) => (output - middle!) * (samples.targets[k]![0]! - middle!) < 0);
  },
  /** Every output within a thousandth of 0 or 1. */
  'at-an-end': ({ outputs }: Ending) =>
    outputs.every((output) => Math.min(Math.abs(output), Math.abs(1 - output)) < 1e-3),
};

/** Of the trained networks themselves. */
const ofRuns = {
  /** Every unit of the first layer is 0, or less than a millionth, on every sample. */
  silent: (run: Run) => hiddenActivations(run).every((units) => units.every((a) => Math.abs(a) < 1e-6)),
  /** On every sample all units of the first layer give the same. */
  copies: (run: Run) =>
    hiddenActivations(run).every((units) => units.every((a) => Math.abs(a - units[0]!) < 1e-9)),
  /** Each unit of the first layer stands within a hundredth of an end of the sigmoid, 0 or 1, on every sample. */
  saturated: (run: Run) =>
    hiddenActivations(run).every((units) =>
      units.every((a) => Math.min(Math.abs(a), Math.abs(1 - a)) < 0.01),
    ),
  /** One more update on the last sample moves a weight of the first layer. */
  'weights-move': (run: Run) => {
    const last = run.samples.inputs.length - 1;
    const { weights, weightCount } = run.network.offsets[0]!;
    const alone = createRun(
      {
        ...run.spec,
        data: { inputs: [[...run.samples.inputs[last]!]], targets: [[...run.samples.targets[last]!]] },
        initial: { parameters: [...run.network.parameters] },
      },
      run.seed,
    );
    const before = alone.network.parameters.slice(weights, weights + weightCount);
    train(alone, 1);
    return alone.network.parameters
      .slice(weights, weights + weightCount)
      .some((weight, i) => weight !== before[i]);
  },
};

export type MeasureName = keyof typeof ofEndings | keyof typeof ofRuns | 'gradient-off';

export const measureNames: readonly MeasureName[] = [
  ...(Object.keys(ofEndings) as (keyof typeof ofEndings)[]),
  ...(Object.keys(ofRuns) as (keyof typeof ofRuns)[]),
  'gradient-off',
];

/** A share, and of how many. */
export interface Measured {
  share: number;
  of: number;
}

/** Whether it can be measured of a program, too, of which only the ends are known. */
export const needsEngine = (name: MeasureName): boolean => !(name in ofEndings);

/**
 * What a trial comes to.
 *
 * @throws if a run of a program failed, or more is asked of a program than how its runs end.
 */
export async function measure(trial: TrialSettings & { measure: MeasureName }): Promise<Measured> {
  const { measure: name } = trial;
  if (name === 'gradient-off') return shareOf(seedsOf(trial).flatMap((seed) => gradientsOff(trial, seed)));
  if (name in ofRuns) {
    const holds = ofRuns[name as keyof typeof ofRuns];
    return shareOf(seedsOf(trial).map((seed) => holds(trainedRun(trial, seed))));
  }
  const holds = ofEndings[name as keyof typeof ofEndings];
  return shareOf((await endings(trial)).map((ending) => holds(ending, trial)));
}

function inEngine({ training }: TrialSettings): Training {
  if ('spec' in training) return training;
  throw new RangeError(`${training.file}: of a program only the ends of its runs are known`);
}

const seedsOf = ({ seeds }: TrialSettings) => Array.from({ length: seeds }, (_, k) => k + 1);

function trainedRun(trial: TrialSettings, seed: number): Run {
  const { spec, epochs } = inEngine(trial);
  const run = createRun(spec, seed);
  train(run, epochs * updatesPerEpoch(run));
  return run;
}

/** What was trained last: the trials of a claim often hold one and the same share between two bounds. */
let latest: { of: string; endings: Promise<Ending[]> } | undefined;

/** The ends of the runs. After 0 epochs they are the networks as drawn. */
function endings(trial: TrialSettings): Promise<Ending[]> {
  const of = JSON.stringify([trial.training, trial.seeds]);
  if (latest?.of !== of) latest = { of, endings: trainedEndings(trial) };
  return latest.endings;
}

async function trainedEndings(trial: TrialSettings): Promise<Ending[]> {
  if (!('spec' in trial.training)) return endingsOfProgram(trial.training, seedsOf(trial));
  const { spec, epochs } = trial.training;
  if (epochs > 0) {
    const ends = await sweep(spec, { seeds: seedsOf(trial), epochs });
    return ends.map(({ seed, outcome, outputs }) => ({
      outcome,
      outputs: [...outputs],
      samples: createRun(spec, seed).samples,
    }));
  }
  return seedsOf(trial).map((seed) => {
    const run = createRun(spec, seed);
    const outputs = outputsOf(run);
    const targets = run.samples.targets.map((target) => [...target]);
    return {
      outcome: judgeOutcome(outputs, targets, run.network.parameters),
      outputs: outputs.flat(),
      samples: run.samples,
    };
  });
}

async function endingsOfProgram(
  { file, text, epochs }: ProgramTraining,
  seeds: readonly number[],
): Promise<Ending[]> {
  const { info } = checkedProgram(file, text);
  const results = await sweepProgram(text, seeds, epochs);
  if (results.kind === 'failed') throw new Error(`${file}: ${results.failure.message}`);
  return results.value.map(({ seed, outcome, outputs, data = info, failure }) => {
    if (failure) throw new Error(`${file}: seed ${seed}: ${failure.message}`);
    return { outcome, outputs: outputs.flat(), samples: data };
  });
}

function shareOf(answers: readonly (boolean | undefined)[]): Measured {
  const counted = answers.filter((answer) => answer !== undefined);
  return { share: counted.filter(Boolean).length / counted.length, of: counted.length };
}

/** Which sample has this input. */
function indexOf({ inputs }: Ending['samples'], input: readonly number[]): number {
  const index = inputs.findIndex((sample) => input.every((value, i) => sample[i] === value));
  if (index < 0) throw new RangeError(`affine-among-unsolved: no sample has the input ${input.join(', ')}`);
  return index;
}

/** The activations of the first layer on each sample. [N, units] */
function hiddenActivations(run: Run): number[][] {
  return run.samples.inputs.map((input) => {
    predict(run, [...input]);
    return [...run.network.layers[0]!.a];
  });
}

/**
 * For each parameter whether the gradient that an update of the whole batch follows is off the measured one by more than is
 * allowed, relative to the larger of both, as the book's formula has it.
 */
function gradientsOff(trial: TrialSettings, seed: number): boolean[] {
  const { allowed, halfWidth, precision } = trial;
  const run = trainedRun(trial, seed);
  const { parameters } = run.network;
  const updated = createRun(
    {
      ...run.spec,
      initial: { parameters: [...parameters] },
      batch: 'sum',
      optimizer: { kind: 'sgd', learningRate: 1 },
    },
    seed,
  );
  train(updated, 1);
  const rounded = (loss: number) => (precision === 'single' ? Math.fround(loss) : loss);
  return [...parameters].map((value, j) => {
    const followed = value - updated.network.parameters[j]!;
    const lossAt = (moved: number) => {
      parameters[j] = moved;
      return rounded(lossOfRun(run));
    };
    const measured = (lossAt(value + halfWidth) - lossAt(value - halfWidth)) / (2 * halfWidth);
    parameters[j] = value;
    const size = Math.max(Math.abs(followed), Math.abs(measured));
    return size > 0 && Math.abs(followed - measured) / size > allowed!;
  });
}
