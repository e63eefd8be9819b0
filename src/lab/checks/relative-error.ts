/**
 * How far a gradient is from the true one: |followed - true| / max(|followed|, |true|), the same wherever the book or a tool of
 * it shows one. A number that hardly matters, less than a thousandth of the largest, is measured against that thousandth, and
 * not judged by its rounding.
 */
export function relativeError(followed: number, slope: number, largest: number, rounding = 0): number {
  const size = Math.max(Math.abs(followed), Math.abs(slope), largest / 1000);
  return size === 0 ? 0 : Math.max(0, Math.abs(followed - slope) - rounding) / size;
}
