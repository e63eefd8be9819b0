/** A text as its differences, line by line, from another that both sides know. */

/** Lines that take the place of others. */
export interface Hunk {
  /** Where the lines that go stand in the original, from 0. */
  at: number;
  /** The line before them, to find the place again in another version; none at the beginning. */
  before: string | undefined;
  removed: string[];
  inserted: string[];
}

/** Beyond so many pairs of lines the middle of two texts is taken as one difference. */
const mostPairs = 4_000_000;

export function differences(original: string, text: string): Hunk[] {
  const a = original.split('\n');
  const b = text.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const hunks: Hunk[] = [];
  let open: Hunk | undefined;
  const take = (i: number): Hunk => {
    if (open) return open;
    open = { at: head + i, before: a[head + i - 1], removed: [], inserted: [] };
    hunks.push(open);
    return open;
  };
  for (const step of steps(middleA, middleB)) {
    if (step.kind === 'same') open = undefined;
    else if (step.kind === 'removed') take(step.at).removed.push(middleA[step.at]!);
    else take(step.at).inserted.push(middleB[step.from]!);
  }
  return hunks;
}

/** In how many places a text differs from its original. */
export const differenceCount = (original: string, text: string): number => differences(original, text).length;

type Step =
  | { kind: 'same' }
  | { kind: 'removed'; at: number }
  /** Before line `at` of the original comes line `from` of the text. */
  | { kind: 'inserted'; at: number; from: number };

/** From one list of lines to the other, by their longest common subsequence. */
function steps(a: readonly string[], b: readonly string[]): Step[] {
  const [n, m] = [a.length, b.length];
  if (n * m > mostPairs)
    return [
      ...a.map((_, at): Step => ({ kind: 'removed', at })),
      ...b.map((_, from): Step => ({ kind: 'inserted', at: n, from })),
    ];
  /** The length of the longest common subsequence of a from i and b from j. [n + 1, m + 1] */
  const longest = new Uint32Array((n + 1) * (m + 1));
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      longest[i * (m + 1) + j] =
        a[i] === b[j]
          ? longest[(i + 1) * (m + 1) + j + 1]! + 1
          : Math.max(longest[(i + 1) * (m + 1) + j]!, longest[i * (m + 1) + j + 1]!);
  const way: Step[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    if (i < n && j < m && a[i] === b[j]) {
      way.push({ kind: 'same' });
      i++;
      j++;
    } else if (i < n && (j === m || longest[(i + 1) * (m + 1) + j]! >= longest[i * (m + 1) + j + 1]!))
      way.push({ kind: 'removed', at: i++ });
    else way.push({ kind: 'inserted', at: i, from: j++ });
  }
  return way;
}

/** Puts differences back into the original they were taken from; undefined if they do not fit it. */
export function withDifferences(original: string, hunks: readonly Hunk[]): string | undefined {
  return put(original, hunks, (_lines, { at }) => at);
}

/**
 * The same for another version of the original: each place is found by the lines that stood there, if they stand there once.
 */
export function withDifferencesMoved(original: string, hunks: readonly Hunk[]): string | undefined {
  return put(original, hunks, (lines, { before, removed }) => {
    const wanted = before === undefined ? removed : [before, ...removed];
    const places = lines.map((_, at) => at).filter((at) => wanted.every((line, n) => lines[at + n] === line));
    if (wanted.length === 0 || places.length !== 1) return undefined;
    return places[0]! + (before === undefined ? 0 : 1);
  });
}

function put(
  original: string,
  hunks: readonly Hunk[],
  placeOf: (lines: readonly string[], hunk: Hunk) => number | undefined,
): string | undefined {
  const lines = original.split('\n');
  const placed = hunks.map((hunk) => ({ hunk, at: placeOf(lines, hunk) }));
  let end = 0;
  for (const { hunk, at } of placed) {
    const { removed } = hunk;
    if (at === undefined || at < end || removed.some((line, n) => lines[at + n] !== line)) return undefined;
    if (at > lines.length) return undefined;
    end = at + removed.length;
  }
  for (const { hunk, at } of placed.toReversed()) lines.splice(at!, hunk.removed.length, ...hunk.inserted);
  return lines.join('\n');
}
