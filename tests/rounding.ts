/**
 * How far apart two right programs may end that do the same arithmetic in another order, or with another library.
 *
 * However a sum is ordered, what comes out is the exact sum of its terms, each changed by at most (n - 1) u of itself, and
 * every other operation or function changes its own result by a few u, u = 2^-53 (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., 4.2 and 3.1). So a computation whose longest chain has `chain` roundings gives what exact arithmetic
 * gives from numbers that were each changed by at most `chain` u of themselves. How far such a change carries the result, its
 * condition, is measured on the computation itself: all of its numbers are changed by 2^-26 of themselves, up or down at
 * random, several times over. That is far above rounding, and far below what bends a curve.
 */
const UNIT_ROUNDOFF = 2 ** -53;
const CHANGE = 2 ** -26;

/**
 * How far a normal number after Box and Muller may be off between two libraries. sqrt(-2 ln(1 - r)) is at most 7, since r has
 * 32 bits; the cosine's argument, up to 2π, is rounded twice, which moves its value by up to 4π u; logarithm, root, cosine
 * and three products add a few u each: 7 (4π + 6) u.
 */
export const ROUNDING_OF_A_DRAW = 7 * (4 * Math.PI + 6) * UNIT_ROUNDOFF;

/** How often the numbers are changed: enough that their root mean square is not far too small by chance. */
export const CHANGES = 8;

/** The same numbers, each changed by 2^-26 of itself, up or down as `random` falls. */
export const changed = (numbers: readonly number[], random: () => number): number[] =>
  numbers.map((value) => value * (1 + (random() < 0.5 ? -CHANGE : CHANGE)));

/**
 * What each result may be off.
 * @param results of the numbers as they are
 * @param ofChanged the results of the numbers as `changed` returns them, once for each of CHANGES
 * @param count how many numbers were changed: together they can do √count of what they do at random (Cauchy and Schwarz)
 * @param chain how many roundings one number can meet, one after another
 */
export function roundingBounds(
  results: readonly number[],
  ofChanged: readonly (readonly number[])[],
  { count, chain }: { count: number; chain: number },
): number[] {
  return results.map((result, j) => {
    const squares = ofChanged.map((others) => ((others[j]! - result) / CHANGE) ** 2);
    const meanSquare = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    return chain * UNIT_ROUNDOFF * (Math.sqrt(count * meanSquare) + Math.abs(result));
  });
}

/** By how many times its bound the worst of some numbers is off: below 1 they agree. Two that are both not finite agree. */
export function timesTheBound(
  ours: readonly number[],
  theirs: readonly number[],
  bounds: readonly number[],
): number {
  if (theirs.length !== ours.length) return Infinity;
  return ours.reduce((worst, value, j) => {
    const other = theirs[j]!;
    if (!Number.isFinite(value) && !Number.isFinite(other)) return worst;
    const difference = Math.abs(value - other);
    return Math.max(
      worst,
      difference === 0 ? 0 : Number.isNaN(difference) ? Infinity : difference / bounds[j]!,
    );
  }, 0);
}
