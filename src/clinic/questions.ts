/**
 * Which number to ask for next: each question is tried on simulated runs drawn by what is believed now, and the one that
 * leaves least doubt for its effort is the best. Nothing here is random but the generator that is passed.
 */
import { drawUniform, type Random } from '../engine/index.ts';
import {
  addDistances,
  believedAfter,
  countsOf,
  entropy,
  type Fit,
  kernelOf,
  likelihoods,
  nearest,
  posterior,
  weightsOf,
  widthFor,
} from './belief.ts';
import type { Layout } from './layout.ts';
import { Particles } from './particles.ts';
import type { UpdateCode } from './first-update.ts';

export const questions = [
  'run2',
  'run3',
  'before',
  'loss1',
  'loss10',
  'loss100',
  'loss1000',
  'lossEnd',
  'later',
  'hidden',
  'moved',
  'initial',
  'check',
] as const;
export type Question = (typeof questions)[number];

/** What a question costs a reader; one more printed line is 1. */
export const efforts: Record<Question, number> = {
  run2: 1,
  run3: 1,
  before: 1,
  loss1: 1,
  loss10: 1,
  loss100: 1,
  loss1000: 1,
  lossEnd: 1,
  later: 1,
  hidden: 1.5,
  moved: 1.5,
  initial: 1.2,
  check: 2.5,
};

/** What is believed, as far as a question needs it. */
export interface Standing {
  particles: Particles;
  layout: Layout;
  fit: Fit;
  /** [suspects]: prior times all that independent answers said. */
  factors: Float64Array;
  /** [suspects] */
  p: Float64Array;
  /** [suspects][simulated first updates] */
  codes: readonly (readonly UpdateCode[][])[];
}

/** Answers that each question is tried on. */
const trials = 36;
/** Runs that are compared: the nearest. */
const runsCompared = 420;

/** m of M simulated first updates have the code that was seen. */
export function codeLikelihood(codes: readonly UpdateCode[][], seen: string): number {
  const matching = codes.filter((code) => code.join(' ') === seen).length;
  return (matching + 0.05) / (codes.length + 0.5);
}

/** Expected information of an answer, in bits. */
export function gainOf(question: Question, standing: Standing, random: Random): number {
  if (question === 'check') return gainOfCheck(standing);
  if (question === 'run2' || question === 'run3') return gainOfAnotherRun(standing, random);
  return gainOfBlock(question, standing, random);
}

function gainOfCheck({ codes, p, fit }: Standing): number {
  const seen = new Set(codes.flatMap((some) => some.map((code) => code.join(' '))));
  let left = 0;
  let weighed = 0;
  for (const code of seen) {
    let share = 0;
    const like = p.map((x, s) => {
      const some = codes[s]!;
      if (some.length > 0) {
        share += (x * some.filter((one) => one.join(' ') === code).length) / some.length;
      }
      return codeLikelihood(some, code);
    });
    if (share < 1e-6) continue;
    left += share * entropy(believedAfter(p, like, fit.focus));
    weighed += share;
  }
  return weighed > 0 ? entropy(p) - left / weighed : 0;
}

/** Draws places by weight. */
function drawer(weights: ArrayLike<number>, random: Random): () => number {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let k = 0; k < weights.length; k++) sums[k] = total += weights[k]!;
  return () => {
    const u = drawUniform(random) * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < u) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function gainOfBlock(name: Exclude<Question, 'run2' | 'run3' | 'check'>, standing: Standing, random: Random) {
  const { particles, layout, fit, factors, p } = standing;
  const block = layout.blocks[name];
  if (!block) return 0;
  const places = nearest(fit.distances, runsCompared).filter((j) => fit.kernel[j]! > 1e-7);
  if (places.length < 3) return 0;
  const { at, scales } = block;
  const size = scales.length;
  const count = places.length;
  const values = new Float64Array(count * size);
  places.forEach((j, k) => {
    for (let i = 0; i < size; i++)
      values[k * size + i] = scales[i]! * particles.rows[j * particles.width + at + i]!;
  });
  const weights = Float64Array.from(places, (j) => fit.weights[j]!);
  const suspectOf = Int32Array.from(places, (j) => particles.suspect[j]!);
  const seedOf = Int32Array.from(places, (j) => particles.seed[j]!);
  const draw = drawer(
    places.map((j, k) => {
      const c = fit.counts[suspectOf[k]!]!;
      return c > 1e-9 ? (p[suspectOf[k]!]! * fit.kernel[j]!) / c : 0;
    }),
    random,
  );
  const distances = new Float64Array(count);
  let left = 0;
  for (let t = 0; t < trials; t++) {
    const reader = draw();
    for (let k = 0; k < count; k++) {
      let sum = fit.distances[places[k]!]!;
      for (let i = 0; i < size; i++) {
        const q = values[reader * size + i]! - values[k * size + i]!;
        sum += q * q;
      }
      distances[k] = sum;
    }
    const kernel = kernelOf(distances, weights, widthFor(distances, weights, fit.focus.mass, 10));
    const counts = countsOf(suspectOf, seedOf, kernel, p.length, seedOf[reader]);
    left += entropy(posterior(factors, counts, fit.focus));
  }
  return entropy(p) - left / trials;
}

/** Runs of a suspect that stand for all of them where another run of the program is imagined. */
const runsImagined = 48;

function gainOfAnotherRun({ particles, layout, p, fit }: Standing, random: Random): number {
  const block = layout.blocks.outputs!;
  const taken = new Int32Array(p.length);
  const some = new Particles(particles.width);
  const placesOf: number[][] = Array.from(p, () => []);
  for (let j = 0; j < particles.count; j++) {
    const s = particles.suspect[j]!;
    if (p[s]! < 1e-3 || particles.off[j] || taken[s]! >= runsImagined) continue;
    taken[s]!++;
    placesOf[s]!.push(some.count);
    some.add(
      s,
      'told',
      [particles.seed[j]!],
      particles.rows.subarray(j * particles.width, (j + 1) * particles.width),
    );
  }
  if (some.count === 0) return 0;
  const weights = weightsOf(some);
  const drawSuspect = drawer(
    p.map((x, s) => (placesOf[s]!.length > 0 ? x : 0)),
    random,
  );
  const distances = new Float64Array(some.count);
  let left = 0;
  const half = Math.ceil(trials / 2);
  for (let t = 0; t < half; t++) {
    const places = placesOf[drawSuspect()]!;
    const reader = places[Math.floor(drawUniform(random) * places.length)]!;
    distances.fill(0);
    addDistances(some, block, some.rows.subarray(reader * some.width, (reader + 1) * some.width), distances);
    const kernel = kernelOf(distances, weights, widthFor(distances, weights, fit.focus.mass, 10));
    const counts = countsOf(some.suspect, some.seed, kernel, p.length, some.seed[reader]);
    left += entropy(believedAfter(p, likelihoods(counts), fit.focus));
  }
  return entropy(p) - left / half;
}
