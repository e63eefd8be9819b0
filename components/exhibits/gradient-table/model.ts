/**
 * The gradient that a program follows, against the gradient there is, for every parameter.
 *
 * The first is read off the update itself: one step with learning rate 1 moves each parameter by its gradient,
 * before - after. The second is by differences of the outputs, times the slope of the loss. Where the two one-sided
 * differences disagree, there is a kink, and no derivative to compare with. All three, and the names of the mistakes, are
 * the diagnosis's own.
 */
import { createRun, type Spec, train } from '../../../src/engine/index.ts';
import {
  type ComparedParameter,
  compareGradient,
  type Finding as Mistake,
  gradientMistakes,
  type LossSlope,
  programOfSpec,
} from '../../../src/lab/index.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Signature } from './signature.ts';

export type { Group } from './groups.ts';
export type { Row } from './row.ts';

export interface GradientTableOptions {
  /** With plain gradient descent; the cross-entropies and softmax are welcome. */
  spec: Spec;
  seed: number;
  /** The sample whose gradient is checked, counted from 0; without meaning where an update sees the whole batch. */
  sample: number;
  /** Updates done before the check. Defaults to 0. */
  updates?: number;
}

export interface GradientTableModel {
  readonly groups: Group[];
  /** Parameters whose gradient is wrong, of all that could be compared. */
  readonly wrong: number;
  readonly compared: number;
  readonly layerCount: number;
  readonly finding: Finding;
  /** The mistakes that the diagnosis names in this gradient. */
  readonly mistakes: Mistake[];
}

export type Finding =
  | { kind: 'dead' } // a number is not finite: nothing can be compared any more
  | { kind: 'silent' } // all gradients are 0, and rightly so
  | { kind: 'right' }
  | { kind: 'wrong'; signature: Signature | undefined }; // that of the first group which is wrong

/** @throws if the sample is not one of the data set, or the optimizer is not plain gradient descent. */
export function createGradientTable({
  spec,
  seed,
  sample,
  updates = 0,
}: GradientTableOptions): GradientTableModel {
  if (spec.optimizer.kind !== 'sgd') {
    throw new Error(
      `createGradientTable: optimizer is ${spec.optimizer.kind}; expected sgd, whose step is the gradient`,
    );
  }
  const run = createRun(spec, seed);
  const { inputs, targets, count } = run.samples;
  if (!Number.isInteger(sample) || sample < 0 || sample >= count) {
    throw new Error(
      `createGradientTable: sample is ${sample}; expected a whole number from 0 to ${count - 1}`,
    );
  }
  train(run, updates);
  const parameters = [...run.network.parameters];
  const layerCount = run.network.layers.length;
  if (!parameters.every(Number.isFinite)) return dead(layerCount);
  const seen = spec.batch === 'sample' ? [sample] : [...inputs.keys()];
  const rowsOf = (rows: readonly Float64Array[], which: number[]) => which.map((k) => [...rows[k]!]);
  const stopped: Spec = {
    ...spec,
    initial: { parameters },
    sampling: { kind: 'in-order' },
    optimizer: { kind: 'sgd', learningRate: 1 },
  };
  const data = { inputs: rowsOf(inputs, seen), targets: rowsOf(targets, seen) };
  const isolated = programOfSpec({ ...stopped, data });
  const network = isolated.create(seed);
  const { rows, isRight } = compareGradient(asPlain(isolated), data, network, lossSlopeOf(spec, seen.length));
  const decayed = rows.map((row, j) => withDecay(row, j));
  if (!rows.every(({ followed }) => Number.isFinite(followed))) return dead(layerCount);

  const groups = groupsOf(run.network, (j) => {
    const row = decayed[j]!;
    return { ...row, verdict: Number.isNaN(row.error) ? 'kink' : isRight(row) ? 'right' : 'wrong' };
  });
  const all = groups.flatMap((group) => group.rows);
  const wrong = all.filter(({ verdict }) => verdict === 'wrong').length;
  const everything = [...inputs.keys()];
  const whole = { inputs: rowsOf(inputs, everything), targets: rowsOf(targets, everything) };
  const program = programOfSpec({ ...stopped, data: whole });
  return {
    groups,
    wrong,
    compared: all.filter(({ verdict }) => verdict !== 'kink').length,
    layerCount,
    finding: findingOf(groups, wrong),
    mistakes: wrong > 0 ? gradientMistakes(asPlain(program), whole, program.create(seed)) : [],
  };

  /** Weight decay is a part of what is minimised: decay / 2 |w|² over the weights. */
  function withDecay(row: ComparedParameter, j: number): ComparedParameter {
    const { weightDecay = 0 } = spec;
    const isWeight = run.network.offsets.some(
      ({ weights, weightCount }) => j >= weights && j < weights + weightCount,
    );
    if (weightDecay === 0 || !isWeight) return row;
    const slope = row.slope + weightDecay * parameters[j]!;
    const size = Math.max(Math.abs(row.followed), Math.abs(slope));
    return { ...row, slope, error: size === 0 ? 0 : Math.abs(row.followed - slope) / size };
  }
}

/** The lab knows networks as plain data alone. */
const asPlain = (program: ReturnType<typeof programOfSpec>) =>
  program as unknown as Parameters<typeof compareGradient>[0];

/** dLoss/dp of one output, as the spec's loss counts it. */
function lossSlopeOf({ loss, batch, layers }: Spec, samples: number): LossSlope {
  const share = batch === 'mean' ? 1 / samples : 1;
  switch (loss) {
    case 'halfSquaredError':
      return (p, y) => share * (p - y);
    case 'squaredError':
      return (p, y) => share * 2 * (p - y);
    case 'meanSquaredError':
      return (p, y) => (share * 2 * (p - y)) / layers.at(-1)!.units;
    case 'binaryCrossEntropy':
      return (p, y) => (share * (p - y)) / (p * (1 - p));
    case 'categoricalCrossEntropy':
      return (p, y) => (y === 0 ? 0 : (share * -y) / p);
  }
}

const dead = (layerCount: number): GradientTableModel => ({
  groups: [],
  wrong: 0,
  compared: 0,
  layerCount,
  finding: { kind: 'dead' },
  mistakes: [],
});

function findingOf(groups: Group[], wrong: number): Finding {
  if (wrong === 0) {
    const isSilent = groups.every(({ rows }) => rows.every(({ followed }) => followed === 0));
    return { kind: isSilent ? 'silent' : 'right' };
  }
  const signatures = groups.map(({ signature }) => signature);
  return { kind: 'wrong', signature: signatures.find((one) => one !== undefined && one.kind !== 'right') };
}
