/**
 * How probable each suspect is, given what the reader has said: an adaptive kernel over the simulated runs.
 *
 *   k_j = exp(-d_j / 2h²)               d_j squared distance of run j to what was printed
 *   c_s = sum over j in s of w_j k_j    w_j such that each suspect has 128 runs in all
 *   h   solves  sum of c_s = K
 *   p_s ~ (prior_s factor_s (c_s + a) / (sum of c + S a))^b
 *
 * One width h for all suspects: small where many simulated runs print the same, wide where none comes close. `a` is what
 * a suspect keeps that printed nothing of the kind. A width blurs, and so makes modest: b puts that right. Answers about the
 * same run add their distances; another run, the gradient check and the replay are factors. Constants were set on cases
 * below 10,000 (tests/clinic).
 */
import type { Block, BlockName, Layout } from './layout.ts';
import { nominalRuns, type Particles } from './particles.ts';

/** How close is close: K, the runs under the kernel, and b. */
export interface Focus {
  mass: number;
  sharpness: number;
}
/** Few runs leave gaps that a wide circle bridges; where the probable suspects have many, a small one sees more. */
const rough: Focus = { mass: 8, sharpness: 1 };
const fine: Focus = { mass: 3, sharpness: 1.4 };
/** Where nothing but the outputs is known, the circle is small and blurs little. */
export const sharpnessOfOutputs = 1.1;
/** From so many runs of one suspect. */
const runsForFine = 256;
const background = 0.005;
const leastWidth = 0.005;
/** The part of a suspect's runs that are under settings told wrong. */
const shareOff = 0.15;

/** Adds the squared distances of all runs to `x`, a row, over one block. */
export function addDistances(
  particles: Particles,
  { at, scales }: Block,
  x: Float32Array,
  to: Float64Array,
): void {
  const { rows, width, count } = particles;
  for (let j = 0; j < count; j++) {
    let sum = 0;
    const from = j * width + at;
    for (let i = 0; i < scales.length; i++) {
      const q = scales[i]! * (rows[from + i]! - x[at + i]!);
      sum += q * q;
    }
    to[j] = to[j]! + sum;
  }
}

/** [count]: how many nominal runs each run stands for. */
export function weightsOf(particles: Particles): Float64Array {
  const weights = new Float64Array(particles.count);
  const perSuspect = particles.runs.map((runs) => {
    const { told, off } = runs ?? { told: 0, off: 0 };
    const offShare = off === 0 ? 0 : told === 0 ? 1 : shareOff;
    return {
      told: told === 0 ? 0 : (nominalRuns * (1 - offShare)) / told,
      off: off === 0 ? 0 : (nominalRuns * offShare) / off,
    };
  });
  for (let j = 0; j < particles.count; j++) {
    const of = perSuspect[particles.suspect[j]!]!;
    weights[j] = particles.off[j] ? of.off : of.told;
  }
  return weights;
}

/** The kernel's width: so wide that the weights under it add up to the mass. */
export function widthFor(distances: Float64Array, weights: Float64Array, mass: number, steps = 18): number {
  const under = (width: number) => {
    const factor = -0.5 / (width * width);
    let sum = 0;
    for (let j = 0; j < distances.length; j++) {
      const e = factor * distances[j]!;
      if (e > -20) sum += weights[j]! * Math.exp(e);
    }
    return sum;
  };
  let low = leastWidth;
  if (under(low) >= mass) return low;
  let high = 50;
  for (let k = 0; k < steps; k++) {
    const middle = Math.sqrt(low * high);
    if (under(middle) < mass) low = middle;
    else high = middle;
  }
  return high;
}

/** [suspects]: c_s. Runs of the seed `leftOut` do not count. */
export function countsOf(
  suspectOf: Int32Array,
  seedOf: Int32Array,
  kernel: Float64Array,
  suspects: number,
  leftOut = -1,
): Float64Array {
  const counts = new Float64Array(suspects);
  for (let j = 0; j < kernel.length; j++) {
    if (seedOf[j] !== leftOut) counts[suspectOf[j]!]! += kernel[j]!;
  }
  return counts;
}

/** [count]: w_j k_j */
export function kernelOf(distances: Float64Array, weights: Float64Array, width: number): Float64Array {
  const factor = -0.5 / (width * width);
  return distances.map((d, j) => {
    const e = factor * d;
    return e > -30 ? weights[j]! * Math.exp(e) : 0;
  });
}

/** (c_s + a) / (sum of c + S a) */
export function likelihoods(counts: Float64Array): Float64Array {
  let total = background * counts.length;
  for (const count of counts) total += count;
  return counts.map((count) => (count + background) / total);
}

