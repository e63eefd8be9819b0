/** The gradient check: what each layer's update follows, against central differences and against the known mistakes. */
import { blindCheck, countKnown, gradientBelow } from './blind-check.ts';
import type { BlindCheck } from './blind-check.ts';
import type { CheckedLayer } from './checked-layer.ts';
import { forwardOf, handedOnBy } from './forward.ts';
import type { LayerForward } from './forward.ts';
import { match } from './match.ts';
import type { Match } from './match.ts';
import { observe, probeStates } from './observations.ts';
import type { Observation } from './observations.ts';
import { relativeError } from './relative-error.ts';
import type { Specimen } from './specimen.ts';
import { cutToWhole } from './whole-numbers.ts';
import { crossEntropy, halfSquaredError, trueGradient } from './true-gradient.ts';

export interface GradientCheck {
  specimen: Specimen;
  /** [L], or one for each list of numbers where the program shows no layers. */
  layers: CheckedLayer[];
  forward: LayerForward[] | undefined;
  match: Match | undefined;
  loss: 'squared' | 'cross-entropy' | 'categorical cross-entropy';
  /** The observed gradients of one epoch from the present state. */
  present: Observation[];
  /** [P]: the parameters before the first update. */
  initial: number[];
  /** [P]: whether any observed update, in any state, moved the parameter. */
  moved: boolean[];
  /** [P]: states of the network far from each other. */
  probes: number[][];
  /** What was found where no rule explains the update: its agreement with differences of a few losses. */
  blind?: BlindCheck;
  /** Whether velocities and other sums of earlier steps had to be set back to be understood. */
  isAtRest: boolean;
}

/** Updates observed in all, in as many states as that takes. */
const updatesObserved = 32;
const fewestProbes = 6;
const mostProbes = 24;
/** Beside the present and the first state, differences are taken in so many probes: those where most is going on. */
const differencedProbes = 2;

/** Why there is nothing to check. */
export type Unchecked =
  'rate-is-zero' | 'layers-not-the-network' | 'gradient-unchecked' | 'gradient-unchecked-not-finite';

/**
 * @param present [P], or nothing when the present state is not finite.
 * @param initial [P]
 */
export function checkGradients(
  specimen: Specimen,
  present: number[] | undefined,
  initial: number[],
): GradientCheck | { unchecked: Unchecked } {
  const { program, data } = specimen;
  if (program.learningRate === 0) return { unchecked: 'rate-is-zero' };
  // No number of the network moves what `layers` shows, or, without it, what the network answers.
  if (specimen.parameters.length === 0)
    return { unchecked: program.layers ? 'layers-not-the-network' : 'gradient-unchecked' };

  const isLarge = data.inputs.length > 64;
  const wanted = isLarge ? fewestProbes : Math.ceil(updatesObserved / program.updatesPerEpoch);
  const probes = probeStates(specimen, initial, Math.max(fewestProbes, Math.min(mostProbes, wanted)));
  const forward = program.layers ? forwardOf(specimen, probes) : undefined;
  const handovers = handedOnBy(forward);
  const states = [...(present ? [present] : []), initial, ...probes];
  const known = present ? 2 : 1;
  const successors = specimen.successors(states.length);
  const resting = (): unknown[] => successors.map((network) => specimen.atRest(network));
  const seen = (from: unknown[], count = states.length): Observation[][] =>
    states.slice(0, count).map((values, index) => observe(specimen, values, handovers, from[index]));

  let observed = seen(successors, forward ? states.length : known + differencedProbes);
  if (!observed.flat().some(isFiniteObservation)) return { unchecked: 'gradient-unchecked-not-finite' };
  specimen.isCut = cutToWhole(specimen, observed.flat().filter(isFiniteObservation));
  let isAtRest = false;
  let matched = forward && match(specimen, observed.flat().filter(isUsableBy(forward)), forward);
  // Near a solution what is left of earlier steps may be all that an update does, and too small to spoil a rule's fit.
  const goesOn = present !== undefined && isCarriedOn(specimen, present, successors[0]);
  if (forward && (goesOn || !isExplained(matched))) {
    const again = seen(resting());
    const matchedAgain = match(specimen, again.flat().filter(isUsableBy(forward)), forward);
    const more = countExplained(matchedAgain) - countExplained(matched);
    if (more > 0 || (goesOn && more === 0 && unexplainedBy(matchedAgain) < unexplainedBy(matched))) {
      [observed, matched, isAtRest] = [again, matchedAgain, true];
    }
  }
  if (!forward || !matched || countExplained(matched) === 0) {
    // Without rules to hold against there is no need of many states; but in the present one all may stand still.
    const few = states.map((_, index) => index < known + (isLarge ? 0 : differencedProbes));
    const held = (all: Observation[][]): Observation[] =>
      all.filter((_, index) => few[index]).flat().filter(isFiniteObservation); // prettier-ignore
    const blind = blindCheck(specimen, held(observed));
    const again = blind.isRight
      ? undefined
      : blindCheck(specimen, held(seen(resting(), few.lastIndexOf(true) + 1)));
    const isBetter = again && (countKnown(again) > countKnown(blind) || again.onlySigns);
    const better = isBetter ? again : blind;
    const isBelieved = countKnown(better) > 0 && (!better.isFree || better.isWhole);
    const isSome = better.asymmetry !== undefined && better.asymmetry < gradientBelow;
    if (!forward || !matched || isBelieved || isSome || better.onlySigns)
      return {
        specimen,
        layers: better.layers,
        forward,
        match: undefined,
        loss: better.loss,
        present: present ? observed[0]! : [],
        initial,
        moved: movedIn(observed),
        probes,
        blind: better,
        isAtRest: better === again,
      };
  }

  const output = matched.layers.at(-1);
  const isCrossEntropy =
    output?.rule.slope === 'cross-entropy' ||
    (forward.at(-1)!.f.kind === 'sigmoid' && output?.rule.slope === 'one');
  const loss = isCrossEntropy ? 'cross-entropy' : 'squared';
  const lossSlope = loss === 'squared' ? halfSquaredError : crossEntropy;
  const factor = Math.abs(output?.factor ?? 1);
  const decay = matched.layers.map((layer) => layer?.decay ?? 0);

  const layers = specimen.widths.slice(1).map((_, layer): CheckedLayer => ({
    layer,
    relativeError: 0,
    presentError: 0,
    followedNorm: 0,
    trueNorm: 0,
  }));
  const busiest = observed.slice(-probes.length).toSorted((a, b) => liveliness(b) - liveliness(a));
  const differenced = [
    ...observed.slice(0, -probes.length),
    ...busiest.slice(0, isLarge ? 1 : differencedProbes),
  ];
  differenced.forEach((observations, state) => {
    for (const observation of observations.filter(isFiniteObservation)) {
      const samples = matched!.samplesOf(observation);
      const truth = trueGradient(specimen, observation.values, samples, lossSlope);
      const truths = truth.values.map((value, index) => {
        const { layer, input, gain } = specimen.parameters[index]!;
        const isDecayed = input < specimen.widths[layer]! || matched!.layers[layer]?.decaysBiases;
        return value * factor + (isDecayed ? decay[layer]! * observation.values[index]! * gain : 0);
      });
      const largest = Math.max(...truths.map(Math.abs), ...observation.followed.map(Math.abs));
      truths.forEach((value, index) => {
        const checked = layers[specimen.parameters[index]!.layer]!;
        const followed = observation.followed[index]!;
        const rounding =
          (8 * Number.EPSILON * Math.abs(observation.values[index]!)) / Math.abs(program.learningRate) +
          truth.noise[index]! * factor;
        const isJudged = !truth.isAtKink[index] && !specimen.isWhole(index);
        const error = isJudged ? relativeError(followed, value, largest, rounding) : 0;
        checked.relativeError = Math.max(checked.relativeError, error);
        if (state > 0 || !present) return;
        checked.presentError = Math.max(checked.presentError, error);
        checked.followedNorm += followed ** 2;
        checked.trueNorm += value ** 2;
      });
    }
  });
  for (const checked of layers) {
    checked.followedNorm = present ? Math.sqrt(checked.followedNorm) : NaN;
    checked.trueNorm = present ? Math.sqrt(checked.trueNorm) : NaN;
  }
  return {
    specimen,
    layers,
    forward,
    match: matched,
    loss,
    present: present ? observed[0]! : [],
    initial,
    moved: movedIn(observed),
    probes,
    isAtRest,
  };
}

