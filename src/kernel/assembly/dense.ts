/**
 * The products of a dense layer, which take nearly all the time of a training run.
 *
 *   forward    s[o] = start[o] + sum over i of w[o, i] x[i]      [O]
 *   backward   g[i] = sum over o of w[o, i] d[o]                 [I]
 *
 * `I` inputs, `O` units; every element is a slot. Four rows (or columns) go together: eight sums in
 * registers hide the latency of the additions, and each x is loaded once for four units. Each single sum
 * still adds its terms in index order, as the engine does, so that its bits are the engine's.
 */
import { addProduct, load, slot, store, vector } from './lanes';

export function forward(w: usize, start: usize, x: usize, z: usize, inputs: i32, units: i32): void {
  const row = <usize>inputs * slot;
  const end = x + row;
  let o = 0;
  for (; o + 4 <= units; o += 4) {
    let p0 = w,
      p1 = p0 + row,
      p2 = p1 + row,
      p3 = p2 + row;
    let s0 = load(start, 0),
      s1 = load(start, 16),
      s2 = load(start, 32),
      s3 = load(start, 48),
      s4 = load(start, 64),
      s5 = load(start, 80),
      s6 = load(start, 96),
      s7 = load(start, 112);
    for (let q = x; q < end; q += slot) {
      const left = load(q, 0),
        right = load(q, vector);
      s0 = addProduct(s0, load(p0, 0), left);
      s1 = addProduct(s1, load(p0, vector), right);
      s2 = addProduct(s2, load(p1, 0), left);
      s3 = addProduct(s3, load(p1, vector), right);
      s4 = addProduct(s4, load(p2, 0), left);
      s5 = addProduct(s5, load(p2, vector), right);
      s6 = addProduct(s6, load(p3, 0), left);
      s7 = addProduct(s7, load(p3, vector), right);
      p0 += slot;
      p1 += slot;
      p2 += slot;
      p3 += slot;
    }
    store(z, 0, s0);
    store(z, 16, s1);
    store(z, 32, s2);
    store(z, 48, s3);
    store(z, 64, s4);
    store(z, 80, s5);
    store(z, 96, s6);
    store(z, 112, s7);
    w += 4 * row;
    start += 4 * slot;
    z += 4 * slot;
  }
  for (; o < units; o++) {
    let s0 = load(start, 0),
      s1 = load(start, vector);
    for (let q = x; q < end; q += slot) {
      s0 = addProduct(s0, load(w, 0), load(q, 0));
      s1 = addProduct(s1, load(w, vector), load(q, vector));
      w += slot;
    }
    store(z, 0, s0);
    store(z, vector, s1);
    start += slot;
    z += slot;
  }
}

export function backward(w: usize, d: usize, g: usize, inputs: i32, units: i32): void {
  const row = <usize>inputs * slot;
  const end = d + <usize>units * slot;
  const zero = f64x2.splat(0);
  let i = 0;
  for (; i + 4 <= inputs; i += 4) {
    let p = w;
    let s0 = zero,
      s1 = zero,
      s2 = zero,
      s3 = zero,
      s4 = zero,
      s5 = zero,
      s6 = zero,
      s7 = zero;
    for (let q = d; q < end; q += slot) {
      const left = load(q, 0),
        right = load(q, vector);
      s0 = addProduct(s0, load(p, 0), left);
      s1 = addProduct(s1, load(p, 16), right);
      s2 = addProduct(s2, load(p, 32), left);
      s3 = addProduct(s3, load(p, 48), right);
      s4 = addProduct(s4, load(p, 64), left);
      s5 = addProduct(s5, load(p, 80), right);
      s6 = addProduct(s6, load(p, 96), left);
      s7 = addProduct(s7, load(p, 112), right);
      p += row;
    }
    store(g, 0, s0);
    store(g, 16, s1);
    store(g, 32, s2);
    store(g, 48, s3);
    store(g, 64, s4);
    store(g, 80, s5);
    store(g, 96, s6);
    store(g, 112, s7);
    w += 4 * slot;
    g += 4 * slot;
  }
  for (; i < inputs; i++) {
    let p = w;
    let s0 = zero,
      s1 = zero;
    for (let q = d; q < end; q += slot) {
      s0 = addProduct(s0, load(p, 0), load(q, 0));
      s1 = addProduct(s1, load(p, vector), load(q, vector));
      p += row;
    }
    store(g, 0, s0);
    store(g, vector, s1);
    w += slot;
    g += slot;
  }
}
