/**
 * A gallery of wrong derivatives, and the signature each leaves: how the slope that a program follows compares with
 * the slope there is. The gradient check of a whole network shows the same ratios, unit by unit.
 */
import {
  type ActivationExplorerModel,
  createActivationExplorer as explore,
  type Given,
  tolerance,
} from './explorer.ts';

export type GalleryId =
  | 'relu-at-least-of-activation'
  | 'leaky-threshold-at-slope'
  | 'leaky-own-derivative'
  | 'sigmoid-activation-form-of-z'
  | 'sigmoid-z-form-of-activation'
  | 'tanh-square-of-z'
  | 'silu-product-rule'
  | 'sigmoid-omitted'
  | 'tanh-factor';

export interface WrongDerivative {
  id: GalleryId;
  functionText: string;
  derivativeText: string;
  given: Given;
}

const sigmoid = '1 / (1 + exp(-x))';
const leaky = 'x > 0 ? x : 0.1 * x';

const gallery: readonly WrongDerivative[] = [
  {
    id: 'relu-at-least-of-activation',
    functionText: 'max(0, x)',
    derivativeText: 'x >= 0 ? 1 : 0',
    given: 'activation',
  },
  {
    id: 'leaky-threshold-at-slope',
    functionText: leaky,
    derivativeText: 'x > 0.1 ? 1 : 0.1',
    given: 'pre-activation',
  },
  {
    id: 'leaky-own-derivative',
    functionText: leaky,
    derivativeText: leaky,
    given: 'pre-activation',
  },
  {
    id: 'sigmoid-activation-form-of-z',
    functionText: sigmoid,
    derivativeText: 'x * (1 - x)',
    given: 'pre-activation',
  },
  {
    id: 'sigmoid-z-form-of-activation',
    functionText: sigmoid,
    derivativeText: 'exp(-x) / (1 + exp(-x)) ** 2',
    given: 'activation',
  },
  {
    id: 'tanh-square-of-z',
    functionText: 'tanh(x)',
    derivativeText: '1 - x ** 2',
    given: 'pre-activation',
  },
  {
    id: 'silu-product-rule',
    functionText: 'x / (1 + exp(-x))',
    derivativeText: sigmoid,
    given: 'pre-activation',
  },
  {
    id: 'sigmoid-omitted',
    functionText: sigmoid,
    derivativeText: '1',
    given: 'pre-activation',
  },
  {
    id: 'tanh-factor',
    functionText: 'tanh(x)',
    derivativeText: '0.5 * (1 - tanh(x) ** 2)',
    given: 'pre-activation',
  },
];

/** How the followed slope compares with the true one. Shares are of the range of z that was looked at. */
export interface Signature {
  /** followed / true, where it is the same everywhere. */
  constantRatio: number | undefined;
  /** Where the step goes uphill. */
  uphill: number;
  /** Where a slope is followed although there is none. */
  leaks: number;
  /** Where no slope is followed although there is one. */
  blocks: number;
  /** Where the slope is more than twice too large, and more than twice too small, with the right sign. */
  tooLarge: number;
  tooSmall: number;
}

export interface Exhibit extends WrongDerivative {
  explored: Extract<ActivationExplorerModel, { kind: 'valid' }>;
  signature: Signature;
}

/** @param range Defaults to -4 to 4. */
export function createDerivativeGallery(range: [low: number, high: number] = [-4, 4]): Exhibit[] {
  return gallery.map((entry) => {
    const explored = explore({ ...entry, range, pointCount: 161 });
    if (explored.kind !== 'valid')
      throw new Error(`gallery: ${entry.id}: ${JSON.stringify(explored.problem)}`);
    return { ...entry, explored, signature: signatureOf(explored.claimed, explored.slope) };
  });
}

/** Compares the slopes that are followed with the true ones, point by point; a true slope of NaN is left out. */
export function signatureOf(followed: number[], slopes: number[]): Signature {
  const pairs = followed
    .map((claim, i) => [claim, slopes[i]!] as const)
    .filter(([, slope]) => !Number.isNaN(slope));
  const share = (holds: (claim: number, slope: number) => boolean) =>
    pairs.filter(([claim, slope]) => holds(claim, slope)).length / pairs.length;
  const isZero = (value: number) => Math.abs(value) <= tolerance;
  const ratios = pairs.filter(([, slope]) => !isZero(slope)).map(([claim, slope]) => claim / slope);
  const first = ratios[0] ?? 1;
  const isConstant =
    ratios.every((ratio) => Math.abs(ratio - first) < 1e-3 * Math.abs(first)) &&
    share((claim, slope) => isZero(slope) && !isZero(claim)) === 0;
  return {
    constantRatio: isConstant ? Number(first.toFixed(3)) : undefined,
    uphill: share((claim, slope) => !isZero(slope) && !isZero(claim) && claim * slope < 0),
    leaks: share((claim, slope) => isZero(slope) && !isZero(claim)),
    blocks: share((claim, slope) => !isZero(slope) && isZero(claim)),
    tooLarge: share((claim, slope) => !isZero(slope) && claim / slope > 2),
    tooSmall: share(
      (claim, slope) => !isZero(slope) && !isZero(claim) && claim / slope >= 0 && claim / slope < 0.5,
    ),
  };
}
