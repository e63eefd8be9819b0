/**
 * A reference for exp, log, sigmoid and tanh with about 100 correct bits, for measuring the engine's in ulps.
 *
 * A number is a sum of two doubles, high + low. Products are exact by Dekker's splitting (1971), sums by
 * Knuth's two-sum. Nothing here comes from the engine or from Math.exp and its kin, and the test holds it
 * against integers of 200 bits at a few hundred points.
 */

/** high + low, |low| at most half an ulp of high. */
export type Double2 = readonly [high: number, low: number];

const twoSum = (a: number, b: number): Double2 => {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
};

const quickTwoSum = (a: number, b: number): Double2 => {
  const sum = a + b;
  return [sum, b - (sum - a)];
};

const SPLITTER = 134217729; // 2^27 + 1

const twoProduct = (a: number, b: number): Double2 => {
  const product = a * b;
  const sa = SPLITTER * a;
  const aHigh = sa - (sa - a);
  const aLow = a - aHigh;
  const sb = SPLITTER * b;
  const bHigh = sb - (sb - b);
  const bLow = b - bHigh;
  return [product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow];
};

export const add = (a: Double2, b: Double2): Double2 => {
  const [high, low] = twoSum(a[0], b[0]);
  const [middle, rest] = twoSum(a[1], b[1]);
  const [h, l] = quickTwoSum(high, low + middle);
  return quickTwoSum(h, l + rest);
};

export const multiply = (a: Double2, b: Double2): Double2 => {
  const [high, low] = twoProduct(a[0], b[0]);
  return quickTwoSum(high, low + (a[0] * b[1] + a[1] * b[0]));
};

const negate = (a: Double2): Double2 => [-a[0], -a[1]];

const divide = (a: Double2, b: Double2): Double2 => {
  const first = a[0] / b[0];
  const rest = add(a, negate(multiply(b, [first, 0])));
  const second = rest[0] / b[0];
  const last = add(rest, negate(multiply(b, [second, 0])))[0] / b[0];
  return add(quickTwoSum(first, second), [last, 0]);
};

const ONE: Double2 = [1, 0];
export const LN2: Double2 = [0.6931471805599453, 2.3190468138462996e-17];
const INVERSES = Array.from({ length: 24 }, (_, n) => divide(ONE, [n + 1, 0])); // 1/1 ... 1/24

/** A number too large or small for a double: mantissa * 2^exponent. */
export interface Scaled {
  mantissa: Double2;
  exponent: number;
}

/** e^x */
export function exp(x: number): Scaled {
  const exponent = Math.round(x / LN2[0]);
  const r = add([x, 0], negate(multiply(LN2, [exponent, 0])));
  // e^r = (e^(r/64))^64, and seven terms fewer of the series
  const small: Double2 = [r[0] / 64, r[1] / 64];
  let series: Double2 = ONE;
  for (let n = 11; n >= 0; n--) series = add(ONE, multiply(multiply(small, INVERSES[n]!), series));
  for (let n = 0; n < 6; n++) series = multiply(series, series);
  return { mantissa: series, exponent };
}

const value = ({ mantissa, exponent }: Scaled): Double2 => {
  const scale = 2 ** exponent; // |exponent| < 1000 where this is used
  return [mantissa[0] * scale, mantissa[1] * scale];
};

/** ln x, x normal and positive; `guess` is any approximation to ln x within 1e-9. */
export function log(x: number, guess: number): Scaled {
  if (Math.abs(x - 1) < 0.02) {
    const s = divide(twoSum(x, -1), twoSum(x, 1));
    const s2 = multiply(s, s);
    let series: Double2 = [0, 0];
    for (let n = 23; n >= 1; n -= 2) series = add(INVERSES[n - 1]!, multiply(s2, series));
    return { mantissa: multiply([2 * s[0], 2 * s[1]], series), exponent: 0 };
  }
  const inverse = exp(-guess);
  // x is taken apart so that x * e^-guess never leaves the range of a double
  const exponent = exponentOf(x);
  const product = multiply([scale(x, -exponent), 0], inverse.mantissa);
  const back = 2 ** (inverse.exponent + exponent);
  const e = add([product[0] * back, product[1] * back], [-1, 0]); // x e^-guess - 1
  const correction = add(e, [(-e[0] * e[0]) / 2, 0]);
  return { mantissa: add([guess, 0], correction), exponent: 0 };
}

/** 1 / (1 + e^-x) = e^x / (1 + e^x) */
export function sigmoid(x: number): Scaled {
  if (x < -100) return exp(x); // 1 + e^x is 1 to 140 bits
  if (x > 100) return { mantissa: ONE, exponent: 0 };
  const e = value(exp(-x));
  return { mantissa: divide(ONE, add(ONE, e)), exponent: 0 };
}

/** (e^2x - 1) / (e^2x + 1) */
export function tanh(x: number): Scaled {
  if (Math.abs(x) > 50) return { mantissa: [Math.sign(x), 0], exponent: 0 };
  if (Math.abs(x) < 1e-6) {
    // x - x^3/3 + 2 x^5 / 15; the next term is below 2^-115 of x
    const x2 = twoProduct(x, x);
    const bracket = add(ONE, multiply(x2, add(negate(INVERSES[2]!), multiply(x2, divide([2, 0], [15, 0])))));
    return { mantissa: multiply([x, 0], bracket), exponent: 0 };
  }
  const e = value(exp(2 * x));
  return { mantissa: divide(add(e, [-1, 0]), add(e, ONE)), exponent: 0 };
}

/** How far `got` is from the exact value, in units of the last place of a double of that size. */
export function ulpError(got: number, exact: Scaled): number {
  const [high, low] = exact.mantissa;
  if (high === 0) return got === 0 ? 0 : Infinity;
  const exponent = exponentOf(Math.abs(high)) + exact.exponent;
  const unit = Math.max(exponent, -1022) - 52; // the exponent of one ulp
  const down = exact.exponent - unit;
  return Math.abs(scale(got, -unit) - scale(high, down) - scale(low, down));
}

/** x 2^power in two steps, since 2^power itself may be out of range. */
function scale(x: number, power: number): number {
  const half = Math.trunc(power / 2);
  return x * 2 ** half * 2 ** (power - half);
}

const bytes = new DataView(new ArrayBuffer(8));
const exponentOf = (x: number): number => {
  bytes.setFloat64(0, x);
  return ((bytes.getUint16(0) >> 4) & 0x7ff) - 1023;
};
