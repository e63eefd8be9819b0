/** Which mends are tried together, and what came of each combination over seeds. */
import { combinationKey, combinations } from '../../../src/book/index.ts';
import { farthestOff } from '../../ui/first-run/far-off.ts';

/** A share of runs: so many of so many have learned. */
export interface Count {
  learned: number;
  runs: number;
}

export const countOf = (learned: readonly boolean[]): Count => ({
  learned: learned.filter(Boolean).length,
  runs: learned.length,
});

export interface BoardFault {
  id: string;
  title: string;
  plainTitle: string;
  /** How much it matters, in words. */
  matters: string;
  /** What the mend changes in the program's text, before and after. */
  edits: { find: string; replace: string }[];
  /** Whether mending it changes any run; if not, it has a switch and no row. */
  changesRuns: boolean;
}

export interface BoardRow {
  /** Ids of the faults mended in it, in the board's order. */
  mended: string[];
  count: Count | undefined;
}

/**
 * The rows of the board: the combinations every board has, and the chosen one if it is not among them.
 *
 * @param counts By `combinationKey`.
 */
export function boardRows(
  faultIds: readonly string[],
  chosen: readonly string[],
  counts: Readonly<Record<string, Count>>,
): BoardRow[] {
  const rows = combinations(faultIds);
  const inOrder = faultIds.filter((id) => chosen.includes(id));
  if (!rows.some((row) => combinationKey(row) === combinationKey(inOrder))) rows.push(inOrder);
  return rows.map((mended) => ({ mended, count: counts[combinationKey(mended)] }));
}

/** The rows of a board of so many faults when a combination is chosen that is not always among them. */
export function boardRowsAtMost(faultCount: number): number {
  const always = combinations(Array.from({ length: faultCount }, (_, i) => String(i))).length;
  return always < 2 ** faultCount ? always + 1 : always;
}

export type BoardFinding =
  | { kind: 'uncounted' }
  | { kind: 'none-helps' }
  | { kind: 'enough'; title: string } // one mend is
  | { kind: 'best'; before: number; after: number }; // shares that learn, with nothing mended and with the best single mend

/** What single mends say: the best of them, and whether it is enough. */
export function boardFinding(
  faults: readonly { id: string; title: string }[],
  counts: Readonly<Record<string, Count>>,
): BoardFinding {
  const share = (mended: string[]) => {
    const count = counts[combinationKey(mended)];
    return count ? count.learned / count.runs : NaN;
  };
  const singles = faults
    .map(({ id, title }) => ({ title, share: share([id]) }))
    .filter((single) => !Number.isNaN(single.share))
    .sort((a, b) => b.share - a.share);
  const best = singles[0];
  const before = share([]);
  if (!best || Number.isNaN(before)) return { kind: 'uncounted' };
  if (best.share - before < 0.05) return { kind: 'none-helps' };
  if (best.share > 0.95) return { kind: 'enough', title: best.title };
  return { kind: 'best', before, after: best.share };
}

/** The seeds that a reader counts, the same ones in every row: those after the last that the book counted. */
export function otherSeeds(counts: Readonly<Record<string, Count>>, howMany: number): number[] {
  const first = 1 + Math.max(0, ...Object.values(counts).map(({ runs }) => runs));
  return Array.from({ length: howMany }, (_, k) => first + k);
}

/** The row that a reader's count moved farthest from the book's, once all are counted. */
export function farthestRow(rows: readonly BoardRow[], counted: Readonly<Record<string, Count>>) {
  const shareOf = ({ learned, runs }: Count) => learned / runs;
  return farthestOff(
    rows
      .filter(({ count }) => count)
      .map(({ mended, count }) => ({
        mended,
        known: shareOf(count!),
        counted: shareOf(counted[combinationKey(mended)]!),
      })),
  );
}
