/**
 * The 95% confidence interval of a share, after Wilson (1927).
 *
 *   centre = (p + z²/2n) / (1 + z²/n)
 *   half   = z / (1 + z²/n) · sqrt(p (1 - p) / n + z²/4n²)      p = successes / n, z = 1.96
 *
 * Unlike p ± z sqrt(p (1 - p) / n) it stays inside [0, 1] and says something about 0 of n:
 * 0 solved of 100 seeds is "0 to 3.7%", not "exactly 0".
 * Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212.
 */

/** The 97.5th percentile of the standard normal distribution. */
const z = 1.959963984540054;

export interface Share {
  /** How many of the runs. */
  count: number;
  /** count / runs, from 0 to 1; 0 where there are no runs. */
  share: number;
  /** Lower end of the 95% interval, from 0 to 1. */
  low: number;
  /** Upper end of the 95% interval, from 0 to 1. */
  high: number;
}

/** The share of `successes` among `n` runs with its 95% interval. No runs: the interval is all of [0, 1]. */
export function wilson(successes: number, n: number): Share {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`wilson: n is ${n}; expected a whole number >= 0`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > n)
    throw new RangeError(`wilson: successes is ${successes}; expected a whole number from 0 to n = ${n}`);
  if (n === 0) return { count: 0, share: 0, low: 0, high: 1 };
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    count: successes,
    share: p,
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
  };
}
