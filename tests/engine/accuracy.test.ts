/**
 * How many units in the last place the engine's functions are off, over the whole range of doubles, against a
 * reference with twice the digits. The README quotes these numbers.
 */
import { describe, expect, it } from 'vitest';
import { activationOf } from '../../src/engine/activations/index.ts';
import { cosine } from '../../src/engine/cosine.ts';
import { exp, expm1 } from '../../src/engine/exponential.ts';
import { log, log1p } from '../../src/engine/logarithm.ts';
import { createRandom, drawUniform } from '../../src/engine/mulberry32.ts';
import * as reference from './double-double.ts';
import { whole } from '../whole.ts';

const POINTS = whole ? 1_000_000 : 100_000;
const sigmoid = activationOf('sigmoid').value;
const tanh = activationOf('tanh').value;

/** So many points from `low` to `high` with all 53 bits at random. */
function* between(low: number, high: number, count: number, seed: number): Generator<number> {
  const random = createRandom(seed);
  for (let n = 0; n < count; n++) {
    yield low + (high - low) * (drawUniform(random) + drawUniform(random) / 2 ** 32);
  }
}

/** Points of either sign whose size runs evenly over the powers of two from `low` to `high`. */
function* overPowers(low: number, high: number, count: number, seed: number): Generator<number> {
  const random = createRandom(seed);
  for (let n = 0; n < count; n++) {
    const power = Math.floor(low + (high - low) * drawUniform(random));
    const fraction = 1 + drawUniform(random) + drawUniform(random) / 2 ** 32;
    yield (drawUniform(random) < 0.5 ? -1 : 1) * fraction * 2 ** power;
  }
}

/** Set REPORT=1 to see the largest errors and where they are. */
const report = (name: string, ...found: { error: number; at: number }[]): void => {
  if (process.env['REPORT']) console.log(name, ...found);
};

function worst(
  points: Iterable<number>,
  engine: (x: number) => number,
  exact: (x: number) => reference.Scaled,
): { error: number; at: number } {
  let error = 0;
  let at = NaN;
  for (const x of points) {
    const e = reference.ulpError(engine(x), exact(x));
    if (!(e <= error)) [error, at] = [Number.isNaN(e) ? Infinity : e, x];
  }
  return { error, at };
}

/** e^x 2^BITS from integers alone, for a double x given exactly: Taylor's series of x / 2^20, squared 20 times. */
function exactExp(x: number): bigint {
  const BITS = 260n;
  const unit = 1n << BITS;
  const scaled = (BigInt(x * 2 ** 52) << (BITS - 52n)) >> 20n; // x is a multiple of 2^-52 here
  let term = unit;
  let sum = unit;
  for (let n = 1n; n <= 14n; n++) {
    term = ((term * scaled) >> BITS) / n;
    sum += term;
  }
  for (let n = 0; n < 20; n++) sum = (sum * sum) >> BITS;
  return sum;
}

/** mantissa 2^exponent 2^260 as an integer, exponent <= 0. */
const toInteger = ({ mantissa: [high, low], exponent }: reference.Scaled): bigint => {
  const part = (x: number): bigint => (BigInt(x * 2 ** 160) << 100n) >> BigInt(-exponent);
  return part(high) + part(low);
};

describe('the reference itself', () => {
  it('agrees with integers of 260 bits to 90 bits', () => {
    for (const x of between(0, 3, 200, 12)) {
      const rounded = -Math.round(x * 2 ** 40) / 2 ** 40;
      const exact = exactExp(rounded);
      const difference = toInteger(reference.exp(rounded)) - exact;
      expect(difference < 0n ? -difference : difference).toBeLessThan(exact >> 90n);
    }
  });

  it('has the digits of ln 2: e^(-ln 2) is a half', () => {
    // ln 2 = artanh(1/3) 2, in integers
    let sum = 0n;
    for (let n = 0n, power = (1n << 260n) / 3n; power > 0n; n++, power /= 9n) sum += power / (2n * n + 1n);
    const exact = 2n * sum;
    const difference = toInteger({ mantissa: reference.LN2, exponent: 0 }) - exact;
    expect(difference < 0n ? -difference : difference).toBeLessThan(exact >> 104n);
  });
});

