/** Finds what an author probably meant: for messages about a name that is not there. */

/** How many letters must be put in, taken out or changed to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

/** The names that are most like this one, at most `count`: those that share a part with it or differ in few letters. */
export function nearestNames(name: string, known: Iterable<string>, count = 3): string[] {
  const limit = Math.max(2, Math.floor(name.length / 2));
  return [...known]
    .map((other) => ({ other, far: distance(name, other) }))
    .filter(({ other, far }) => far <= limit || other.includes(name) || name.includes(other))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ other }) => other);
}

/** Lists what is known when it is little, else what is nearest: "expected one of a, b" or "the nearest are a, b". */
export function expectedNames(name: string, known: Iterable<string>): string {
  const all = [...known];
  if (all.length === 0) return 'there are none';
  const near = nearestNames(name, all);
  if (all.length <= 8 || near.length === 0) return `expected one of ${all.join(', ')}`;
  return `the nearest ${near.length > 1 ? 'are' : 'is'} ${near.join(', ')}`;
}
