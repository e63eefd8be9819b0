/** The sweeps of the fault boards: every mend of a case alone, every pair, and all of them together. */
import { combinationKey, combinations } from '../combinations.ts';
import { caseTrainings } from '../cases/index.ts';
import type { Training } from '../cases/training.ts';
import { readFaults } from '../faults.ts';
import type { SweepKey, TrainedSweep } from './sweeps.ts';

/** Steps after which a run of x + 1 is where it will be: its first ten do nearly all, and the rest crawls. */
const successorSteps = 3000;

/** With inputs and targets divided by 1,000 it has the steps that the story gives it. */
const scaledSuccessorSteps = 5000;

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
  Object.entries(caseTrainings).flatMap(([caseId, { training }]) =>
    combinations(faultsThatCount(caseId)).map((mended) => ({
      caseId,
      mended,
      key: `${caseId}.mended.${combinationKey(mended) || 'nothing'}`,
      sweep: boardSweep(training(mended)),
    })),
  );

function boardSweep(training: Training): TrainedSweep {
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
