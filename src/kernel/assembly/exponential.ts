/**
 * exp and expm1 of src/engine/exponential.ts, two lanes at a time: the same operations in the same order.
 * Its two early returns become a clamp: at 710 the result overflows by itself, and at -746 it underflows to 0.
 */
import { addProduct, choose } from './lanes';

/**
 * The constants, each for both lanes, in memory: an instruction takes an operand from there at no cost, and
 * there are more of them than registers.
 */
const table: usize = memory.data<f64>([
  1.4426950408889634, 1.4426950408889634,
  0.6931471803691238, 0.6931471803691238,
  1.9082149292705877e-10, 1.9082149292705877e-10,
  0.5, 0.5,
  1.0, 1.0,
  -746.0, -746.0,
  6755399441055744.0 + 1023.0, 6755399441055744.0 + 1023.0,
  1.0 / 2.0, 1.0 / 2.0,
  1.0 / 6.0, 1.0 / 6.0,
  1.0 / 24.0, 1.0 / 24.0,
  1.0 / 120.0, 1.0 / 120.0,
  1.0 / 720.0, 1.0 / 720.0,
  1.0 / 5040.0, 1.0 / 5040.0,
  1.0 / 40320.0, 1.0 / 40320.0,
  1.0 / 362880.0, 1.0 / 362880.0,
  1.0 / 3628800.0, 1.0 / 3628800.0,
  1.0 / 39916800.0, 1.0 / 39916800.0,
  1.0 / 479001600.0, 1.0 / 479001600.0,
  1.0 / 6227020800.0, 1.0 / 6227020800.0,
], 16);

const log2E: usize = 0;
const ln2High: usize = 1;
const ln2Low: usize = 2;
const half: usize = 3;
const one: usize = 4;
const underflow: usize = 5;
/** Adding this leaves a small whole number plus the exponent's bias, 1023, in the lowest bits. */
const exponentInLowBits: usize = 6;
/** 1/2!, 1/3! ... 1/13! */
const factorials: usize = 7;

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load(table + 16 * index);
}

/** 2^k for a whole number k, -1022 <= k <= 1023. */
// @ts-ignore: decorator
@inline
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, constant(exponentInLowBits)), 52);
}

/** k = floor(x / ln 2 + 1/2) */
// @ts-ignore: decorator
@inline
function exponentOf(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, constant(log2E)), constant(half)));
}

/** a + b r + (c + d r) r^2 with four constants in a row, from the i-th. */
// @ts-ignore: decorator
@inline
function fourTerms(r: v128, r2: v128, i: usize): v128 {
  const low = addProduct(constant(i), r, constant(i + 1));
  const high = addProduct(constant(i + 2), r, constant(i + 3));
  return addProduct(low, r2, high);
}

/** e^r - 1, where x = k ln 2 + r. */
// @ts-ignore: decorator
@inline
function remainderOf(x: v128, k: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(k, constant(ln2High)));
  const low = f64x2.mul(k, constant(ln2Low));
  const r = f64x2.sub(high, low);
  const c = f64x2.sub(f64x2.sub(high, r), low);
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const first = fourTerms(r, r2, factorials);
  const second = fourTerms(r, r2, factorials + 4);
  const third = fourTerms(r, r2, factorials + 8);
  const series = addProduct(first, r4, addProduct(second, r4, third));
  return f64x2.add(r, addProduct(c, r2, series));
}

/** (1 + t) 2^k by two factors, so that neither overflows and a subnormal result is rounded once. */
// @ts-ignore: decorator
@inline
function scaled(t: v128, k: v128): v128 {
  const halfOfK = f64x2.floor(f64x2.mul(k, constant(half)));
  const onePlus = f64x2.add(constant(one), t);
  return f64x2.mul(f64x2.mul(onePlus, powerOfTwo(halfOfK)), powerOfTwo(f64x2.sub(k, halfOfK)));
}

/** e^x */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  return expOfNegative(f64x2.pmin(x, f64x2.splat(710)));
}

/** e^x for x <= 710. NaN stays NaN. */
// @ts-ignore: decorator
@inline
export function expOfNegative(x: v128): v128 {
  const clamped = f64x2.pmax(x, constant(underflow));
  const k = exponentOf(clamped);
  return scaled(remainderOf(clamped, k), k);
}

/** e^x for -700 <= x <= 0, where 2^k is one factor: with a normal result the two roundings are one. */
// @ts-ignore: decorator
@inline
export function expNear(x: v128): v128 {
  const k = exponentOf(x);
  return f64x2.mul(f64x2.add(constant(one), remainderOf(x, k)), powerOfTwo(k));
}

/** e^x - 1 for x <= 0. */
// @ts-ignore: decorator
@inline
export function expm1OfNegative(x: v128): v128 {
  const floor = f64x2.splat(-40);
  const clamped = f64x2.pmax(x, floor);
  const k = exponentOf(clamped);
  const t = remainderOf(clamped, k);
  const scale = powerOfTwo(k);
  const shifted = f64x2.add(f64x2.mul(scale, t), f64x2.sub(scale, f64x2.splat(1)));
  const found = choose(f64x2.eq(k, f64x2.splat(0)), t, shifted);
  return choose(f64x2.le(x, floor), f64x2.splat(-1), found);
}