const movedIn = (observed: Observation[][]): boolean[] => {
  const all = observed.flat();
  return all[0]?.followed.map((_, index) => all.some(({ followed }) => followed[index] !== 0)) ?? [];
};

const countExplained = (matched: Match | undefined): number =>
  matched?.layers.filter((layer) => layer !== undefined).length ?? 0;

const unexplainedBy = (matched: Match | undefined): number =>
  matched?.layers.reduce((sum, layer) => sum + (layer?.unexplained ?? 0), 0) ?? 0;

/** Whether the next update from these parameters is another one where what is left of earlier steps is set back. */
function isCarriedOn(specimen: Specimen, values: number[], from: unknown): boolean {
  const next = specimen.change(values, 0, from);
  const fromRest = specimen.change(values, 0, specimen.atRest(from));
  return next.some((value, index) => value !== fromRest[index]);
}

const isExplained = (matched: Match | undefined): boolean =>
  matched !== undefined && countExplained(matched) === matched.layers.length;

/** How many outputs move with the sample, and how many units are on for some samples and off for others. */
function liveliness([observation]: Observation[]): number {
  const { traces } = observation!;
  if (!isFiniteObservation(observation!)) return -1;
  const outputs = new Set(traces.map((trace) => trace.outputs.join())).size / traces.length;
  const mixed = traces[0]!.sums.flatMap((row, layer) =>
    row.map((_, unit) => new Set(traces.map(({ sums }) => sums[layer]![unit]! > 0)).size - 1),
  );
  return outputs + mixed.reduce((sum, one) => sum + one, 0) / mixed.length;
}

function isFiniteObservation({ followed, traces }: Observation): boolean {
  return followed.every(Number.isFinite) && traces.every(({ outputs }) => outputs.every(Number.isFinite));
}

/** A state that is finite and has no sum on a kink, where any derivative between the two slopes is as good. */
const isUsableBy =
  (forward: LayerForward[]) =>
  (observation: Observation): boolean =>
    isFiniteObservation(observation) &&
    forward.every(
      ({ inner: { kind, slopes } }, layer) =>
        kind !== 'straight' ||
        slopes[0] === slopes[1] ||
        observation.traces.every(({ sums }) => sums[layer]!.every((z) => Math.abs(z) > 1e-12)),
    );
