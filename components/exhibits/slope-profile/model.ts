/**
 * What each activation passes back at a given set of pre-activations: a gradient that arrives at a unit leaves it
 * multiplied by f'(z). The functions are the engine's own.
 */
import { activationNames, activationOf, type ActivationName } from '../../../src/engine/index.ts';
import { numberText } from '../../../src/words/numbers.ts';
import { nameInSentence } from '../../ui/name-in-sentence.ts';

export interface SlopeProfileOptions {
  /** The pre-activations, one a unit. */
  z: number[];
  /** Defaults to the hidden activations of the book. */
  activations?: readonly ActivationName[];
}

export interface Profile {
  activation: ActivationName;
  name: string;
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
  /** The finding in one sentence. */
  readonly finding: string;
}

/** A unit that passes back less than this share of a gradient counts as saturated. */
export const saturation = 0.05;

/** Without those whose slope is no number of z alone, or the same for every z. */
const hiddenActivations = activationNames.filter(
  (name) => name !== 'identity' && name !== 'step' && name !== 'softmax',
);

const names: Partial<Record<ActivationName, string>> = {
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU, 0.01',
  elu: 'ELU',
  softplus: 'Softplus',
  silu: 'SiLU',
  gelu: 'GELU',
};

/** @throws if there is no pre-activation or one is not finite. */
export function createModel({ z, activations = hiddenActivations }: SlopeProfileOptions): SlopeProfileModel {
  if (z.length === 0 || !z.every(Number.isFinite)) {
    throw new Error(`createModel: z is [${z.join(', ')}]; expected at least one finite number`);
  }
  const profiles = activations.map((activation): Profile => {
    const slopes = z.map((at) => activationOf(activation).derivative(at));
    return {
      activation,
      name: names[activation] ?? activation,
      slopes,
      meanSlope: slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length,
      saturated: slopes.filter((slope) => Math.abs(slope) < saturation).length,
      silent: slopes.filter((slope) => slope === 0).length,
    };
  });
  return { z, profiles, finding: findingOf(profiles, z.length) };
}

/** Moves and stretches a set about its own middle. */
export function moved(z: number[], shift: number, factor: number): number[] {
  const middle = z.reduce((sum, at) => sum + at, 0) / z.length;
  return z.map((at) => Number(((at - middle) * factor + middle + shift).toPrecision(6)));
}

function findingOf(profiles: Profile[], count: number): string {
  const [least, most] = [
    profiles.reduce((a, b) => (b.meanSlope < a.meanSlope ? b : a)),
    profiles.reduce((a, b) => (b.meanSlope > a.meanSlope ? b : a)),
  ];
  const units = count === 1 ? 'At this one unit' : `At these ${count} units`;
  return `${units} the mean slope is ${slopeText(most.meanSlope)} with ${nameInSentence(most.name)} and ${slopeText(least.meanSlope)} with ${nameInSentence(least.name)}`;
}

const slopeText = (slope: number) => numberText(slope, 2);
