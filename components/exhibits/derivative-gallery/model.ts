/**
 * A gallery of wrong derivatives, and the signature each leaves: how the slope that a program follows compares with
 * the slope there is. The gradient check of a whole network shows the same ratios, unit by unit.
 */
import {
  type ActivationExplorerModel,
  createModel as explore,
  type Given,
  tolerance,
} from '../activation-explorer/model.ts';

export interface WrongDerivative {
  id: string;
  /** One line: what was written. */
  name: string;
  functionText: string;
  derivativeText: string;
  given: Given;
  /** How it comes about. */
  origin: string;
}

const sigmoid = '1 / (1 + exp(-x))';
const leaky = 'x > 0 ? x : 0.1 * x';

const gallery: readonly WrongDerivative[] = [
  {
    id: 'relu-at-least-of-activation',
    name: 'ReLU’s “≥ 0”, given the activation',
    functionText: 'max(0, x)',
    derivativeText: 'x >= 0 ? 1 : 0',
    given: 'activation',
    origin: 'An activation of ReLU is never negative, so the test is always true.',
  },
  {
    id: 'leaky-threshold-at-slope',
    name: 'Leaky ReLU, compared with its slope',
    functionText: leaky,
    derivativeText: 'x > 0.1 ? 1 : 0.1',
    given: 'pre-activation',
    origin: 'The same 0.1 stands in the function, where it is a slope, and in the test, where it is a place.',
  },
  {
    id: 'leaky-own-derivative',
    name: 'The function as its own derivative',
    functionText: leaky,
    derivativeText: leaky,
    given: 'pre-activation',
    origin: '“The same for the derivative”, taken literally.',
  },
  {
    id: 'sigmoid-activation-form-of-z',
    name: 'Sigmoid’s a (1 − a), given z',
    functionText: sigmoid,
    derivativeText: 'x * (1 - x)',
    given: 'pre-activation',
    origin: 'The short form wants the activation, and gets what stood before it.',
  },
  {
    id: 'sigmoid-z-form-of-activation',
    name: 'Sigmoid’s full form, given the activation',
    functionText: sigmoid,
    derivativeText: 'exp(-x) / (1 + exp(-x)) ** 2',
    given: 'activation',
    origin: 'The sigmoid is applied twice, once in the layer and once more inside its derivative.',
  },
  {
    id: 'tanh-square-of-z',
    name: 'Tanh’s 1 − a², given z',
    functionText: 'tanh(x)',
    derivativeText: '1 - x ** 2',
    given: 'pre-activation',
    origin: 'The same slip with another function: the square is of the wrong number.',
  },
  {
    id: 'silu-product-rule',
    name: 'SiLU without the product rule',
    functionText: 'x / (1 + exp(-x))',
    derivativeText: sigmoid,
    given: 'pre-activation',
    origin: 'Of the two terms of the derivative of z times sigmoid(z), one was kept.',
  },
  {
    id: 'sigmoid-omitted',
    name: 'No derivative at all',
    functionText: sigmoid,
    derivativeText: '1',
    given: 'pre-activation',
    origin: 'With cross-entropy the output’s derivative cancels; in a hidden layer nothing cancels.',
  },
  {
    id: 'tanh-factor',
    name: 'A factor lost on the way',
    functionText: 'tanh(x)',
    derivativeText: '0.5 * (1 - tanh(x) ** 2)',
    given: 'pre-activation',
    origin: 'The ½ of the loss, counted twice: the same as half the learning rate.',
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
  /** All of that in one sentence. */
  text: string;
}

export interface Exhibit extends WrongDerivative {
  explored: Extract<ActivationExplorerModel, { kind: 'valid' }>;
  signature: Signature;
}

/** @param range Defaults to -4 to 4. */
export function createModel(range: [low: number, high: number] = [-4, 4]): Exhibit[] {
  return gallery.map((entry) => {
    const explored = explore({ ...entry, range, pointCount: 161 });
    if (explored.kind !== 'valid') throw new Error(`gallery: ${entry.id}: ${explored.message}`);
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
  const signature = {
    constantRatio: isConstant ? Number(first.toFixed(3)) : undefined,
    uphill: share((claim, slope) => !isZero(slope) && !isZero(claim) && claim * slope < 0),
    leaks: share((claim, slope) => isZero(slope) && !isZero(claim)),
    blocks: share((claim, slope) => !isZero(slope) && isZero(claim)),
    tooLarge: share((claim, slope) => !isZero(slope) && claim / slope > 2),
    tooSmall: share(
      (claim, slope) => !isZero(slope) && !isZero(claim) && claim / slope >= 0 && claim / slope < 0.5,
    ),
  };
  return { ...signature, text: textOf(signature) };
}

function textOf(signature: Omit<Signature, 'text'>): string {
  const { constantRatio, uphill, leaks, blocks, tooLarge, tooSmall } = signature;
  if (constantRatio === 1) return 'No difference.';
  if (constantRatio !== undefined) return `Everywhere ${constantRatio} times the true slope.`;
  const findings = [
    [leaks, 'lets a gradient through where none should pass'],
    [uphill, 'has the wrong sign, a step uphill,'],
    [blocks, 'stops the gradient where it should pass'],
    [tooLarge, 'is more than twice too large'],
    [tooSmall, 'is more than twice too small'],
  ] as const;
  const widest = Math.max(...findings.map(([found]) => found));
  // Slivers beside a wide mistake are left out of the sentence.
  const told = findings.filter(([found]) => found >= 0.005 && (found >= 0.03 || found === widest));
  const parts = told.map(([found, what]) => `${what} on ${percent(found)}`);
  if (parts.length === 0) return 'Within a factor of two of the true slope everywhere.';
  const last = parts.pop()!;
  const sentence = parts.length === 0 ? last : `${parts.join(', ')}, and ${last}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} of this range.`;
}

function percent(share: number): string {
  return `${Math.max(1, Math.round(share * 100))}%`;
}
