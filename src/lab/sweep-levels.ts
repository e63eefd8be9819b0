/**
 * The epochs at which a sweep looks at its runs: eight to a decade, each at least one more than the one before, and the last
 * the program's own number. So first shares are there at once, and a logarithmic axis is evenly filled.
 */
export function sweepLevels(epochs: number): number[] {
  const levels: number[] = [];
  for (let level = 1; level < epochs; level = Math.max(level + 1, Math.round(level * 10 ** (1 / 8))))
    levels.push(level);
  return [...levels, epochs];
}
