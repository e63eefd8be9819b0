/**
 * Finds out what a program's update does, by holding what it was seen to do against what each rule would have done, from the
 * output layer down. A rule is believed when it explains every observed gradient of the layer to ten digits.
 */
import type { Observation } from './observations.ts';
import type { LayerForward } from './forward.ts';
import { layerRules, rareRules, slopeRules } from './rules.ts';
import type { BackRule, LayerMoment, LayerRule } from './rules.ts';
import type { Specimen } from './specimen.ts';

/** What was found out about one layer's backward pass. */
export interface LayerMatch {
  rule: LayerRule;
  /** The gradient followed is so many times the one of half the squared error, given what arrives from above. */
  factor: number;
  /** Weight decay: the gradient followed has this times the weight added. */
  decay: number;
  /** Whether the biases decay as well, as an optimizer that is given one decay for all makes them. */
  decaysBiases: boolean;
  /** Part of the gradients that the rule leaves unexplained, from 0 to 1. */
  unexplained: number;
}

/** Whether an update is made of one sample, of all, or of some: the next ones of the data at each update of an epoch. */
export type Descends = 'sample' | 'batch' | 'some';

export interface Match {
  descends: Descends;
  /** [L]; nothing where no rule explains the layer. */
  layers: (LayerMatch | undefined)[];
  /** The samples that each observation's update was made of. */
  samplesOf: (observation: Observation) => number[];
}

/** Relative error of the squares up to which a rule is believed. */
const believed = 1e-14;
/** Observations that a rule must fit before all are looked at. */
const firstTried = 2;
/** Gradients that are not so many times larger than their noise tell nothing. */
const clearAbove = 1e8;

export function match(specimen: Specimen, observations: Observation[], forward: LayerForward[]): Match {
  const order = fixedOrder(specimen, observations);
  const ownSample = (observation: Observation): number =>
    order?.get(observation.k) ?? sampleOf(specimen, observation);
  const single = observations.map(ownSample);
  const all = specimen.data.inputs.map((_, sample) => sample);
  const next = nextSamples(specimen);
  const inOrder = observations.map(({ k }) => k % all.length);
  interface Way {
    descends: Descends;
    samples: number[][];
    samplesOf: Match['samplesOf'];
  }
  const one = (samples: number[], of: (observation: Observation) => number): Way => ({
    descends: 'sample',
    samples: samples.map((sample) => [sample]),
    samplesOf: (observation) => [of(observation)],
  });
  const ways: Way[] = [
    one(single, ownSample),
    ...(all.length > 1
      ? [{ descends: 'batch' as const, samples: observations.map(() => all), samplesOf: () => all }]
      : []),
    ...(next ? [{ descends: 'some' as const, samples: observations.map(next), samplesOf: next }] : []),
  ];
  // A wrong gradient may look like that of another sample.
  const rareWays = [...ways, one(inOrder, ({ k }) => k % all.length)];
  const explained = ({ layers }: Match): number => layers.filter((layer) => layer !== undefined).length;
  const bestOf = (withRare: boolean): Match => {
    const tried = (withRare ? rareWays : ways).map(({ descends, samples, samplesOf }): Match => {
      const isBatch = descends === 'batch';
      const layers = matchLayers(specimen, observations, samples, forward, { isBatch, withRare });
      return { descends, layers, samplesOf };
    });
    return tried.toSorted((a, b) => explained(b) - explained(a))[0]!;
  };
  const best = bestOf(false);
  return explained(best) === forward.length ? best : bestOf(true);
}

/** The samples of an update where an epoch goes through the data in parts of equal size; nothing where these hold fewer than `least`. */
export function nextSamples(
  { program, data }: Specimen,
  least = 2,
): ((one: { k: number }) => number[]) | undefined {
  const size = Math.ceil(data.inputs.length / program.updatesPerEpoch);
  if (program.updatesPerEpoch === 1 || size < least) return undefined;
  const all = data.inputs.map((_, sample) => sample);
  return ({ k }) => all.slice(k * size, (k + 1) * size);
}

/** A rule that explains a layer, and what it says of each observation and sample: deltas, and what came before the slope. */
interface Explained {
  match: LayerMatch;
  deltas: number[][][];
  arrived: number[][][];
}

