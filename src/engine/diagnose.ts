/**
 * A diagnosis: what can be seen to be wrong with a run as it stands.
 *
 * - dead-units       units whose output is 0 and whose derivative is 0 on every sample: no gradient reaches them
 * - saturated-units  units whose derivative is below a hundredth of its largest possible value on every sample
 * - constant-output  outputs that differ by less than 1e-6 over the data set
 * - range-mismatch   targets outside the range of the output activation
 * - non-finite       an infinity or NaN, with the operation that made the first one
 * - learning-rate    the rate beside 2 / lambda_max, for plain gradient descent
 *
 * Each finding carries its numbers; the words for them are the page's.
 */
import { type Activation, activationOf } from './activations/index.ts';
import { followedGradient } from './batch-gradient.ts';
import { largestCurvature } from './curvature.ts';
import { outputsOf } from './evaluate.ts';
import { findNonFinite, type NonFinite } from './non-finite.ts';
import { forward } from './propagation.ts';
import type { Run } from './run.ts';

export type Finding =
  | { kind: 'dead-units'; layer: number; units: number[] }
  | { kind: 'saturated-units'; layer: number; units: number[] }
  | { kind: 'constant-output'; values: number[] }
  | { kind: 'range-mismatch'; low: number; high: number; targets: number[] }
  | ({ kind: 'non-finite' } & NonFinite)
  /** `limit` is 2 / lambda_max; `tooLarge` whether the rate is above it. */
  | { kind: 'learning-rate'; rate: number; limit: number; tooLarge: boolean };

export interface Diagnosis {
  updateCount: number;
  findings: Finding[];
  /** Euclidean norm of each layer's gradient over the whole data set, as the run's backward pass gives it. */
  gradientNorms: number[];
}

/** Examines a run as it stands and leaves it as it was. */
export function diagnose(run: Run): Diagnosis {
  const nonFinite = findNonFinite(run);
  const findings: Finding[] = [...rangeMismatch(run)];
  if (nonFinite) {
    findings.unshift({ kind: 'non-finite', ...nonFinite });
  } else {
    findings.push(...idleUnits(run), ...constantOutput(run), ...learningRate(run));
  }
  return { updateCount: run.updateCount, findings, gradientNorms: gradientNorms(run) };
}

/** Dead units of rectifying layers and saturated units of squashing ones. */
function idleUnits({ network, samples, spec }: Run): Finding[] {
  const activations = spec.layers.map(({ activation, slope }) => activationOf(activation, slope));
  const dead = network.layers.map(({ units }) => new Set(Array(units).keys()));
  const saturated = network.layers.map(({ units }) => new Set(Array(units).keys()));
  for (const x of samples.inputs) {
    forward(network, x);
    for (const [l, { units, z, a }] of network.layers.entries()) {
      for (let o = 0; o < units; o++) {
        const slope = activations[l]!.derivative(z[o]!);
        if (slope !== 0 || a[o] !== 0) dead[l]!.delete(o);
        if (slope > largestSlope(activations[l]!) / 100) saturated[l]!.delete(o);
      }
    }
  }
  return network.layers.flatMap((_, layer): Finding[] => {
    const { name } = activations[layer]!;
    const findings: Finding[] = [];
    if (name === 'relu' && dead[layer]!.size) {
      findings.push({ kind: 'dead-units', layer, units: [...dead[layer]!] });
    }
    if ((name === 'sigmoid' || name === 'tanh') && saturated[layer]!.size) {
      findings.push({ kind: 'saturated-units', layer, units: [...saturated[layer]!] });
    }
    return findings;
  });
}

/** Sigmoid and tanh are steepest at 0. */
const largestSlope = (activation: Activation): number => activation.derivative(0);

function constantOutput(run: Run): Finding[] {
  const outputs = outputsOf(run);
  const first = outputs[0]!;
  const constant = outputs.every((row) => row.every((p, o) => Math.abs(p - first[o]!) < 1e-6));
  return constant && outputs.length > 1 ? [{ kind: 'constant-output', values: first }] : [];
}

function rangeMismatch({ samples, spec }: Run): Finding[] {
  const { activation, slope } = spec.layers.at(-1)!;
  const [low, high] = activationOf(activation, slope).range;
  const outside = samples.targets.flatMap((row) => [...row].filter((y) => y < low || y > high));
  return outside.length ? [{ kind: 'range-mismatch', low, high, targets: [...new Set(outside)] }] : [];
}

/**
 * For plain gradient descent. Updates by sample are judged by the mean of the samples' losses, which is what
 * they follow on average; a single sample can be steeper.
 */
function learningRate(run: Run): Finding[] {
  const { optimizer, batch } = run.spec;
  if (optimizer.kind !== 'sgd') return [];
  const curvature = largestCurvature(run) / (batch === 'sample' ? run.samples.count : 1);
  if (!(curvature > 0)) return [];
  const limit = 2 / curvature;
  const rate = optimizer.learningRate;
  return [{ kind: 'learning-rate', rate, limit, tooLarge: rate > limit }];
}

function gradientNorms(run: Run): number[] {
  const gradient = followedGradient(run);
  return run.network.offsets.map(({ weights, weightCount, biasCount }) => {
    let sum = 0;
    for (let j = weights; j < weights + weightCount + biasCount; j++) sum += gradient[j]! * gradient[j]!;
    return Math.sqrt(sum);
  });
}
