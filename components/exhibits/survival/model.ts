/**
 * Who is dead, at birth and later: the share of networks born dead against depth and width beside what theory says,
 * and the share of dead networks in the course of training.
 */
import { createBirthModel } from './birth.ts';
import { farthestOff } from '../../ui/first-run/far-off.ts';
import { createCourseModel } from './course.ts';
import type { Spec } from '../../../src/engine/index.ts';
import type { Share } from '../../../src/sweep/index.ts';
import type { BirthCell } from './birth.ts';

export interface SurvivalArm {
  label: string;
  spec: Spec;
  epochs: number;
}

export interface SurvivalOptions {
  widths: readonly number[];
  depths: readonly number[];
  /** The samples on which a network born dead is silent. [N, I] */
  inputs: number[][];
  arms: readonly SurvivalArm[];
}

/** What the pictures show: plain data. */
export interface SurvivalState {
  cells: readonly BirthCell[];
  drawn: number;
  courses: { label: string; updates: readonly number[]; shares: readonly Share[]; seeds: number }[];
}

export interface SurvivalModel {
  readonly state: SurvivalState;
  /** `networks` more at birth and `seeds` more in training. */
  step(networks: number, seeds: number): void;
}

/** @param firstSeed The seed of the first network, at birth and in training. Defaults to 1. */
export function createSurvival(
  { widths, depths, inputs, arms }: SurvivalOptions,
  firstSeed = 1,
): SurvivalModel {
  const birth = createBirthModel(widths, depths, inputs, firstSeed);
  const courses = arms.map(({ label, spec, epochs }) => ({
    label,
    model: createCourseModel(spec, epochs, undefined, firstSeed),
  }));
  return {
    get state() {
      return {
        cells: birth.cells,
        drawn: birth.drawn,
        courses: courses.map(({ label, model: { updates, shares, seeds } }) => ({
          label,
          updates,
          shares,
          seeds,
        })),
      };
    },
    step(networks, seeds) {
      birth.step(networks);
      for (const { model } of courses) model.step(seeds);
    },
  };
}

/** The size of networks whose dot is farthest from its line, once all have been drawn. */
export function farthestCell({ cells }: SurvivalState) {
  return farthestOff(cells.map((cell) => ({ ...cell, known: cell.theory, counted: cell.dead.share })));
}
