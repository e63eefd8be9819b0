/** Which mends are tried together, and what came of each combination over seeds. */
import { combinationKey, combinations, percentText } from '../../../src/book/index.ts';
import { countText } from '../../../src/words/numbers.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import { farOffText, farthestOff } from '../sweeping/far-off.ts';

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

/** What single mends say, in a sentence: the best of them, and whether they are enough. */
export function boardFinding(
  faults: readonly { id: string; title: string }[],
  counts: Readonly<Record<string, Count>>,
): string {
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
  if (!best || Number.isNaN(before)) return 'Mend any of the faults, alone or together, and count the seeds';
  if (best.share - before < 0.05) return 'No mend helps by itself';
  if (best.share > 0.95) return `One mend is enough: “${best.title}”`;
  return `The best single mend takes the share that learns from ${percentText(before)} to ${percentText(best.share)}`;
}

/** How long the runs of several rows are trained, each row in its own way: "100,000 epochs", "20 to 1,000 epochs". */
export function epochsText(epochs: readonly number[]): string {
  const [fewest, most] = [Math.min(...epochs), Math.max(...epochs)];
  return `${fewest === most ? '' : `${countText(fewest)} to `}${countText(most)} epochs`;
}

/** The seeds that a reader counts, the same ones in every row: those after the last that the book counted. */
export function otherSeeds(counts: Readonly<Record<string, Count>>, howMany: number): number[] {
  const first = 1 + Math.max(0, ...Object.values(counts).map(({ runs }) => runs));
  return Array.from({ length: howMany }, (_, k) => first + k);
}

/**
 * How far the rows that a reader has counted are from the book's, once all are counted.
 *
 * @param nameOf A row's name in the table.
 */
export function farOffResult(
  rows: readonly BoardRow[],
  counted: Readonly<Record<string, Count>>,
  nameOf: (mended: readonly string[]) => string,
): PredictionResult {
  const shareOf = ({ learned, runs }: Count) => learned / runs;
  const farthest = farthestOff(
    rows
      .filter(({ count }) => count)
      .map(({ mended, count }) => ({
        name: nameOf(mended),
        known: shareOf(count!),
        counted: shareOf(counted[combinationKey(mended)]!),
      })),
  );
  return {
    choice: farthest.choice,
    text: farOffText(farthest, 'in the book'),
    why: 'How large must a difference between two rows be, then, to mean something?',
  };
}
