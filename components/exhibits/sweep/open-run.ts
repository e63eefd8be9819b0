/** One run of a sweep, opened: trained again on the engine, with the bits that the sweep had. */
import {
  createRun,
  judgeOutcome,
  meanSquaredError,
  outputsOf,
  train,
  updatesPerEpoch,
} from '../../../src/engine/index.ts';
import type { Outcome, Spec } from '../../../src/engine/index.ts';

export interface OpenRun {
  seed: number;
  outcome: Outcome;
  /** Mean squared error over the data set after so many updates; the first after none. */
  losses: [update: number, loss: number][];
  /** [N, I] */
  inputs: number[][];
  /** [N, O] */
  targets: number[][];
  /** [N, O] */
  outputs: number[][];
}

/** About how many points of the loss are kept, closer together at the start. */
const points = 60;

export function openRun(spec: Spec, seed: number, epochs: number): OpenRun {
  const run = createRun(spec, seed);
  const updates = epochs * updatesPerEpoch(run);
  const losses: OpenRun['losses'] = [[0, meanSquaredError(run)]];
  for (let k = 1; k <= points; k++) {
    const until = k === points ? updates : Math.round(updates ** (k / points));
    if (until <= run.updateCount) continue;
    train(run, until - run.updateCount);
    losses.push([until, meanSquaredError(run)]);
  }
  const outputs = outputsOf(run);
  const targets = run.samples.targets.map((row) => [...row]);
  const outcome = judgeOutcome(outputs, targets, run.network.parameters);
  return { seed, outcome, losses, inputs: run.samples.inputs.map((row) => [...row]), targets, outputs };
}