describe('against the reference, in units of the last place', () => {
  it('exp is off by less than 1, subnormal results included', () => {
    const spread = worst(between(-745.1, 709.7, POINTS / 2, 1), exp, reference.exp);
    const near = worst(between(-2, 2, POINTS / 2, 2), exp, reference.exp);
    const tiny = worst(overPowers(-60, 0, POINTS / 10, 3), exp, reference.exp);
    report('exp', spread, near, tiny);
    expect(Math.max(spread.error, near.error, tiny.error)).toBeLessThan(1);
  });

  it('log is off by less than 2', () => {
    const exact = (x: number): reference.Scaled => reference.log(x, log(x));
    const positive = (points: Iterable<number>): Iterable<number> => Iterator.from(points).map(Math.abs);
    const spread = worst(positive(overPowers(-1022, 1023, POINTS / 2, 4)), log, exact);
    const near = worst(between(0.5, 2, POINTS / 2, 5), log, exact);
    const nearest = worst(between(0.999, 1.001, POINTS / 10, 6), log, exact);
    report('log', spread, near, nearest);
    expect(Math.max(spread.error, near.error, nearest.error)).toBeLessThan(2);
  });

  it('sigmoid is off by less than 2', () => {
    const spread = worst(between(-745, 40, POINTS / 2, 7), sigmoid, reference.sigmoid);
    const near = worst(between(-8, 8, POINTS / 2, 8), sigmoid, reference.sigmoid);
    report('sigmoid', spread, near);
    expect(Math.max(spread.error, near.error)).toBeLessThan(2);
  });

  it('tanh is off by less than 2', () => {
    const spread = worst(between(-20, 20, POINTS / 2, 9), tanh, reference.tanh);
    const near = worst(between(-1, 1, POINTS / 2, 10), tanh, reference.tanh);
    const tiny = worst(overPowers(-1000, 0, POINTS / 10, 11), tanh, reference.tanh);
    report('tanh', spread, near, tiny);
    expect(Math.max(spread.error, near.error, tiny.error)).toBeLessThan(2);
  });

  it('expm1 is off by less than 2', () => {
    const exact = (x: number): reference.Scaled => {
      const { mantissa, exponent } = reference.exp(x);
      const scale = 2 ** exponent;
      return { mantissa: reference.add([mantissa[0] * scale, mantissa[1] * scale], [-1, 0]), exponent: 0 };
    };
    const spread = worst(between(-39, 39, POINTS / 10, 13), expm1, exact);
    const near = worst(between(-1, 1, POINTS / 10, 14), expm1, exact);
    report('expm1', spread, near);
    expect(Math.max(spread.error, near.error)).toBeLessThan(2);
  });

  it('log1p is off by less than 2 where softplus uses it, from 0 to 1', () => {
    const exact = (x: number): reference.Scaled => {
      // Newton's step from the value under test: y + (1 + x) e^-y - 1, to second order
      const y = log1p(x);
      const { mantissa, exponent } = reference.exp(-y);
      const scale = 2 ** exponent;
      const inverse: reference.Double2 = [mantissa[0] * scale, mantissa[1] * scale];
      const e = reference.add(reference.multiply(reference.add([1, 0], [x, 0]), inverse), [-1, 0]);
      return { mantissa: reference.add([y, 0], reference.add(e, [(-e[0] * e[0]) / 2, 0])), exponent: 0 };
    };
    const spread = worst(between(0, 1, POINTS / 10, 15), log1p, exact);
    report('log1p', spread);
    expect(spread.error).toBeLessThan(2);
  });
});

describe('at the ends of the range', () => {
  it('exp gives 1, 0, infinity and NaN where they belong', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(exp(709.782712893384)).toBeLessThan(Infinity); // the largest double is e^709.7827128933841
    expect(exp(709.7827128933842)).toBe(Infinity);
    expect(exp(-745.133)).toBe(5e-324); // the smallest double is e^-744.44, and half of it e^-745.1332
    expect(exp(-745.134)).toBe(0);
    expect(exp(1e300)).toBe(Infinity);
    expect(exp(-1e300)).toBe(0);
    expect(exp(5e-324)).toBe(1);
  });

  it('log undoes the powers of two exactly where it can, and knows 0, infinity and NaN', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12); // -1074 ln 2
    expect(log(2)).toBe(0.6931471805599453);
  });

  it('sigmoid and tanh saturate, let NaN through, and are as symmetric as they should be', () => {
    expect([sigmoid(Infinity), sigmoid(-Infinity), sigmoid(0)]).toEqual([1, 0, 0.5]);
    expect(sigmoid(-745)).toBe(5e-324);
    expect(sigmoid(NaN)).toBeNaN();
    expect([tanh(Infinity), tanh(-Infinity), tanh(0)]).toEqual([1, -1, 0]);
    expect(tanh(5e-324)).toBe(5e-324);
    expect(tanh(NaN)).toBeNaN();
    for (const z of between(0, 30, 1000, 16)) expect(tanh(-z)).toBe(-tanh(z));
  });

  it('the cosine knows its quarter turns and the angle sum', () => {
    expect(cosine(0)).toBe(1);
    expect(cosine(Math.PI)).toBe(-1);
    expect(Math.abs(cosine(Math.PI / 2) - 6.123233995736766e-17)).toBeLessThan(1e-20); // pi/2 - the double next to it
    expect(cosine(Math.PI / 3)).toBeCloseTo(0.5, 15);
    for (const x of between(0, Math.PI, 10_000, 17)) {
      expect(Math.abs(cosine(2 * x) - (2 * cosine(x) * cosine(x) - 1))).toBeLessThan(2e-15);
    }
  });
});
