/**
 * The gradient check for an update that no rule explains, or of a network that shows no layers: the followed gradient is held
 * against differences of a few losses, part by part (a part is a layer, or a list of numbers). A loss is believed when it
 * explains at least one part; then the others are wrong. An update made of one sample of one output needs no loss at all: it
 * goes along the differences of the output, however long it is. Where no loss is believed, the step's asymmetry is left.
 */
import { asymmetryOf } from './asymmetry.ts';
import type { CheckedLayer } from './checked-layer.ts';
import { nextSamples, sampleOf } from './match.ts';
import type { Descends } from './match.ts';
import type { Observation } from './observations.ts';
import { relativeError } from './relative-error.ts';
import type { Specimen } from './specimen.ts';
import { categoricalCrossEntropy, crossEntropy, halfSquaredError, trueGradient } from './true-gradient.ts';
import type { LossSlope, Taken } from './true-gradient.ts';

export interface BlindCheck {
  isRight: boolean;
  layers: CheckedLayer[];
  loss: 'squared' | 'cross-entropy' | 'categorical cross-entropy';
  descends: Descends;
  /** Whether each update has a factor of its own: then only its direction was looked at, which is that of any loss. */
  isFree: boolean;
  /** Of those with factors of their own: whether all parts agree, and whether some factors are below 0 and others above it. */
  isWhole: boolean;
  isMixed: boolean;
  /** Whether it is the direction of a loss, which that of several samples or outputs tells. */
  isOfLoss?: true;
  /** Followed is so many times the gradient of the loss; negative where the update climbs. */
  factor: number;
  /** The parts that agree with the differences of the loss. Empty where no loss is believed, or all layers are split. */
  right: number[];
  /** The parts that agree with them but for the sign: where the right ones descend, they climb. */
  opposite: number[];
  /** Layers whose weights and biases go opposite ways, and whether it is the weights that go along with `factor`. */
  split: { layer: number; weightsGoAlong: boolean }[];
  /** The parts whose gradient is 0 by the update and by the differences. */
  still: number[];
  /** How far the step is from being a gradient at all, from 0 to 1; nothing where that could not be found out. */
  asymmetry?: number;
  /** Whether every step is equally long, as Adam's first: only the signs tell something. */
  onlySigns?: { areRight: boolean };
}

const agreesBelow = 1e-4;
/** Below this asymmetry a step is a gradient up to the rounding of differences. */
export const gradientBelow = 1e-3;

const losses = [
  ['squared', halfSquaredError],
  ['cross-entropy', crossEntropy],
  ['categorical cross-entropy', categoricalCrossEntropy],
] as const;

export function blindCheck(specimen: Specimen, observations: Observation[]): BlindCheck {
  const taken: Taken = new WeakMap();
  const ways: Descends[] = ['sample', 'batch', ...(nextSamples(specimen, 1) ? ['some' as const] : [])];
  const tried = losses.flatMap(([loss, slope]) =>
    ways.map((descends) => hold(specimen, observations, taken, loss, slope, descends)),
  );
  if (specimen.data.targets[0]!.length === 1)
    tried.push(hold(specimen, observations, taken, 'squared', halfSquaredError, 'sample', true));
  const best = tried.reduce((one, other) => (countKnown(other) > countKnown(one) ? other : one));
  if (countKnown(best) > 0) return best;
  for (const [loss, slope] of losses)
    for (const descends of ways) {
      const along = hold(specimen, observations, taken, loss, slope, descends, true);
      if (along.isRight && !along.isMixed) return { ...along, isOfLoss: true };
    }
  const none = { ...best, layers: [], right: [] };
  const signs = equalSteps(specimen, observations, taken);
  if (signs) return { ...none, onlySigns: signs };
  const asymmetry = asymmetryOf(specimen, observations);
  return { ...none, ...(asymmetry !== undefined && { asymmetry }) };
}

/** The parts that agree with the differences of a loss, with their sign or without. */
export const countKnown = ({ right, opposite, split }: BlindCheck): number =>
  right.length + opposite.length + split.length;

