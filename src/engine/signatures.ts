/**
 * Signatures: what a wrong gradient looks like.
 *
 * Some mistakes show in the numbers alone: a factor, a sign, biases that get nothing, biases that get the sum of
 * all. For the mistakes of a derivative the right backward pass is run again with one known mistake after
 * another, in one layer or in all, until one gives exactly the gradient that was followed.
 */
import { followedGradient } from './batch-gradient.ts';
import { faultDescriptions, type FaultName, faultNames } from './faults.ts';
import { whyMeaningless } from './faults-of-layer.ts';
import { createRun, type Run } from './run.ts';
import type { Fault } from './spec.ts';

export type Signature =
  /** followed = factor * true, in every layer. */
  | { kind: 'factor'; factor: number }
  /** followed = -true in these layers. */
  | { kind: 'sign'; layers: number[] }
  /** The biases of these layers get nothing. */
  | { kind: 'biases-frozen'; layers: number[] }
  /** Every bias of these layers gets the sum over the layer's units. */
  | { kind: 'bias-gradient-summed'; layers: number[] }
  /** Exactly what these mistakes in the derivative give. */
  | { kind: 'derivative'; faults: Fault[] }
  /** The backward pass is right for a network without these departures in its forward pass. */
  | { kind: 'forward'; faults: FaultName[] };

/** Mistakes of the derivative that come alone or, as published programs show, together. */
const DERIVATIVE_MISTAKES: readonly (readonly FaultName[])[] = [
  ...faultNames.filter((name) => faultDescriptions[name].place === 'derivative').map((name) => [name]),
  ['derivative-of-activation', 'derivative-at-least-zero'],
  ['derivative-of-activation', 'derivative-threshold-at-slope'],
  ['derivative-of-activation', 'derivative-is-function'],
  ['derivative-of-activation', 'derivative-collapsed'],
  ['derivative-threshold-at-slope', 'derivative-collapsed'],
  ['derivative-of-activation', 'derivative-threshold-at-slope', 'derivative-collapsed'],
];

/** What the followed gradient looks like beside the true one, which is NaN at kinks. */
export function recognise(run: Run, followed: Float64Array, exact: Float64Array): Signature[] {
  const factor = commonFactor(followed, exact);
  if (factor !== null && factor !== -1) return [{ kind: 'factor', factor }];
  const fromNumbers = signsAndBiases(run, followed, exact);
  if (fromNumbers.length > 0) return fromNumbers;
  return fromBackwardPasses(run, followed);
}

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-6 * scale;

function largest(values: Float64Array): number {
  return values.reduce((size, value) => Math.max(size, Math.abs(value) || 0), 0);
}

/** c where followed = c true everywhere; null where there is no such c, or where it is 1. */
function commonFactor(followed: Float64Array, exact: Float64Array): number | null {
  let dot = 0;
  let square = 0;
  for (let j = 0; j < exact.length; j++) {
    if (Number.isNaN(exact[j])) continue;
    dot += followed[j]! * exact[j]!;
    square += exact[j]! * exact[j]!;
  }
  if (square === 0) return null;
  const factor = Math.round((dot / square) * 1e6) / 1e6;
  if (factor === 0 || factor === 1) return null;
  const scale = largest(followed);
  const fits = exact.every((t, j) => Number.isNaN(t) || near(followed[j]!, factor * t, scale));
  return fits ? factor : null;
}

function signsAndBiases(run: Run, followed: Float64Array, exact: Float64Array): Signature[] {
  const scale = Math.max(largest(followed), largest(exact));
  const signs: number[] = [];
  const frozen: number[] = [];
  const summed: number[] = [];
  for (const [l, { weights, weightCount, biases, biasCount }] of run.network.offsets.entries()) {
    const rows = (values: Float64Array): [Float64Array, Float64Array] => [
      values.subarray(weights, weights + weightCount),
      values.subarray(biases, biases + biasCount),
    ];
    const [w, b] = rows(followed);
    const [wTrue, bTrue] = rows(exact);
    const weightsAre = (sign: number): boolean =>
      w.every((value, j) => Number.isNaN(wTrue[j]) || near(value, sign * wTrue[j]!, scale));
    if (weightsAre(-1) && !weightsAre(1)) {
      signs.push(l);
    } else if (weightsAre(1) && biasCount > 0 && !b.every((g, j) => near(g, bTrue[j]!, scale))) {
      const sum = bTrue.reduce((total, g) => total + g, 0);
      if (b.every((g) => g === 0)) frozen.push(l);
      else if (b.every((g) => near(g, sum, scale))) summed.push(l);
      else return [];
    } else if (!weightsAre(1)) {
      return [];
    }
  }
  const found: Signature[] = [];
  if (signs.length) found.push({ kind: 'sign', layers: signs });
  if (frozen.length) found.push({ kind: 'biases-frozen', layers: frozen });
  if (summed.length) found.push({ kind: 'bias-gradient-summed', layers: summed });
  return found;
}

/** Runs the backward pass with one known mistake after another, the forward pass as it is. */
function fromBackwardPasses(run: Run, followed: Float64Array): Signature[] {
  const forwardFaults = (run.spec.faults ?? []).filter(
    ({ name }) => faultDescriptions[name].place === 'forward',
  );
  const scale = largest(followed);
  const gives = (faults: Fault[]): boolean => {
    const parameters = [...run.network.parameters];
    if (!parameters.every(Number.isFinite)) return false;
    const other = createRun(
      { ...run.spec, initial: { parameters }, faults: [...forwardFaults, ...faults] },
      run.seed,
    );
    return followedGradient(other).every((g, j) => near(g, followed[j]!, 1e-3 * scale));
  };

  if (gives([])) {
    return [{ kind: 'forward', faults: [...new Set(forwardFaults.map(({ name }) => name))] }];
  }
  const all = [...run.spec.layers.keys()];
  const places = all.length > 1 ? [all, ...all.map((l) => [l])] : [all];
  for (const names of DERIVATIVE_MISTAKES) {
    for (const place of places) {
      const layers = place.filter((l) => names.every((name) => whyMeaningless(run.spec, l, name) === null));
      if (layers.length === 0 || (place.length === 1 && layers.length < place.length)) continue;
      const faults = names.map((name): Fault => ({ name, layers }));
      if (gives(faults)) return [{ kind: 'derivative', faults }];
    }
  }
  return [];
}
