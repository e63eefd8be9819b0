/** The outcomes of a sweep in the order in which the exhibits show them. */
import { outcomeOrder, outcomeWords } from '../../../src/words/outcomes.ts';
import { sharesOf } from '../../../src/sweep/index.ts';
import type { Shares } from '../../../src/sweep/index.ts';
import type { ArmRun } from './arm-run.ts';

/** One entry for each outcome, in order, for a bar and a list. */
export function listedShares(shares: Shares) {
  return outcomeOrder.map((kind) => ({ kind, label: outcomeWords.label(kind), ...shares[kind] }));
}

/** The runs as groups of dots: outcomes in order, empty ones left out. */
export function groupedRuns(runs: readonly ArmRun[]) {
  const shares = sharesOf(runs);
  return outcomeOrder
    .filter((kind) => shares[kind].count > 0)
    .map((kind) => ({
      kind,
      label: outcomeWords.label(kind),
      ...shares[kind],
      seeds: runs
        .filter(({ outcome }) => outcome.kind === kind)
        .map((run) => ({ seed: run.seed, label: outcomeWords.short(run.outcome) })),
    }));
}
