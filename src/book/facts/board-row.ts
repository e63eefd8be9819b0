/** How a row of a fault board is measured: for the book's own count, and for a reader's count in the page. */
import { caseTrainings } from '../cases/index.ts';
import type { Watch } from './run-sweep.ts';
import type { TrainedSweep } from './sweeps.ts';

/** Steps after which a run of x + 1 is where it will be: its first ten do nearly all, and the rest crawls. */
const successorSteps = 3000;

/** With inputs and targets divided by 1,000 it has the steps that the story gives it. */
const scaledSuccessorSteps = 5000;

/**
 * The sweep that measures a case with these faults mended.
 *
 * @param mended Ids of faults, in any combination; the board need not have a row for it.
 */
export function boardSweep(caseId: string, mended: readonly string[]): TrainedSweep {
  const training = caseTrainings[caseId]!.training(mended);
  const { data } = training.spec;
  if ('inputs' in data) return { training, seeds: 500, reading: 'outcome' };
  const isScaled = data.divisor === 1000;
  const epochs = Math.min(training.epochs, isScaled ? scaledSuccessorSteps : successorSteps);
  return {
    training: { ...training, epochs },
    seeds: 100,
    reading: isScaled ? 'successor in thousands' : 'successor',
  };
}

/**
 * Counts in the page: which of these seeds learn, in their order, with the faults mended. What trains and reads the runs
 * is loaded only when it is called.
 */
export async function recount(
  caseId: string,
  mended: readonly string[],
  seeds: readonly number[],
  watch?: Watch,
): Promise<boolean[]> {
  const [{ hasLearned }, { runSweep }] = await Promise.all([
    import('./letters.ts'),
    import('./run-sweep.ts'),
  ]);
  return Array.from(await runSweep(boardSweep(caseId, mended), seeds, watch), hasLearned);
}