/** Makes them add up to 1, in place. */
export function normalise(p: Float64Array): Float64Array {
  let total = 0;
  for (const x of p) total += x;
  for (let s = 0; s < p.length; s++) p[s] = p[s]! / total;
  return p;
}

/** What is believed, by what each suspect had before and how likely it makes what was seen. */
export function posterior(factors: Float64Array, counts: Float64Array, { sharpness }: Focus): Float64Array {
  const like = likelihoods(counts);
  return normalise(factors.map((factor, s) => (factor * like[s]!) ** sharpness));
}

/** What is believed once an independent answer has come in that each suspect makes so likely. */
export function believedAfter(p: Float64Array, like: Float64Array, { sharpness }: Focus): Float64Array {
  return normalise(p.map((x, s) => x * like[s]! ** sharpness));
}

/** In bits. */
export function entropy(p: Float64Array): number {
  let sum = 0;
  for (const x of p) if (x > 0) sum -= x * Math.log2(x);
  return sum;
}

/** What is believed of the first run: distances, kernel and counts. */
export interface Fit {
  distances: Float64Array;
  weights: Float64Array;
  kernel: Float64Array;
  counts: Float64Array;
  width: number;
  focus: Focus;
}

/** How well each simulated run fits these blocks of a row. */
export function fitTo(
  particles: Particles,
  layout: Layout,
  blocks: readonly BlockName[],
  x: Float32Array,
  suspects: number,
  leftOut = -1,
): Fit {
  const distances = new Float64Array(particles.count);
  for (const name of blocks) {
    const block = layout.blocks[name];
    if (block) addDistances(particles, block, x, distances);
  }
  const weights = weightsOf(particles);
  const focus = { ...(particles.runs.some((runs) => runs.told >= runsForFine) ? fine : rough) };
  const width = widthFor(distances, weights, focus.mass);
  const kernel = kernelOf(distances, weights, width);
  const counts = countsOf(particles.suspect, particles.seed, kernel, suspects, leftOut);
  return { distances, weights, kernel, counts, width, focus };
}

/** The places of the `count` least distances, the nearest first. */
export function nearest(distances: Float64Array, count: number): number[] {
  const furthest = distances.toSorted()[count - 1] ?? Infinity;
  const places: number[] = [];
  for (let j = 0; j < distances.length; j++) if (distances[j]! <= furthest) places.push(j);
  return places.sort((a, b) => distances[a]! - distances[b]!).slice(0, count);
}

/** Runs that the next ones of a run are looked for among: the nearest to the reader's. */
const region = 800;
/** Runs that stand for the reader's neighbours, at most. */
const neighbours = 24;
/** Widths below this are all close. */
const close = 0.02;

/**
 * How much wider the circle is around what the reader has than around the simulated runs next to it (their own seeds left
 * out): about 1 where the reader's run is one like them, however thinly they are strewn there; more where it stands apart.
 */
export function apartness(
  particles: Particles,
  layout: Layout,
  blocks: readonly BlockName[],
  { distances, weights, kernel, width, focus }: Fit,
): number {
  const near = nearest(distances, region);
  const places: number[] = [];
  const scales: number[] = [];
  for (const name of blocks) {
    const block = layout.blocks[name];
    block?.scales.forEach((scale, i) => {
      places.push(block.at + i);
      scales.push(scale);
    });
  }
  const size = places.length;
  const values = new Float64Array(near.length * size);
  near.forEach((j, k) => {
    for (let i = 0; i < size; i++) {
      values[k * size + i] = scales[i]! * particles.rows[j * particles.width + places[i]!]!;
    }
  });
  const from = new Float64Array(near.length);
  const counted = new Float64Array(near.length);
  const around = near
    .slice(0, neighbours)
    .map((j, k) => {
      for (let m = 0; m < near.length; m++) {
        let sum = 0;
        for (let i = 0; i < size; i++) {
          const q = values[k * size + i]! - values[m * size + i]!;
          sum += q * q;
        }
        from[m] = sum;
        counted[m] = particles.seed[near[m]!] === particles.seed[j] ? 0 : weights[near[m]!]!;
      }
      return { width: widthFor(from, counted, focus.mass), weight: kernel[j]! };
    })
    .toSorted((a, b) => a.width - b.width);
  let left = around.reduce((sum, { weight }) => sum + weight, 0) / 2;
  const middle = around.find(({ weight }) => (left -= weight) <= 0);
  return (width + close) / ((middle?.width ?? width) + close);
}
