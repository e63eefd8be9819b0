/** The kept sweeps: shares over seeds, which take long, each with a digest of all it depends on. */
import { readFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { factSweeps, type SweepKey } from './sweeps.ts';

/** A sweep as it is kept: a letter for the outcome of each seed, from seed 1. */
export interface KeptSweep {
  digest: string;
  outcomes: string;
}

export const keptFile = 'src/book/facts/sweeps.json';

/** The sweeps that are kept, as they stand in the file. */
export const readKept = () => JSON.parse(readFileSync(keptFile, 'utf8')) as Record<SweepKey, KeptSweep>;

const checked = new Map<SweepKey, string>();
let kept: Record<SweepKey, KeptSweep> | undefined;

/** The letters of a kept sweep. Throws where it is missing or older than what it depends on. */
export function keptOutcomes(key: SweepKey): string {
  let outcomes = checked.get(key);
  if (outcomes === undefined) {
    outcomes = checkedOutcomes(key);
    checked.set(key, outcomes);
  }
  return outcomes;
}

function checkedOutcomes(key: SweepKey): string {
  const sweep = factSweeps.get(key);
  if (!sweep) throw new Error(`keptOutcomes: there is no sweep "${key}"`);
  kept ??= readKept();
  if (kept[key]?.digest !== digestOf(sweep)) {
    const why = kept[key] ? 'was measured with other code or settings' : 'has not been measured';
    throw new Error(
      `${keptFile}: the sweep "${key}" ${why}; run "npm run facts -- --stale" and look at what changes`,
    );
  }
  return kept[key].outcomes;
}
