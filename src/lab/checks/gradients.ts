/** The gradient check: what each layer's update follows, against central differences and against the known mistakes. */
import type { LayerGradient } from '../protocol.ts';
import { blindCheck } from './blind-check.ts';
import { forwardOf } from './forward.ts';
import type { LayerForward } from './forward.ts';
import { match } from './match.ts';
import type { Match } from './match.ts';
import { isSmallEnough, observe, probeStates } from './observations.ts';
import type { Observation } from './observations.ts';
import type { Specimen } from './specimen.ts';
import { crossEntropy, halfSquaredError, trueGradient } from './true-gradient.ts';

export interface GradientCheck {
  specimen: Specimen;
  /** [L] */
  layers: CheckedLayer[];
  forward: LayerForward[] | undefined;
  match: Match | undefined;
  loss: 'squared' | 'cross-entropy';
  /** The observed gradients of one epoch from the present state. */
  present: Observation[];
}

export interface CheckedLayer extends Omit<LayerGradient, 'signature'> {
  /** Largest relative error in the present state alone. */
  presentError: number;
}

/** Updates observed in all, in as many states as that takes. */
const updatesObserved = 32;
const fewestProbes = 6;
const mostProbes = 24;
/** Beside the present and the first state, differences are taken in so many probes: those where most is going on. */
const differencedProbes = 2;

/**
 * @param present [P], or nothing when the present state is not finite.
 * @param initial [P]
 */
export function checkGradients(
  specimen: Specimen,
  present: number[] | undefined,
  initial: number[],
): GradientCheck | { unchecked: string } {
  const { program, data } = specimen;
  if (program.learningRate === 0)
    return { unchecked: 'The learning rate is 0, so an update shows no gradient.' };
  if (specimen.parameters.length === 0)
    return { unchecked: '`layers(network)` shows weights and biases that no number of the network moves.' };
  if (!isSmallEnough(specimen))
    return { unchecked: 'The network and its data are too large for this check.' };

  const isLarge = data.inputs.length > 64;
  const wanted = isLarge ? fewestProbes : Math.ceil(updatesObserved / program.updatesPerEpoch);
  const probes = probeStates(specimen, initial, Math.max(fewestProbes, Math.min(mostProbes, wanted)));
  const forward = forwardOf(specimen, probes);
  const handsOnSums = forward?.map((layer) => layer.handsOnSums) ?? [];
  const states = [...(present ? [present] : []), initial, ...probes];
  const successors = specimen.successors(states.length);
  const observed = states.map((values, index) => observe(specimen, values, handsOnSums, successors[index]));
  const usable = observed.flat().filter((observation) => isUsable(observation));
  if (!forward)
    return blindCheck(
      specimen,
      observed
        .slice(0, present ? 2 : 1)
        .flat()
        .filter(isFiniteObservation),
    );
  const matched = match(specimen, usable, forward);

  const output = matched.layers.at(-1);
  const loss =
    forward.at(-1)!.f.kind === 'sigmoid' && output?.rule.slope === 'one' ? 'cross-entropy' : 'squared';
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
      const samples = matched.samplesOf(observation);
      const truth = trueGradient(specimen, observation.values, samples, lossSlope);
      const truths = truth.values.map((value, index) => {
        const { layer, input, gain } = specimen.parameters[index]!;
        const isWeight = input < specimen.widths[layer]!;
        return value * factor + (isWeight ? decay[layer]! * observation.values[index]! * gain : 0);
      });
      const scale = Math.max(...truths.map(Math.abs), ...observation.followed.map(Math.abs));
      truths.forEach((value, index) => {
        const checked = layers[specimen.parameters[index]!.layer]!;
        const followed = observation.followed[index]!;
        const size = Math.max(Math.abs(value), Math.abs(followed), scale * 1e-3);
        const rounding =
          (8 * Number.EPSILON * Math.abs(observation.values[index]!)) / Math.abs(program.learningRate);
        const difference = Math.max(0, Math.abs(followed - value) - rounding - truth.noise[index]! * factor);
        const error = truth.isAtKink[index] || size === 0 ? 0 : difference / size;
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
  return { specimen, layers, forward, match: matched, loss, present: present ? observed[0]! : [] };
}

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
function isUsable(observation: Observation): boolean {
  return (
    isFiniteObservation(observation) &&
    observation.traces.every(({ sums }) => sums.every((row) => row.every((z) => Math.abs(z) > 1e-12)))
  );
}
