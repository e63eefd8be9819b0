/**
 * mulberry32: the generator of every random number in the book.
 *
 * State is one 32-bit integer. Each draw adds 0x6D2B79F5 to it and scrambles the result:
 *
 *     a = a + 0x6D2B79F5
 *     t = (a ^ a>>>15) * (a | 1)
 *     t = t ^ (t + (t ^ t>>>7) * (t | 61))
 *     u = (t ^ t>>>14) / 2^32          all arithmetic modulo 2^32
 *
 * Source: Tommy Ettinger, public domain, 2017. It has a period of 2^32, few lines, and the same bits in any
 * language with 32-bit integers; it is not for cryptography. We keep its state in an object rather than in
 * a closure, so that a recorded run can put it back.
 */

/** A generator: its whole state is one 32-bit integer. */
export interface Random {
  state: number;
}

/** A generator at the start of the sequence that belongs to `seed`; only the seed's low 32 bits count. */
export function createRandom(seed: number): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`createRandom: seed is ${seed}; expected a finite number`);
  return { state: seed | 0 };
}

/** The next number of the sequence, 0 <= u < 1, a multiple of 2^-32. Changes `random`. */
export function drawUniform(random: Random): number {
  const a = (random.state + 0x6d2b79f5) | 0;
  random.state = a;
  let t = Math.imul(a ^ (a >>> 15), a | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
}
