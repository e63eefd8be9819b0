/** The outcomes of a sweep in the words and the order in which the exhibits show them. */
import { heldText } from '../../../src/words/numbers.ts';
import { sharesOf } from '../../../src/sweep/index.ts';
import type { Shares, SweepRun } from '../../../src/sweep/index.ts';

export type OutcomeKind = keyof Shares;

export const outcomeOrder: readonly OutcomeKind[] = ['solved', 'partly', 'constant', 'diverged'];

export const outcomeLabels: Record<OutcomeKind, string> = {
  solved: 'solved',
  partly: 'some outputs wrong',
  constant: 'one number for every input',
  diverged: 'not finite',
};

/** One entry for each outcome, in order, for a bar and a list. */
export function listedShares(shares: Shares) {
  return outcomeOrder.map((kind) => ({ kind, label: outcomeLabels[kind], ...shares[kind] }));
}

/** The runs as groups of dots: outcomes in order, empty ones left out. */
export function groupedRuns(runs: readonly SweepRun[]) {
  const shares = sharesOf(runs);
  return outcomeOrder
    .filter((kind) => shares[kind].count > 0)
    .map((kind) => ({
      kind,
      label: outcomeLabels[kind],
      ...shares[kind],
      seeds: runs
        .filter(({ outcome }) => outcome.kind === kind)
        .map((run) => ({ seed: run.seed, label: runInWords(run) })),
    }));
}

function runInWords({ outcome }: SweepRun): string {
  switch (outcome.kind) {
    case 'constant':
      return `always ${heldText(outcome.value, 4)}`;
    case 'partly':
      return `${outcome.right} right`;
    default:
      return outcomeLabels[outcome.kind];
  }
}
