/**
 * The gradient check of one update, as a reader can do it: what the update did to each layer's weights and biases, over
 * what the rate and differences of the loss say it should have done.
 */
import { createRun, lossOfRun, type Run, train } from '../engine/index.ts';
import type { Description } from './description.ts';
import type { Suspect } from './suspects.ts';

/**
 * Of the weights or the biases of a layer: `right`; `stays` where it should move; `times 2` (as told to two digits) where
 * all are off by one factor; `differs`; `nothing` to see, since neither moves; `moves` without a gradient; `absent`.
 */
export type UpdateCode = 'right' | 'stays' | 'differs' | 'nothing' | 'moves' | 'absent' | `times ${string}`;

/** So far a ratio may be from another to be the same. */
const tolerance = 0.02;
/** Below this a difference of losses says nothing. */
const leastGradient = 1e-6;
const step = 1e-5;

/** The sample that the check is made on, by sample: that with the largest input. A sample of zeros would see nothing. */
function sampleToCheck({ data }: Description): number {
  const sizes = data.inputs.map((row) => row.reduce((sum, x) => sum + x * x, 0));
  return sizes.indexOf(Math.max(...sizes));
}

/**
 * The codes of a suspect's first update from this seed: weights and biases of each layer in turn. `update`: does it, where
 * no suspect's does.
 */
export function updateCodes(
  d: Description,
  suspect: Suspect,
  seed: number,
  update: (run: Run) => void = (run) => train(run, 1),
): UpdateCode[] {
  const sample = suspect.spec.batch === 'sample' ? sampleToCheck(d) : undefined;
  const spec =
    sample === undefined
      ? suspect.spec
      : { ...suspect.spec, sampling: { kind: 'in-order' as const, order: [sample] } };
  const run = createRun(spec, seed);
  const { parameters, offsets } = run.network;
  const before = parameters.slice();
  const numeric = before.map((value, j) => {
    parameters[j] = value + step;
    const above = lossAt(run, sample);
    parameters[j] = value - step;
    const below = lossAt(run, sample);
    parameters[j] = value;
    return (above - below) / (2 * step);
  });
  update(run);
  return offsets.flatMap(({ weights, weightCount, biases, biasCount }) =>
    [
      [weights, weightCount],
      [biases, biasCount],
    ].map(([from, count]) => {
      const part = (all: Float64Array) => all.subarray(from!, from! + count!);
      return codeOf(part(before), part(parameters), part(numeric), d.rate);
    }),
  );
}

function lossAt(run: Run, sample: number | undefined): number {
  if (sample === undefined) return lossOfRun(run);
  const { network, samples } = run;
  let x = samples.inputs[sample]!;
  for (const layer of network.layers) {
    layer.multiply(layer, x);
    layer.activate(layer);
    x = layer.output;
  }
  return network.loss.value(network.output, samples.targets[sample]!, network.layers.at(-1)!.z);
}

function codeOf(before: Float64Array, after: Float64Array, gradient: Float64Array, rate: number): UpdateCode {
  if (before.length === 0) return 'absent';
  const ratios: number[] = [];
  let moves = false;
  for (let j = 0; j < before.length; j++) {
    const change = before[j]! - after[j]!;
    if (change !== 0) moves = true;
    if (Math.abs(gradient[j]!) > leastGradient) ratios.push(change / (rate * gradient[j]!));
    else if (Math.abs(change) > 1e-5 * rate) ratios.push(NaN);
  }
  return codeOfRatios(ratios, moves);
}

/** `ratios`: change over what it should be, of each parameter that has a gradient; NaN of one that moves without. */
export function codeOfRatios(ratios: readonly number[], moves: boolean): UpdateCode {
  const [first] = ratios;
  if (first === undefined) return moves ? 'moves' : 'nothing';
  const same = (a: number, b: number) => Math.abs(a - b) < tolerance * Math.abs(b) + 1e-9;
  if (!ratios.every((ratio) => same(ratio, first))) return 'differs';
  if (same(first, 1)) return 'right';
  return first === 0 ? 'stays' : `times ${first.toPrecision(2)}`;
}
