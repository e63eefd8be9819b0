/**
 * The cosine of an angle between 0 and 2 pi in a fixed order of operations; only normal draws need it.
 *
 *     x = q pi/2 + r,   |r| <= pi/4
 *     cos x = cos r, -sin r, -cos r, sin r   for q = 0, 1, 2, 3 (and cos r again for q = 4)
 *
 * Source: Taylor's series for both; pi/2 in two parts as in Sun's fdlibm. Measured error: README.md.
 */

const TWO_OVER_PI = 0.6366197723675814;
/** The first 33 bits of pi/2. */
const HALF_PI_HIGH = 1.5707963267341256;
/** The rest of pi/2. */
const HALF_PI_LOW = 6.077100506506192e-11;

/** cos x for 0 <= x <= 2 pi. */
export function cosine(x: number): number {
  const q = Math.floor(x * TWO_OVER_PI + 0.5);
  const r = x - q * HALF_PI_HIGH - q * HALF_PI_LOW;
  const r2 = r * r;
  if (q === 1 || q === 3) {
    let series = -1 / 1307674368000; // -1/15!
    series = series * r2 + 1 / 6227020800;
    series = series * r2 - 1 / 39916800;
    series = series * r2 + 1 / 362880;
    series = series * r2 - 1 / 5040;
    series = series * r2 + 1 / 120;
    series = series * r2 - 1 / 6;
    const sine = r + r * r2 * series;
    return q === 1 ? -sine : sine;
  }
  let series = 1 / 20922789888000; // 1/16!
  series = series * r2 - 1 / 87178291200;
  series = series * r2 + 1 / 479001600;
  series = series * r2 - 1 / 3628800;
  series = series * r2 + 1 / 40320;
  series = series * r2 - 1 / 720;
  series = series * r2 + 1 / 24;
  const cosineOfR = 1 - (0.5 * r2 - r2 * r2 * series);
  return q === 2 ? -cosineOfR : cosineOfR;
}
