/**
 * A function, what somebody says is its derivative, and the slope it really has. A derivative may be written of the
 * pre-activation z or of the activation a = f(z); half the bugs of this book are one of these given to the other.
 */
import { ExpressionError, type Formula, readFormula } from './expression.ts';
import type { Problem } from './tokens.ts';
import { findKinks, type Kink, numericSlope, tidy } from './slope.ts';

/** What the derivative is applied to: z itself, or f(z). */
export type Given = 'pre-activation' | 'activation';

export interface ActivationExplorerOptions {
  functionText: string;
  derivativeText: string;
  /** Defaults to 'pre-activation'. */
  given?: Given;
  /** The range of z that is looked at. Defaults to -4 to 4. */
  range?: [low: number, high: number];
  /** Points at which slopes are compared. Defaults to 641. */
  pointCount?: number;
}

/** A stretch of z on which the derivative is wrong. */
export interface Mismatch {
  from: number;
  to: number;
  /** Where in it the difference is largest, and both slopes there. */
  worst: { z: number; claimed: number; slope: number };
}

export type ActivationExplorerModel =
  | { kind: 'invalid'; where: 'function' | 'derivative'; problem: Problem; at: number }
  | {
      kind: 'valid';
      /** Rising, evenly spaced. */
      z: number[];
      value: number[];
      /** The derivative as written. */
      claimed: number[];
      /** The slope by differences; not a number at a kink. */
      slope: number[];
      /** Kinks of the function, and what the derivative says there. */
      kinks: (Kink & { claimed: number; isConvention: boolean })[];
      mismatches: Mismatch[];
      /** The share of the range on which the derivative is wrong. */
      wrongShare: number;
      finding: Finding;
    };

export type Finding =
  | { kind: 'no-value' } // the function is not finite on part of the range
  | { kind: 'right' }
  | { kind: 'wrong'; worst: Mismatch['worst'] }; // the largest difference of all

/** A claimed slope is right within this much, relative to 1 + |slope|: far above the error of the differences. */
export const tolerance = 1e-3;

export function createActivationExplorer(options: ActivationExplorerOptions): ActivationExplorerModel {
  const {
    functionText,
    derivativeText,
    given = 'pre-activation',
    range = [-4, 4],
    pointCount = 641,
  } = options;
  if (!(range[1] > range[0]))
    throw new Error(`createActivationExplorer: range is [${range.join(', ')}]; expected low < high`);

  const f = read(functionText, 'function');
  if (typeof f !== 'function') return f;
  const d = read(derivativeText, 'derivative');
  if (typeof d !== 'function') return d;

  const claim: Formula = given === 'activation' ? (z) => d(f(z)) : d;
  const z = Array.from(
    { length: pointCount },
    (_, i) => (range[0] * (pointCount - 1 - i) + range[1] * i) / (pointCount - 1),
  );
  const kinks = findKinks(f, z).map((kink) => {
    const claimed = claim(kink.x);
    const [low, high] = [Math.min(kink.left, kink.right), Math.max(kink.left, kink.right)];
    return { ...kink, claimed, isConvention: claimed >= low - tolerance && claimed <= high + tolerance };
  });
  const isWrong = (at: number) => differs(claim(at), numericSlope(f, at));
  const isKink = (at: number) => kinks.some((kink) => Math.abs(kink.x - at) < 5e-5);
  const value = z.map(f);
  const claimed = z.map(claim);
  const slope = z.map((at) => (isKink(at) ? NaN : numericSlope(f, at)));
  const mismatches = merged(
    findMismatches(z, claimed, slope).map((mismatch) => withExactEnds(mismatch, z, isWrong)),
    (range[1] - range[0]) / 50,
  );
  const wrongShare = mismatches.reduce((sum, { from, to }) => sum + (to - from), 0) / (range[1] - range[0]);
  return {
    kind: 'valid',
    z,
    value,
    claimed,
    slope,
    kinks,
    mismatches,
    wrongShare,
    finding: findingOf(mismatches, value),
  };
}

function read(text: string, where: 'function' | 'derivative'): Formula | ActivationExplorerModel {
  try {
    return readFormula(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { kind: 'invalid', where, problem: error.problem, at: error.at };
  }
}

function findMismatches(z: number[], claimed: number[], slope: number[]): Mismatch[] {
  const mismatches: Mismatch[] = [];
  let open: Mismatch | undefined;
  z.forEach((at, i) => {
    const [says, is] = [claimed[i]!, slope[i]!];
    // A kink neither opens nor closes a stretch: there is no one slope to be wrong about.
    if (Number.isNaN(is)) return;
    const difference = Math.abs(says - is);
    if (!differs(says, is)) {
      open = undefined;
      return;
    }
    if (!open) {
      open = { from: at, to: at, worst: { z: at, claimed: says, slope: is } };
      mismatches.push(open);
    }
    open.to = at;
    const largest = Math.abs(open.worst.claimed - open.worst.slope);
    if (difference > largest || Number.isNaN(difference)) open.worst = { z: at, claimed: says, slope: is };
  });
  return mismatches;
}

/** Joins stretches with less than `gap` between them: where a wrong slope crosses the true one, it is not right. */
function merged(mismatches: Mismatch[], gap: number): Mismatch[] {
  const joined: Mismatch[] = [];
  for (const next of mismatches) {
    const last = joined[joined.length - 1];
    if (last && next.from - last.to < gap) {
      joined[joined.length - 1] = { from: last.from, to: next.to, worst: worstOf([last, next]) };
    } else {
      joined.push(next);
    }
  }
  return joined;
}

function differs(claimed: number, slope: number): boolean {
  return !(Math.abs(claimed - slope) <= tolerance * (1 + Math.abs(slope)));
}

/** Moves both ends of a stretch from the grid's points to where the derivative begins and ceases to be wrong. */
function withExactEnds(mismatch: Mismatch, z: number[], isWrong: (z: number) => boolean): Mismatch {
  const step = z[1]! - z[0]!;
  const edge = (inside: number, direction: 1 | -1) => {
    let [wrong, right] = [inside, inside + direction * step];
    if (right < z[0]! || right > z[z.length - 1]!) return inside;
    // A kink between the two points is passed over by a whole step.
    if (isWrong(right)) return tidy(right);
    while (Math.abs(right - wrong) > 1e-5) {
      const middle = (wrong + right) / 2;
      if (isWrong(middle)) wrong = middle;
      else right = middle;
    }
    return tidy(right);
  };
  return { ...mismatch, from: edge(mismatch.from, -1), to: edge(mismatch.to, 1) };
}

function findingOf(mismatches: Mismatch[], value: number[]): Finding {
  if (!value.every(Number.isFinite)) return { kind: 'no-value' };
  return mismatches.length === 0 ? { kind: 'right' } : { kind: 'wrong', worst: worstOf(mismatches) };
}

/** The largest difference of all. */
export function worstOf(mismatches: Mismatch[]): Mismatch['worst'] {
  return mismatches
    .map(({ worst }) => worst)
    .reduce((a, b) => (Math.abs(b.claimed - b.slope) > Math.abs(a.claimed - a.slope) ? b : a));
}