function matchLayers(
  specimen: Specimen,
  observations: Observation[],
  samples: number[][],
  forward: LayerForward[],
  { isBatch, withRare }: { isBatch: boolean; withRare: boolean },
): (LayerMatch | undefined)[] {
  const last = forward.length - 1;
  const matches: (LayerMatch | undefined)[] = forward.map(() => undefined);
  const { targets } = specimen.data;
  const means = targets[0]!.map((_, o) => targets.reduce((sum, row) => sum + row[o]!, 0) / targets.length);
  // [observation][sample][O of the layer above]: its deltas, and what had arrived there before the slope.
  let deltas: number[][][] = [];
  let arrived: number[][][] = [];
  for (let layer = last; layer >= 0; layer--) {
    const arriving = (back: BackRule): number[][][] =>
      observations.map((observation, index) =>
        samples[index]!.map((sample, at) => {
          const { outputs, handedOn } = observation.traces[sample]!;
          if (layer === last)
            return outputs.map((y, o) => y - (back === 'mean-target' ? means[o]! : targets[sample]![o]!));
          const rows = (back === 'changed-weights' ? observation.after : observation.before)[layer + 1]!;
          const passed =
            back === 'without-slope'
              ? arrived[index]![at]!
              : back === 'value'
                ? handedOn[layer + 1]!
                : deltas[index]![at]!;
          return specimen.copies[layer]!.map((_, unit) =>
            rows.reduce((sum, row, above) => sum + row[unit]! * passed[above]!, 0),
          );
        }),
      );
    const arrivals = new Map<BackRule, number[][][]>();
    const { f, inner, handsOn } = forward[layer]!;
    const slopes = slopeRules(f, inner, handsOn, layer === last);

    const deltasBy = new Map<string, number[][][]>();
    const attempt = (rules: LayerRule[]): Explained | undefined => {
      let first: Explained | undefined;
      for (const rule of rules) {
        specimen.beat();
        const key = `${rule.slope} ${rule.back}`;
        const arrival = arrivals.get(rule.back) ?? arriving(rule.back);
        arrivals.set(rule.back, arrival);
        let own = deltasBy.get(key);
        if (!own) {
          own = arrival.map((perSample, index) =>
            perSample.map((came, at) => {
              const moment = momentOf(observations[index]!, samples[index]![at]!, layer, forward);
              const d = slopes.get(rule.slope)!(moment);
              return came.map((value, unit) => value * d[unit]!);
            }),
          );
          deltasBy.set(key, own);
        }
        // What does not fit a few observations does not fit them all.
        const few = fitOf(specimen, observations.slice(0, firstTried), samples, layer, rule, own);
        if (few.unexplained > believed * observations.length) continue;
        const fit = fitOf(specimen, observations, samples, layer, rule, own);
        if (!(fit.unexplained < believed) || fit.factor === 0) continue;
        const explained = { match: { rule, ...fit }, deltas: own, arrived: arrival };
        first ??= explained;
        // The loss gives the output layer its factor; below it, a factor is the last thing to believe in.
        if (layer === last || Math.abs(fit.factor - 1) < 1e-6) return explained;
      }
      return first;
    };
    const names = [...slopes.keys()];
    const best =
      attempt(layerRules(names, layer === last)) ??
      (withRare ? attempt(rareRules(names, layer === last, isBatch)) : undefined);
    if (!best) return matches;
    matches[layer] = best.match;
    const { factor } = best.match;
    const scaled = (all: number[][][]): number[][][] =>
      all.map((perSample) => perSample.map((row) => row.map((value) => value * factor)));
    deltas = scaled(best.deltas);
    arrived = scaled(best.arrived);
  }
  return matches;
}

/** Which way each layer's update goes along the loss: -1 where it climbs. [L] */
export function directionsOf({ layers }: Match): number[] {
  const directions = layers.map(() => 1);
  let direction = 1;
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    direction *= Math.sign(layers[layer]?.factor ?? 1);
    directions[layer] = direction;
  }
  return directions;
}

/** Whether every layer's update climbs, weights and biases alike: a sign in the error, or in the step. */
export function isAscent(match: Match): boolean {
  return (
    directionsOf(match).every((direction) => direction < 0) &&
    match.layers.every((layer) => layer?.rule.bias !== 'opposite')
  );
}

/** A decay of 1 divided by the rate takes away all that was there: the number is set to the step. */
export function isOverwriting(decay: number, rate: number): boolean {
  return Math.abs(decay * rate - 1) < 1e-6;
}