function hold(
  specimen: Specimen,
  observations: Observation[],
  taken: Taken,
  loss: BlindCheck['loss'],
  slope: LossSlope,
  descends: BlindCheck['descends'],
  isFree = false,
): BlindCheck {
  const all = specimen.data.inputs.map((_, sample) => sample);
  const held = observations.map((observation) => {
    const samples =
      descends === 'batch'
        ? all
        : descends === 'some'
          ? nextSamples(specimen, 1)!(observation)
          : [sampleFor(specimen, observation, slope, taken)];
    return {
      observation,
      largest: Math.max(...observation.followed.map(Math.abs)),
      truth: trueGradient(specimen, observation.values, samples, slope, taken),
    };
  });
  const own = (part: number): number[] =>
    specimen.parameters.flatMap(({ layer }, index) => (layer === part ? [index] : []));
  const largest = Math.max(0, ...held.map((one) => one.largest));
  const finite = held.every(({ truth }) => truth.values.every(Number.isFinite));

  /** How far parameters are from `factor` times their differences, in all observations. */
  const errorOf = (indices: number[], factors: number[], decay = 0): number =>
    Math.max(
      0,
      ...held.flatMap(({ observation, truth, largest: longest }, at) =>
        indices.map((index) => {
          if (truth.isAtKink[index] || specimen.isWhole(index)) return 0;
          const rounding =
            (8 * Number.EPSILON * Math.abs(observation.values[index]!)) /
              Math.abs(specimen.program.learningRate) +
            truth.noise[index]! * Math.abs(factors[at]!);
          return relativeError(
            observation.followed[index]! - decay * observation.values[index]!,
            factors[at]! * truth.values[index]!,
            longest,
            rounding,
          );
        }),
      ),
    );
  const factorsOf = (indices: number[]): number[] => {
    const each = held.map(({ observation, truth }) => {
      const product = indices.reduce((sum, i) => sum + truth.values[i]! * observation.followed[i]!, 0);
      const size = indices.reduce((sum, i) => sum + truth.values[i]! ** 2, 0);
      return { product, size };
    });
    if (isFree) return each.map(({ product, size }) => (size === 0 ? 0 : product / size));
    const size = each.reduce((sum, one) => sum + one.size, 0);
    const factor = size === 0 ? 0 : each.reduce((sum, one) => sum + one.product, 0) / size;
    return each.map(() => factor);
  };
  const normOf = (values: number[][], part: number): number =>
    Math.sqrt(values.reduce((sum, row) => sum + own(part).reduce((s, i) => s + row[i]! ** 2, 0), 0));

  const followed = observations.map((one) => one.followed);
  const truths = held.map(({ truth }) => truth.values);
  const isStill = (part: number): boolean =>
    normOf(followed, part) <= 1e-12 * largest && normOf(truths, part) <= 1e-9 * normAll(truths);
  // Steps that are cut to whole numbers show no gradient.
  const moving = specimen.parts.filter((part) => !isStill(part) && !isCutPart(specimen, part));
  let right: number[] = [];
  let factors: number[] = held.map(() => 1);
  const agrees = (indices: number[], tried: number[]): boolean => errorOf(indices, tried) < agreesBelow;
  // Where some parts agree, the others may be as right, and decay.
  const isDecayed = (indices: number[], tried: number[]): boolean => {
    let [product, size] = [0, 0];
    held.forEach(({ observation, truth }, at) => {
      for (const i of indices) {
        const value = observation.values[i]!;
        product += (observation.followed[i]! - tried[at]! * truth.values[i]!) * value;
        size += value ** 2;
      }
    });
    return errorOf(indices, tried, product / (size || 1)) < agreesBelow;
  };
  if (finite)
    for (const part of moving) {
      // A single number is always so many times another one.
      if (own(part).length < 2 && isFree) continue;
      const tried = factorsOf(own(part));
      if (tried.every((factor) => factor === 0)) continue;
      const plain = moving.filter((other) => agrees(own(other), tried));
      const agreeing =
        plain.length === 0 || isFree
          ? plain
          : moving.filter((other) => plain.includes(other) || isDecayed(own(other), tried));
      if (agreeing.length > right.length) [right, factors] = [agreeing, tried];
    }

  const weightsOf = (layer: number): number[] =>
    own(layer).filter((index) => specimen.parameters[index]!.input < specimen.widths[layer]!);
  const biasesOf = (layer: number): number[] =>
    own(layer).filter((index) => specimen.parameters[index]!.input === specimen.widths[layer]!);
  /** The parts that are not right, where all that is wrong with them is a sign. */
  const signsAgainst = (tried: number[]): Pick<BlindCheck, 'opposite' | 'split'> => {
    const against = tried.map((factor) => -factor);
    const others = moving.filter((part) => !right.includes(part));
    const opposite = others.filter((part) => agrees(own(part), against));
    const split: BlindCheck['split'] = [];
    if (specimen.program.layers)
      for (const layer of others) {
        const [weights, biases] = [weightsOf(layer), biasesOf(layer)];
        if (opposite.includes(layer) || weights.length === 0 || biases.length === 0) continue;
        if (agrees(weights, tried) && agrees(biases, against)) split.push({ layer, weightsGoAlong: true });
        else if (agrees(weights, against) && agrees(biases, tried))
          split.push({ layer, weightsGoAlong: false });
      }
    return { opposite, split };
  };
  let signs: Pick<BlindCheck, 'opposite' | 'split'> = { opposite: [], split: [] };
  if (right.length > 0) signs = signsAgainst(factors);
  // Where no layer agrees as a whole, their signs have to explain them all.
  else if (finite && specimen.program.layers)
    for (const layer of moving) {
      const tried = factorsOf(weightsOf(layer));
      if (signs.split.length > 0 || tried.every((factor) => factor === 0)) continue;
      const found = signsAgainst(tried);
      if (found.split.length === moving.length) [signs, factors] = [found, tried];
    }

  const isWhole = right.length > 0 && right.length === moving.length;
  const most = Math.max(...factors.map(Math.abs));
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
  const downhill = factors.map((factor) => (mean < 0 ? -factor : factor));
  const layers = specimen.parts.map((layer): CheckedLayer => {
    const error = finite ? errorOf(own(layer), downhill) : NaN;
    return {
      layer,
      relativeError: error,
      presentError: error,
      followedNorm: normOf(followed, layer),
      trueNorm: normOf(
        truths.map((row, at) => row.map((value) => value * factors[at]!)),
        layer,
      ),
    };
  });
  return {
    isRight: isWhole && mean > 0,
    layers,
    loss,
    descends: descends === 'some' && !nextSamples(specimen) ? 'sample' : descends,
    isFree,
    isWhole,
    isMixed: isFree && [-1, 1].every((sign) => factors.some((factor) => sign * factor > 1e-6 * most)),
    factor: mean,
    right,
    opposite: signs.opposite,
    split: signs.split,
    still: specimen.parts.filter(isStill),
  };
}

