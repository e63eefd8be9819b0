/**
 * How many networks are dead in the course of training: some ReLU layer, the output's included, is silent on every
 * sample of the data set. A dead output gets no gradient from any sample and stays dead.
 */
import { createRun, train, updatesPerEpoch } from '../../../src/engine/index.ts';
import { wilson } from '../../../src/sweep/index.ts';
import { farthestOff } from '../../ui/first-run/far-off.ts';
import { hasSilentLayer } from './silent-layer.ts';
import type { Spec } from '../../../src/engine/index.ts';
import type { Share } from '../../../src/sweep/index.ts';

/** One of the trainings that are compared. */
export interface SurvivalArm {
  label: string;
  spec: Spec;
  epochs: number;
}

/** How one training went: plain data. */
export interface Course {
  label: string;
  /** Updates at which the dead are counted; the first is 0. */
  updates: readonly number[];
  /** The share of dead networks at each, over the seeds so far. */
  shares: readonly Share[];
}

export interface SurvivalState {
  courses: readonly Course[];
  /** Networks of each training so far. */
  trained: number;
}

export interface SurvivalModel {
  readonly state: SurvivalState;
  /** Trains `n` more seeds of each. */
  step(n: number): void;
}

/** About at how many updates the dead are counted. */
const points = 24;

/** @param firstSeed The seed of the first network of each training. Defaults to 1. */
export function createSurvival(arms: readonly SurvivalArm[], firstSeed = 1): SurvivalModel {
  const counts = arms.map(({ label, spec, epochs }) => {
    const last = epochs * updatesPerEpoch(createRun(spec, 1));
    const even = Array.from({ length: points }, (_, k) => Math.round(last ** (k / (points - 1))));
    const updates = [...new Set([0, ...even])];
    return { label, spec, updates, dead: updates.map(() => 0) };
  });
  let trained = 0;
  return {
    get state() {
      const courses = counts.map(({ label, updates, dead }) => ({
        label,
        updates,
        shares: dead.map((count) => wilson(count, trained)),
      }));
      return { courses, trained };
    },
    step(n: number) {
      for (const { spec, updates, dead } of counts)
        for (let k = 0; k < n; k++) {
          const run = createRun(spec, firstSeed + trained + k);
          updates.forEach((until, at) => {
            train(run, until - run.updateCount);
            dead[at]! += Number(hasSilentLayer(run));
          });
        }
      trained += n;
    },
  };
}

const endOf = ({ shares }: Course): number => shares.at(-1)!.share;

/** The training whose share of dead networks at the end is farthest from what the page was built with. */
export const farthestCourse = (built: SurvivalState, counted: SurvivalState) =>
  farthestOff(
    built.courses.map((course, k) => ({
      label: course.label,
      known: endOf(course),
      counted: endOf(counted.courses[k]!),
    })),
  );
