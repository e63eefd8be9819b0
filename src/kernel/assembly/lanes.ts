/**
 * Lanes. The kernel trains several networks at once, one in each half of a 128-bit vector of two doubles.
 * Whatever a network has one of (a weight, an activation, an input) stands in memory once for each lane,
 * side by side: a *slot*. So one instruction does the same step for two networks, and the bits of one
 * network never meet those of another.
 *
 * Multiplications and additions stay apart as in JavaScript: no fused multiply-add, which rounds once
 * where the engine rounds twice.
 */

/** Bytes of a vector: two doubles. */
export const vector: usize = 16;

/** Bytes of a slot of the layer-by-layer path: four lanes, two vectors. */
export const slot: usize = 32;

// @ts-ignore: decorator
@inline
export function load(pointer: usize, offset: usize): v128 {
  return v128.load(pointer + offset);
}

// @ts-ignore: decorator
@inline
export function store(pointer: usize, offset: usize, value: v128): void {
  v128.store(pointer + offset, value);
}

/** a + b c, rounded twice. */
// @ts-ignore: decorator
@inline
export function addProduct(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(a, f64x2.mul(b, c));
}

/** a - b c, rounded twice. */
// @ts-ignore: decorator
@inline
export function subtractProduct(a: v128, b: v128, c: v128): v128 {
  return f64x2.sub(a, f64x2.mul(b, c));
}

/** `yes` in the lanes where the mask is set, `no` in the others. */
// @ts-ignore: decorator
@inline
export function choose(mask: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, mask);
}