/** Whether a part holds parameters that steps are lost in. */
export function isCutPart(specimen: Specimen, part: number): boolean {
  return specimen.parameters.some(({ layer }, index) => layer === part && specimen.isWhole(index));
}

const normAll = (rows: number[][]): number =>
  Math.sqrt(rows.flat().reduce((sum, value) => sum + value ** 2, 0));

/** The sample of an update: read off the layers, or the one whose differences the update goes along best. */
function sampleFor(specimen: Specimen, observation: Observation, slope: LossSlope, taken: Taken): number {
  if (specimen.program.layers) return sampleOf(specimen, observation);
  const { inputs } = specimen.data;
  if (inputs.length > 64) return observation.k % inputs.length;
  // Inputs that are each other's opposites may differ in nothing but which way the biases go.
  const alongAll: number[] = [];
  const counted: number[] = [];
  const alignment = inputs.map((_, sample) => {
    alongAll[sample] = 0;
    counted[sample] = 0;
    const { values } = trueGradient(specimen, observation.values, [sample], slope, taken);
    // Part by part: where one of them is wrong, the others still tell. A single number goes along with any sample.
    return specimen.parts.reduce((sum, part) => {
      const own = specimen.parameters.flatMap(({ layer }, index) => (layer === part ? [index] : []));
      if (own.length < 2 && specimen.parts.length > 1) return sum;
      const product = own.reduce((total, i) => total + values[i]! * observation.followed[i]!, 0);
      const sizeOf = (vector: number[]): number => Math.hypot(...own.map((i) => vector[i]!));
      const sizes = sizeOf(values) * sizeOf(observation.followed);
      if (!(sizes > 0 && Number.isFinite(sizes))) return sum;
      alongAll[sample]! += product / sizes;
      counted[sample]! += 1;
      return sum + Math.abs(product) / sizes;
    }, 0);
  });
  const best = Math.max(...alignment);
  const own = observation.k % inputs.length;
  const fitting = inputs.map((_, sample) => sample).filter((sample) => alignment[sample]! > best - 1e-9);
  const farthest = Math.max(...fitting.map((sample) => Math.abs(alongAll[sample]!)));
  const along = fitting.filter((sample) => Math.abs(alongAll[sample]!) > farthest - 1e-9);
  // With weight decay none fits exactly.
  const isExact = fitting.some((sample) => best > counted[sample]! - 1e-6);
  return along.includes(own) || (!isExact && alignment[own]! > 0.99 * best) ? own : along[0]!;
}

