/**
 * What each activation passes back at a given set of pre-activations: a gradient that arrives at a unit leaves it
 * multiplied by f'(z). The functions are the engine's own.
 */
import { activationNames, activationOf, type ActivationName } from '../../../src/engine/index.ts';

export interface SlopeProfileOptions {
  /** The pre-activations, one a unit. */
  z: number[];
  /** Defaults to the hidden activations of the book. */
  activations?: readonly ActivationName[];
}

export interface Profile {
  activation: ActivationName;
  /** f'(z) at each of the pre-activations. */
  slopes: number[];
  /** The mean of them: the share of a gradient that gets through one layer, on average. */
  meanSlope: number;
  /** Units that pass back less than a twentieth, in size, and among them those that pass back exactly nothing. */
  saturated: number;
  silent: number;
}

export interface SlopeProfileModel {
  readonly z: number[];
  readonly profiles: Profile[];
  /** Those with the largest and the smallest mean slope. */
  readonly most: Profile;
  readonly least: Profile;
}

/** Of leaky ReLU below 0. */
export const leakySlope = 0.01;

/** A unit that passes back less than this share of a gradient counts as saturated. */
export const saturation = 0.05;

/** Without those whose slope is no number of z alone, or the same for every z. */
const hiddenActivations = activationNames.filter(
  (name) => name !== 'identity' && name !== 'step' && name !== 'softmax',
);

/** @throws if there is no pre-activation or one is not finite. */
export function createSlopeProfile({
  z,
  activations = hiddenActivations,
}: SlopeProfileOptions): SlopeProfileModel {
  if (z.length === 0 || !z.every(Number.isFinite)) {
    throw new Error(`createSlopeProfile: z is [${z.join(', ')}]; expected at least one finite number`);
  }
  const profiles = activations.map((activation): Profile => {
    const slopes = z.map((at) => activationOf(activation, leakySlope).derivative(at));
    return {
      activation,
      slopes,
      meanSlope: slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length,
      saturated: slopes.filter((slope) => Math.abs(slope) < saturation).length,
      silent: slopes.filter((slope) => slope === 0).length,
    };
  });
  return {
    z,
    profiles,
    most: profiles.reduce((a, b) => (b.meanSlope > a.meanSlope ? b : a)),
    least: profiles.reduce((a, b) => (b.meanSlope < a.meanSlope ? b : a)),
  };
}

/** Moves and stretches a set about its own middle. */
export function moved(z: number[], shift: number, factor: number): number[] {
  const middle = z.reduce((sum, at) => sum + at, 0) / z.length;
  return z.map((at) => Number(((at - middle) * factor + middle + shift).toPrecision(6)));
}
