/**
 * How much is tried. The gate tries of each kind what would show most, in minutes; with WHOLE set, as `npm run proofs` sets it,
 * everything is tried that is declared.
 */
export const whole = Boolean(process.env['WHOLE']);

/** All of a list, or in the gate the first of it. */
export const firstOf = <T>(list: readonly T[], count: number): readonly T[] =>
  whole ? list : list.slice(0, count);

/** All of a list, or in the gate so many of it at most, spread over the whole. */
export function spreadOf<T>(list: readonly T[], count: number): readonly T[] {
  const stride = whole ? 1 : Math.ceil(list.length / count);
  return list.filter((_, k) => k % stride === 0);
}