/** Scales a rule's gradient, and some of the weights, to the observed one by least squares. */
function fitOf(
  specimen: Specimen,
  observations: Observation[],
  samples: number[][],
  layer: number,
  rule: LayerRule,
  deltas: number[][][],
): Omit<LayerMatch, 'rule'> {
  const copies = specimen.copies[layer]!;
  const bias = specimen.widths[layer]!;
  // Observed gradient, the rule's and the weights, each observation scaled to its own size.
  const g: number[] = [];
  const m: number[] = [];
  const w: number[] = [];
  const withBiases: number[] = [];
  const lists = [g, m, w, withBiases];
  observations.forEach((observation, index) => {
    const modelled = copies.map((row) => row.map(() => 0));
    samples[index]!.forEach((sample, at) => {
      const inputs = inputsOf(specimen, observation, sample, layer, rule);
      const ownOutputs = observation.traces[sample]!.handedOn[layer]!;
      const weights = observation.before[layer]!;
      const delta = deltas[index]![at]!;
      const sum = rule.bias === 'sum-over-units' ? delta.reduce((total, value) => total + value, 0) : 0;
      delta.forEach((value, unit) => {
        const row = modelled[unit]!;
        const times =
          rule.input === 'own-output'
            ? inputs.map(() => ownOutputs[unit]!)
            : rule.input === 'nothing'
              ? inputs.map(() => 1)
              : rule.input === 'weight'
                ? weights[unit]!
                : inputs;
        for (let i = 0; i < inputs.length; i++) row[i]! += value * times[i]!;
        row[bias]! += rule.bias === 'right' ? value : rule.bias === 'opposite' ? -value : sum;
      });
    });
    const first = g.length;
    copies.forEach((row, unit) =>
      row.forEach((count, input) => {
        if (count === 0) return;
        g.push(observation.gradient[layer]![unit]![input]!);
        m.push(modelled[unit]![input]!);
        const own = observation.before[layer]![unit]![input]!;
        w.push(input === bias ? 0 : own);
        withBiases.push(own);
      }),
    );
    const [followed, expected] = [Math.sqrt(squares(g.slice(first))), Math.sqrt(squares(m.slice(first)))];
    if (Math.max(followed, expected) < noise(specimen, observation) * clearAbove)
      for (const list of lists) list.length = first;
    const size = followed || expected || 1;
    for (let at = first; at < g.length; at++) for (const list of lists) list[at]! /= size;
  });

  const undecayed = { decay: 0, decaysBiases: false };
  if (observations.length === 0) return { factor: 0, ...undecayed, unexplained: 1 };
  const gg = squares(g);
  const mm = squares(m);
  if (mm === 0) {
    if (rule.slope === 'zero')
      return { factor: gg === 0 ? 1 : 0, ...undecayed, unexplained: gg === 0 ? 0 : 1 };
    // Where the rule gives nothing at all, decay may account for what was seen; that says nothing for the rule.
    const { decay, decaysBiases, left } = decayOf(g, w, withBiases, gg);
    return { factor: 0, decay, decaysBiases, unexplained: left };
  }
  const factor = product(g, m) / mm;
  const rest = g.map((value, at) => value - factor * m[at]!);
  const unexplained = squares(rest) / (gg || 1);
  if (unexplained === 0) return { factor, ...undecayed, unexplained };

  // Of the weights, what the rule's gradient does not already account for.
  const acrossOf = (own: number[]): { share: number; across: number[] } => {
    const share = product(own, m) / mm;
    return { share, across: own.map((value, at) => value - share * m[at]!) };
  };
  const [weights, all] = [acrossOf(w), acrossOf(withBiases)];
  const { decay, decaysBiases, left } = decayOf(rest, weights.across, all.across, gg);
  if (left > unexplained * 1e-4) return { factor, ...undecayed, unexplained };
  const { share } = decaysBiases ? all : weights;
  return { factor: factor - decay * share, decay, decaysBiases, unexplained: left };
}

/** How much of the weights, or of weights and biases, explains most of what is left, and what is left of it then. */
function decayOf(
  rest: number[],
  weights: number[],
  all: number[],
  gg: number,
): { decay: number; decaysBiases: boolean; left: number } {
  const [ofWeights, ofAll] = [weights, all].map((own) => {
    const decay = product(rest, own) / (squares(own) || 1);
    return { decay, left: squares(rest.map((value, at) => value - decay * own[at]!)) / (gg || 1) };
  });
  const decaysBiases = ofAll!.left < ofWeights!.left * 1e-4;
  return { ...(decaysBiases ? ofAll! : ofWeights!), decaysBiases };
}

