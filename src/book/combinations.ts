/** Combinations of mends, as the fault board shows them. */

/** Names a combination, whatever the order in which its mends were chosen. */
export function combinationKey(mended: readonly string[]): string {
  return [...mended].sort().join('+');
}

/** No mend, each mend alone, each pair, and all together: what the board shows before anything is chosen. */
export function combinations(faultIds: readonly string[]): string[][] {
  const pairs = faultIds.flatMap((first, i) => faultIds.slice(i + 1).map((second) => [first, second]));
  const all = faultIds.length > 2 ? [[...faultIds]] : [];
  return [[], ...faultIds.map((id) => [id]), ...pairs, ...all];
}
