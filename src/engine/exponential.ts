/**
 * exp and expm1 in a fixed order of operations: the same bits on every machine.
 *
 * JavaScript leaves the last digits of Math.exp to each browser. This one uses only + - * and floor on
 * doubles, each of which IEEE 754 rounds in one way.
 *
 *     x = k ln 2 + r,   k = floor(x / ln 2 + 1/2),   |r| <= ln 2 / 2
 *     e^x = 2^k (1 + t),   t = e^r - 1 = r + r^2 (1/2! + r/3! + r^2/4! + ... + r^11/13!)
 *
 * ln 2 is kept in two parts so that r has more digits than one double holds: r + c. The Taylor series stops
 * where the next term, r^14/14!, is below 2^-57.
 *
 * Source: the reduction is Cody & Waite's (1980) with the two constants of Sun's fdlibm; we use the Taylor
 * series instead of its rational approximation, because every coefficient can be checked by eye. Measured
 * error (tests/engine/accuracy.test.ts): README.md.
 */

const LOG2_E = 1.4426950408889634;
/** The first 32 bits of ln 2, so that k * LN2_HIGH is exact. */
const LN2_HIGH = 0.6931471803691238;
/** The rest of ln 2. */
const LN2_LOW = 1.9082149292705877e-10;

/** Exact powers of two, from 2^-538 to 2^512: a half of every exponent that exp needs. */
const SMALLEST_HALF = -538;
const powersOfTwo = new Float64Array(512 - SMALLEST_HALF + 1);
for (let k = SMALLEST_HALF; k <= 512; k++) powersOfTwo[k - SMALLEST_HALF] = 2 ** k;

/**
 * e^r - 1 for |r| <= ln 2 / 2, where r stands for r + c and c is the digits that r could not hold. The twelve
 * terms are taken in three groups of four, which a processor can work on side by side.
 */
function remainder(r: number, c: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  const first = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const second = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40320 + r * (1 / 362880));
  const third = 1 / 3628800 + r * (1 / 39916800) + r2 * (1 / 479001600 + r * (1 / 6227020800));
  return r + (r2 * (first + r4 * (second + r4 * third)) + c);
}

/** e^x. Infinity above 709.78, 0 below -745.14, NaN for NaN. */
export function exp(x: number): number {
  if (x > 710) return Infinity;
  if (!(x > -746)) return x < 0 ? 0 : x; // x is NaN or below -746
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = remainder(r, high - r - low);
  // Twice half the exponent, so that neither factor overflows and a subnormal result is rounded once.
  const half = k >> 1;
  return (1 + t) * powersOfTwo[half - SMALLEST_HALF]! * powersOfTwo[k - half - SMALLEST_HALF]!;
}

/** e^x - 1 without the cancellation that exp(x) - 1 has near 0. */
export function expm1(x: number): number {
  if (x > 40) return exp(x); // the 1 is below the last digit
  if (!(x > -40)) return x < 0 ? -1 : x; // x is NaN or below -40
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = remainder(r, high - r - low);
  if (k === 0) return t;
  const scale = powersOfTwo[k - SMALLEST_HALF]!;
  return scale * t + (scale - 1);
}
