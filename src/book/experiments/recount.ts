/** A fault board's rows counted in the page, with other seeds than the book's: what it needs comes with the page of its case. */
import type { Readings } from '../facts/types.ts';
import { applyMends, explainEdit, type Mendable } from '../mends.ts';
import { combinationKey } from '../combinations.ts';
import { type Board, rowSettings, rowTraining } from './board.ts';
import type { Watch } from './run-sweep.ts';
import type { Patch, WrittenTraining } from './training.ts';

/** What a board counts with: plain data, of its own case alone. */
export interface CountableBoard {
  /** "cases/<id>" */
  folder: string;
  board: Board;
  /** By reading: the letters of the runs that have learned. */
  learned: Readonly<Record<string, string>>;
  runs:
    | { kind: 'spec'; written: WrittenTraining; mends: Readonly<Record<string, Patch>> }
    /** Run in the sandbox, each row by its edits of the text. A mend may change how long it trains: by `combinationKey`. */
    | { kind: 'program'; source: string; epochs: Readonly<Record<string, number>> };
}

/** For how long each run of a row is trained. */
export function rowEpochs({ board, runs }: CountableBoard, mended: readonly string[]): number {
  if (runs.kind === 'spec') return rowTraining(runs.written, runs.mends, board, mended).epochs;
  const own = runs.epochs[combinationKey(mended)] ?? Math.max(...Object.values(runs.epochs));
  return rowSettings(board, mended).epochs ?? own;
}

/**
 * Counts in the page: which of these seeds learn, in their order, with the faults mended. What trains and reads the runs
 * is loaded only when it is called.
 */
export async function recount(
  countable: CountableBoard,
  faults: readonly Mendable[],
  mended: readonly string[],
  seeds: readonly number[],
  watch: Watch = {},
): Promise<boolean[]> {
  const { board, runs, folder, learned } = countable;
  const reading = rowSettings(board, mended).reading ?? 'outcome';
  const [{ lettersOfResults, lettersOfTraining }, read] = await Promise.all([
    import('./run-sweep.ts'),
    readingInPage(folder, reading),
  ]);
  if (runs.kind === 'spec') {
    const training = rowTraining(runs.written, runs.mends, board, mended);
    return hasLearned(await lettersOfTraining(training, seeds, read, watch));
  }
  const text = applyMends(
    runs.source,
    faults.filter(({ id }) => mended.includes(id)),
  );
  if (text.kind !== 'edited') throw new Error(explainEdit(text));
  const { openLab } = await import('../../lab/index.ts');
  const lab = openLab();
  try {
    const loaded = await lab.load(text.text, 1);
    if (loaded.kind === 'failed') throw new Error(loaded.failure.message);
    const { info } = loaded.value;
    const results = await lab.sweep({
      source: text.text,
      seeds: [...seeds],
      epochs: rowSettings(board, mended).epochs ?? info.epochs,
      onProgress: ({ part }) =>
        watch.onProgress?.({ finished: Math.floor(part * seeds.length), total: seeds.length }),
      ...(watch.signal && { signal: watch.signal }),
    });
    watch.signal?.throwIfAborted();
    if (results.kind === 'failed') throw new Error(results.failure.message);
    return hasLearned(lettersOfResults(results.value, info, read));
  } finally {
    lab.close();
  }

  function hasLearned(letters: string): boolean[] {
    return Array.from(letters, (letter) => learned[reading]!.includes(letter));
  }
}

/** A reading of the page's facts.ts comes in a chunk of its own. */
async function readingInPage(folder: string, name: string) {
  if (name === 'outcome') return (await import('./readings.ts')).outcomeReading;
  const files = import.meta.glob<{ readings: Readings }>('/content/{cases,chapters}/*/facts.ts');
  const { readings } = await files[`/content/${folder}/facts.ts`]!();
  return readings[name]!;
}