/** What rounding a parameter does to the gradient read off its change. */
function noise({ program }: Specimen, { values }: Observation): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return (Number.EPSILON * largest) / Math.abs(program.learningRate);
}

function product(a: number[], b: number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function squares(values: number[]): number {
  return product(values, values);
}

function momentOf(
  { traces }: Observation,
  sample: number,
  layer: number,
  forward: LayerForward[],
): LayerMoment {
  const { sums, activations, handedOn, outputs } = traces[sample]!;
  const isOutput = layer === forward.length - 1;
  return {
    sums: sums[layer]!,
    activations: isOutput && forward[layer]!.inner === forward[layer]!.f ? outputs : activations[layer]!,
    handedOn: isOutput ? outputs : handedOn[layer]!,
  };
}

function inputsOf(
  specimen: Specimen,
  { traces }: Observation,
  sample: number,
  layer: number,
  rule: LayerRule,
): number[] {
  if (layer === 0) return specimen.data.inputs[sample]!;
  const below = traces[sample]!;
  if (rule.input === 'sum') return below.sums[layer - 1]!;
  if (rule.input === 'activation') return below.activations[layer - 1]!;
  return below.handedOn[layer - 1]!;
}

/**
 * The sample of each update of an epoch, when it is the same one wherever the gradient is large enough to tell: near a solution
 * it is not. In some states several samples would fit; only those that fit in all of them stay. Nothing when updates draw
 * their samples.
 */
function fixedOrder(specimen: Specimen, observations: Observation[]): Map<number, number> | undefined {
  const fitting = new Map<number, number[]>();
  for (const observation of observations) {
    if (observation.followed.every((value) => Math.abs(value) < 1e-9)) continue;
    const { k } = observation;
    const own = samplesThatFit(specimen, observation);
    if (own.length === 0) continue;
    const left = (fitting.get(k) ?? own).filter((sample) => own.includes(sample));
    if (left.length === 0) return undefined;
    fitting.set(k, left);
  }
  const count = specimen.data.inputs.length;
  return new Map([...fitting].map(([k, samples]) => [k, preferred(samples, k, count)]));
}

/** The sample that an update was made of, as far as this observation tells. */
export function sampleOf(specimen: Specimen, observation: Observation): number {
  return preferred(samplesThatFit(specimen, observation), observation.k, specimen.data.inputs.length);
}

/** Where several samples fit, or none, the k-th. */
const preferred = (samples: number[], k: number, count: number): number =>
  samples.includes(k) || samples.length === 0 ? k % count : samples[0]!;

/** The samples whose inputs the rows of an update's gradient are multiples of; none where there is none. */
function samplesThatFit(specimen: Specimen, { gradient, traces }: Observation): number[] {
  const misfit = traces.map((trace, sample) => {
    let left = 0;
    let size = 0;
    gradient.forEach((rows, layer) => {
      const choices =
        layer === 0
          ? [specimen.data.inputs[sample]!]
          : [trace.activations[layer - 1]!, trace.sums[layer - 1]!];
      for (const row of rows) {
        const squares = row.slice(0, -1).reduce((sum, value) => sum + value ** 2, 0);
        size += squares;
        left += Math.min(...choices.map((inputs) => squares - projected(row, inputs)));
      }
    });
    return size === 0 ? 0 : Math.max(0, left) / size;
  });
  const least = Math.min(...misfit);
  // A gradient that is no multiple of any sample's inputs does not tell whose it is.
  if (least > 1e-3) return [];
  const fitting = misfit.flatMap((value, sample) => (value <= Math.max(least * 10, 1e-14) ? [sample] : []));
  // Inputs that are each other's opposites give the same rows, but for the bias, whose input is 1 on every sample.
  const signs = fitting.map((sample) =>
    gradient.flatMap((rows, layer) => {
      const inputs = layer === 0 ? specimen.data.inputs[sample]! : traces[sample]!.activations[layer - 1]!;
      return rows.map((row) => product(row.slice(0, -1), inputs) * row.at(-1)!);
    }),
  );
  const isAlong = (own: number[]): boolean => own.every((sign) => sign >= 0);
  return signs.some(isAlong) ? fitting.filter((_, at) => isAlong(signs[at]!)) : fitting;
}

/** The squared length of a row along a direction. */
function projected(row: number[], inputs: number[]): number {
  const length = squares(inputs);
  return length === 0 ? 0 : product(row.slice(0, inputs.length), inputs) ** 2 / length;
}