/** Whether all numbers that move are moved equally far, and then whether each goes against its gradient. */
function equalSteps(specimen: Specimen, observations: Observation[], taken: Taken): BlindCheck['onlySigns'] {
  const areEqual = ({ followed }: Observation): boolean => {
    const largest = Math.max(...followed.map(Math.abs));
    // Where there is no gradient a decay of its own, as AdamW's, may take a far shorter step.
    const sizes = followed.map(Math.abs).filter((size) => size > 0.05 * largest).toSorted((a, b) => a - b); // prettier-ignore
    const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
    // Gradients that are hardly larger than the optimiser's epsilon take shorter steps.
    const alike = sizes.filter((size) => Math.abs(size - middle) <= 0.05 * middle);
    // A sample that is fitted moves nothing.
    return largest === 0 || (sizes.length >= 4 && alike.length >= 0.75 * sizes.length);
  };
  const isMoved = observations.some(({ followed }) => followed.some((step) => step !== 0));
  if (!isMoved || !observations.every(areEqual)) return undefined;
  const all = specimen.data.inputs.map((_, sample) => sample);
  const largestOf = (truth: number[]): number => Math.max(...truth.map(Math.abs));
  const goDown = (
    { values, followed }: Observation,
    samples: number[],
    { slope, most }: { slope: LossSlope; most: number },
    sign: number,
  ): boolean => {
    const truth = trueGradient(specimen, values, samples, slope, taken).values;
    const largest = largestOf(truth);
    // Near a solution a penalty is all that is left.
    if (largest < negligible * most) return true;
    return truth.every(
      (value, i) => Math.abs(value) < hardlyMatters * largest || sign * value * followed[i]! > 0,
    );
  };
  const next = nextSamples(specimen);
  // The same update from the same parameters goes another way where samples or units are drawn for it.
  const last = observations.at(-1)!;
  const signs = specimen
    .successors(mostDrawn)
    .map((from) => specimen.change(last.values, last.k, specimen.atRest(from)).map(Math.sign));
  const isDrawn = new Set(signs.map((one) => one.join())).size > 1;
  const { updatesPerEpoch } = specimen.program;
  const isShare = observations.every(({ traces }) => traces.every(({ outputs }) => outputs.every((y) => y > 0 && y < 1))); // prettier-ignore
  const isOne = specimen.data.targets[0]!.length === 1;
  const own = losses
    .filter(([loss]) => loss === 'squared' || (isShare && !(isOne && loss === 'categorical cross-entropy')))
    .map(([, slope]) => {
      const largest = observations.map((one) =>
        largestOf(trueGradient(specimen, one.values, all, slope, taken).values),
      );
      return { slope, most: Math.max(...largest) };
    });
  const fits = (sign: number, groups: Observation[][]): boolean =>
    own.some(
      (loss) =>
        observations.every((one) => goDown(one, all, loss, sign)) ||
        (next && observations.every((one) => goDown(one, next(one), loss, sign))) ||
        ((updatesPerEpoch > 1 || isDrawn) &&
          groups.every((group) =>
            all
              .slice(0, mostTried)
              .some((sample) =>
                group.every((one) => goDown(one, [(one.k + sample) % all.length], loss, sign)),
              ),
          )),
    );
  // Signs alone don't tell which sample an update was made of: in a fixed order it is the same one for each k.
  const byTurn = [...new Set(observations.map(({ k }) => k))].map((k) => observations.filter((one) => one.k === k)); // prettier-ignore
  for (const groups of [byTurn, observations.map((one) => [one])]) {
    const areRight = fits(1, groups);
    const areOpposite = fits(-1, groups);
    // Where both ways would do with the right samples nothing is told.
    if (areRight || areOpposite) return areRight && areOpposite ? undefined : { areRight };
  }
  // Of samples one by one all were tried; a unit that is left out has steps of 0.
  const areUnits = signs.some((one) => one.some((sign, i) => (sign === 0) !== (signs[0]![i] === 0)));
  const isOneByOne = updatesPerEpoch === all.length && !areUnits;
  const isKnown = next === undefined && all.length <= mostTried && (!isDrawn || isOneByOne);
  return isKnown ? { areRight: false } : undefined;
}

const mostTried = 64;
/** Successors that are asked for the same update. */
const mostDrawn = 6;
/** Beside the largest gradient of all states. */
const negligible = 1e-4;
/** A gradient below this share of the largest may have its sign from a penalty. */
const hardlyMatters = 1e-2;
