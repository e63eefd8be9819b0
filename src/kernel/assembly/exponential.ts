/**
 * exp and expm1 of src/engine/exponential.ts, two lanes at a time: the same operations in the same order.
 * Its two early returns become a clamp: at 710 the result overflows by itself, and at -746 it underflows to 0.
 */
import { addProduct, choose } from './lanes';

const log2E: f64 = 1.4426950408889634;
const ln2High: f64 = 0.6931471803691238;
const ln2Low: f64 = 1.9082149292705877e-10;

/** Adding this leaves a small whole number plus the exponent's bias, 1023, in the lowest bits. */
const exponentInLowBits: f64 = 6755399441055744.0 + 1023.0;

/** 2^k for a whole number k, -1022 <= k <= 1023. */
// @ts-ignore: decorator
@inline
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, f64x2.splat(exponentInLowBits)), 52);
}

/** k = floor(x / ln 2 + 1/2) */
// @ts-ignore: decorator
@inline
function exponentOf(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(log2E)), f64x2.splat(0.5)));
}

/** a + b r + (c + d r) r^2 */
// @ts-ignore: decorator
@inline
function fourTerms(r: v128, r2: v128, a: f64, b: f64, c: f64, d: f64): v128 {
  const low = addProduct(f64x2.splat(a), r, f64x2.splat(b));
  const high = addProduct(f64x2.splat(c), r, f64x2.splat(d));
  return addProduct(low, r2, high);
}

/** e^r - 1, where x = k ln 2 + r. */
// @ts-ignore: decorator
@inline
function remainderOf(x: v128, k: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(ln2High)));
  const low = f64x2.mul(k, f64x2.splat(ln2Low));
  const r = f64x2.sub(high, low);
  const c = f64x2.sub(f64x2.sub(high, r), low);
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const first = fourTerms(r, r2, 1.0 / 2.0, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0);
  const second = fourTerms(r, r2, 1.0 / 720.0, 1.0 / 5040.0, 1.0 / 40320.0, 1.0 / 362880.0);
  const third = fourTerms(r, r2, 1.0 / 3628800.0, 1.0 / 39916800.0, 1.0 / 479001600.0, 1.0 / 6227020800.0);
  const series = addProduct(first, r4, addProduct(second, r4, third));
  return f64x2.add(r, addProduct(c, r2, series));
}

/** (1 + t) 2^k by two factors, so that neither overflows and a subnormal result is rounded once. */
// @ts-ignore: decorator
@inline
function scaled(t: v128, k: v128): v128 {
  const half = f64x2.floor(f64x2.mul(k, f64x2.splat(0.5)));
  const onePlus = f64x2.add(f64x2.splat(1), t);
  return f64x2.mul(f64x2.mul(onePlus, powerOfTwo(half)), powerOfTwo(f64x2.sub(k, half)));
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
  const clamped = f64x2.pmax(x, f64x2.splat(-746));
  const k = exponentOf(clamped);
  return scaled(remainderOf(clamped, k), k);
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
