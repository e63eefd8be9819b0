/**
 * The gradient that a program follows, against the gradient there is, for every parameter.
 *
 * The first is read off the update itself: one step with learning rate 1 moves each parameter by its gradient,
 * before - after. The second is a central difference of the loss, (L(w + h) - L(w - h)) / 2h. Where the two one-sided
 * differences disagree, the loss has a kink there, and no derivative to compare with.
 */
import {
  checkGradient,
  createRun,
  lossOfRun,
  type Run,
  type Signature as Mistake,
  type Spec,
  train,
} from '../../../src/engine/index.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Row } from './row.ts';
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
  /** The mistakes that together give this very gradient, where they are among those known to the engine's check. */
  readonly recognised: Mistake[];
}

export type Finding =
  | { kind: 'dead' } // a number is not finite: nothing can be compared any more
  | { kind: 'silent' } // all gradients are 0, and rightly so
  | { kind: 'right' }
  | { kind: 'wrong'; signature: Signature | undefined }; // that of the first group which is wrong

/** Relative errors below this are the rounding of the differences. */
const tolerance = 1e-4;

/** Half the width of the difference, for parameters of the order of 1. */
const halfWidth = 1e-5;

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
  if (!parameters.every(Number.isFinite)) return dead(run);
  const seen = spec.batch === 'sample' ? [sample] : [...inputs.keys()];
  const isolated = createRun(
    {
      ...spec,
      data: { inputs: seen.map((k) => [...inputs[k]!]), targets: seen.map((k) => [...targets[k]!]) },
      initial: { parameters },
      sampling: { kind: 'in-order' },
      optimizer: { kind: 'sgd', learningRate: 1 },
    },
    seed,
  );
  const differences = parameters.map((_, j) => difference(isolated, j));
  decay(isolated, spec, differences);
  const { signatures } = checkGradient(isolated);
  train(isolated, 1);
  const followed = parameters.map((before, j) => before - isolated.network.parameters[j]!);
  const judged = judge(isolated, followed, differences);
  return { ...judged, recognised: judged.wrong > 0 ? signatures : [] };
}

const dead = ({ network }: Run): GradientTableModel => ({
  groups: [],
  wrong: 0,
  compared: 0,
  layerCount: network.layers.length,
  finding: { kind: 'dead' },
  recognised: [],
});

/** The slope of the loss along one parameter; not a number at a kink. */
function difference(run: Run, j: number): number {
  const { parameters } = run.network;
  const before = parameters[j]!;
  const h = halfWidth * Math.max(1, Math.abs(before));
  const at = (value: number) => {
    parameters[j] = value;
    return lossOfRun(run);
  };
  const [below, middle, above] = [at(before - h), at(before), at(before + h)];
  parameters[j] = before;
  const [left, right] = [(middle - below) / h, (above - middle) / h];
  // A bend makes the sides differ by h times the second derivative; only a kink makes them differ by more.
  if (Math.abs(right - left) > 1e-2 * (Math.abs(left) + Math.abs(right)) + 1e-7) return NaN;
  return (above - below) / (2 * h);
}

/** Weight decay is a part of what is minimised: decay / 2 |w|² over the weights. */
function decay({ network }: Run, spec: Spec, differences: number[]): void {
  if (!spec.weightDecay) return;
  for (const { weights, weightCount } of network.offsets) {
    for (let j = weights; j < weights + weightCount; j++) {
      differences[j] = differences[j]! + spec.weightDecay * network.parameters[j]!;
    }
  }
}

function judge(run: Run, followed: number[], differences: number[]): Omit<GradientTableModel, 'recognised'> {
  const { network } = run;
  // Against a gradient far smaller than the layer's own, rounding is not an error.
  const largest = Math.max(...followed.concat(differences).filter(Number.isFinite).map(Math.abs), 0);
  const judgedOf = (j: number): Omit<Row, 'unit' | 'from'> => {
    const [a, n] = [followed[j]!, differences[j]!];
    if (Number.isNaN(n) && Number.isFinite(a)) return { followed: a, slope: n, error: NaN, verdict: 'kink' };
    const size = Math.abs(a) + Math.abs(n);
    const error = size <= 1e-9 * largest ? 0 : Math.abs(a - n) / size;
    return { followed: a, slope: n, error, verdict: error <= tolerance ? 'right' : 'wrong' };
  };
  const groups = groupsOf(network, judgedOf);
  const rows = groups.flatMap((group) => group.rows);
  const compared = rows.filter(({ verdict }) => verdict !== 'kink').length;
  const wrong = rows.filter(({ verdict }) => verdict === 'wrong').length;
  if (!followed.every(Number.isFinite)) return dead(run);
  return {
    groups,
    wrong,
    compared,
    layerCount: network.layers.length,
    finding: findingOf(groups, wrong),
  };
}

function findingOf(groups: Group[], wrong: number): Finding {
  if (wrong === 0) {
    const isSilent = groups.every(({ rows }) => rows.every(({ followed }) => followed === 0));
    return { kind: isSilent ? 'silent' : 'right' };
  }
  const signatures = groups.map(({ signature }) => signature);
  return { kind: 'wrong', signature: signatures.find((one) => one !== undefined && one.kind !== 'right') };
}
