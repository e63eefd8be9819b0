/** The sweeps of the fault boards: every mend of a case alone, every pair, and all of them together. */
import { combinationKey, combinations } from '../combinations.ts';
import { caseTrainings } from '../cases/index.ts';
import { readFaults } from '../faults.ts';
import { boardSweep } from './board-row.ts';
import type { SweepKey, TrainedSweep } from './sweeps.ts';

/** The faults of a case that change its runs, alone or with others mended; the rest only change what is printed. */
export function faultsThatCount(caseId: string): string[] {
  const ids = readFaults(caseId)
    .faults.filter((fault) => fault.mend?.typescript)
    .map(({ id }) => id);
  const { training } = caseTrainings[caseId]!;
  const specOf = (mended: string[]) => JSON.stringify(training(mended));
  return ids.filter(
    (id) => specOf([id]) !== specOf([]) || specOf(ids) !== specOf(ids.filter((other) => other !== id)),
  );
}

/** Every row of every board, and the sweep that measures it where no other sweep does. */
export const boardRowSweeps: { caseId: string; mended: string[]; key: SweepKey; sweep: TrainedSweep }[] =
  Object.keys(caseTrainings).flatMap((caseId) =>
    combinations(faultsThatCount(caseId)).map((mended) => ({
      caseId,
      mended,
      key: `${caseId}.mended.${combinationKey(mended) || 'nothing'}`,
      sweep: boardSweep(caseId, mended),
    })),
  );
