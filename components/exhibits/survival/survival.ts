/**
 * How many networks are dead in the course of training: some ReLU layer, the output's included, is silent on every
 * sample of the data set. A dead output gets no gradient from any sample and stays dead.
 */
import { createRun, train, updatesPerEpoch } from '../../../src/engine/index.ts';
import { wilson } from '../../../src/sweep/index.ts';
import { hasSilentLayer } from './silent-layer.ts';
import type { Spec } from '../../../src/engine/index.ts';
import type { Share } from '../../../src/sweep/index.ts';

export interface CourseModel {
  /** Updates at which the dead are counted; the first is 0. */
  readonly updates: readonly number[];
  /** The share of dead networks at each, over the seeds so far. */
  readonly shares: readonly Share[];
  /** Seeds so far. */
  readonly seeds: number;
  /** Trains `n` more seeds. */
  step(n: number): void;
}

/**
 * @param points About at how many updates the dead are counted. Defaults to 24.
 * @param firstSeed Defaults to 1.
 */
export function createCourseModel(spec: Spec, epochs: number, points = 24, firstSeed = 1): CourseModel {
  const last = epochs * updatesPerEpoch(createRun(spec, 1));
  const updates = [
    ...new Set([0, ...Array.from({ length: points }, (_, k) => Math.round(last ** (k / (points - 1))))]),
  ];
  const dead = updates.map(() => 0);
  const model = {
    updates,
    seeds: 0,
    get shares() {
      return dead.map((count) => wilson(count, model.seeds));
    },
    step(n: number) {
      for (let k = 0; k < n; k++) {
        const run = createRun(spec, firstSeed + model.seeds + k);
        updates.forEach((until, at) => {
          train(run, until - run.updateCount);
          dead[at]! += Number(hasSilentLayer(run));
        });
      }
      model.seeds += n;
    },
  };
  return model;
}
