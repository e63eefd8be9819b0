/**
 * The natural logarithm and log1p in a fixed order of operations.
 *
 *     x = 2^k m,   sqrt(1/2) < m <= sqrt(2),   f = m - 1,   s = f / (2 + f)
 *     ln m = 2 artanh s = 2s + 2s^3/3 + 2s^5/5 + ... = f - (f^2/2 - s (f^2/2 + R))
 *     R = 2s^2/3 + 2s^4/5 + ... + 2s^20/21
 *     ln x = k ln 2 + ln m
 *
 * Source: the arrangement is that of Sun's fdlibm; the series is the plain one for artanh instead of a fitted
 * polynomial, because every coefficient can be checked by eye. Measured error: README.md.
 */

const SQRT_2 = 1.4142135623730951;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const double = new Float64Array(1);
/** The same eight bytes: words[1] holds sign, exponent and the top of the fraction (little-endian). */
const words = new Int32Array(double.buffer);

/** ln x. -Infinity for 0, NaN below 0 and for NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 2 ** 54; // a subnormal number has no exponent of its own to read
    k = -54;
  }
  double[0] = x;
  k += (words[1]! >> 20) - 1023;
  words[1] = (words[1]! & 0xfffff) | 0x3ff00000; // 1 <= m < 2
  let m = double[0];
  if (m > SQRT_2) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const s2 = s * s;
  let series = 2 / 21;
  series = series * s2 + 2 / 19;
  series = series * s2 + 2 / 17;
  series = series * s2 + 2 / 15;
  series = series * s2 + 2 / 13;
  series = series * s2 + 2 / 11;
  series = series * s2 + 2 / 9;
  series = series * s2 + 2 / 7;
  series = series * s2 + 2 / 5;
  series = series * s2 + 2 / 3;
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH + (f - (halfSquare - (s * (halfSquare + series * s2) + k * LN2_LOW)));
}

/** ln(1 + x) without the digits that 1 + x drops: what was dropped is put back to first order. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (!(u > 0) || u === Infinity) return log(u);
  return log(u) + (x - (u - 1)) / u;
}
