/**
 * The gradient check: does the backward pass follow the loss downhill?
 *
 * The gradient that a run's own backward pass gives is held against differences of its loss, parameter by
 * parameter:
 *
 *     relative error = |followed - true| / max(|followed|, |true|, largest |true| / 1000)
 *
 * The last term keeps parameters that hardly matter from being judged by their rounding. Below 1e-6 a gradient
 * is right; a wrong one is hardly ever better than 1e-3. Parameters at a kink have no derivative and are left
 * out, and counted.
 *
 * The check sees the gradient alone. A fault that changes what the network computes, and its gradient with it,
 * is invisible to it: faults.ts and the README say which.
 */
import { followedGradient } from './batch-gradient.ts';
import { numericGradient } from './numeric-gradient.ts';
import type { Run } from './run.ts';
import { recognise, type Signature } from './signatures.ts';

const GRADIENT_TOLERANCE = 1e-6;

export interface LayerCheck {
  layer: number;
  /** The largest over the layer's parameters, those at a kink left out. */
  relativeError: number;
  /** Euclidean norms of the followed and of the true gradient, over the same parameters. */
  followedNorm: number;
  trueNorm: number;
  /** How many of its parameters are at a kink. */
  kinkCount: number;
}

export interface GradientCheck {
  verdict: 'right' | 'wrong' | 'all-at-kinks';
  /** The largest of all layers. */
  relativeError: number;
  layers: LayerCheck[];
  /** What the mistake looks like; empty for a right gradient, or for a wrong one of no known kind. */
  signatures: Signature[];
}

/** Checks the gradient of the whole data set at the run's present parameters, and leaves them as they were. */
export function checkGradient(run: Run): GradientCheck {
  const followed = followedGradient(run);
  const { values: exact } = numericGradient(run);
  const layers = run.network.offsets.map(({ weights, weightCount, biasCount }, layer) =>
    compareLayer(layer, followed, exact, weights, weights + weightCount + biasCount),
  );
  const relativeError = Math.max(...layers.map((check) => check.relativeError));
  if (exact.every(Number.isNaN)) return { verdict: 'all-at-kinks', relativeError, layers, signatures: [] };
  const right = relativeError < GRADIENT_TOLERANCE;
  const signatures = right ? [] : recognise(run, followed, exact);
  return { verdict: right ? 'right' : 'wrong', relativeError, layers, signatures };
}

function compareLayer(
  layer: number,
  followed: Float64Array,
  exact: Float64Array,
  start: number,
  end: number,
): LayerCheck {
  const floor = largest(exact) / 1000;
  const check = { layer, relativeError: 0, followedNorm: 0, trueNorm: 0, kinkCount: 0 };
  for (let j = start; j < end; j++) {
    const [f, t] = [followed[j]!, exact[j]!];
    if (Number.isNaN(t)) {
      check.kinkCount += 1;
      continue;
    }
    const scale = Math.max(Math.abs(f), Math.abs(t), floor);
    if (scale > 0) check.relativeError = Math.max(check.relativeError, Math.abs(f - t) / scale);
    check.followedNorm += f * f;
    check.trueNorm += t * t;
  }
  check.followedNorm = Math.sqrt(check.followedNorm);
  check.trueNorm = Math.sqrt(check.trueNorm);
  return check;
}

function largest(values: Float64Array): number {
  let size = 0;
  for (const value of values) if (Math.abs(value) > size) size = Math.abs(value); // passes over NaN
  return size;
}
