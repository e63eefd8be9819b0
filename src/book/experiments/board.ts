/** How a row of a fault board is measured: for the book's own count, and for a reader's count in the page. */
import { mendedTraining, type Patch, type Training, type WrittenTraining } from './training.ts';

/** How one row is measured. */
export interface RowSettings {
  /** Epochs at most. */
  epochs?: number | undefined;
  reading?: string | undefined;
}

/** What experiments.yaml says of a page's fault board. */
export interface Board extends RowSettings {
  seeds: number;
  /** Rows that are measured in another way because a certain fault is mended in them. */
  mended: Readonly<Record<string, RowSettings>>;
}

/** The settings of the row with these faults mended. */
export function rowSettings(
  { epochs, reading, mended: others }: Board,
  mended: readonly string[],
): RowSettings {
  return Object.assign({ epochs, reading }, ...mended.map((id) => others[id] ?? {})) as RowSettings;
}

/**
 * The training of a row.
 *
 * @param mended Ids of faults, in any combination; the board need not show a row for it.
 */
export function rowTraining(
  written: WrittenTraining,
  mends: Readonly<Record<string, Patch>>,
  board: Board,
  mended: readonly string[],
): Training {
  const training = mendedTraining(written, mends, mended);
  const { epochs = Infinity } = rowSettings(board, mended);
  return { ...training, epochs: Math.min(training.epochs, epochs) };
}
