import type { Count } from './fact.ts';
import { keptOutcomes } from './kept.ts';
import type { SweepKey } from './sweeps.ts';

/** The best of some kept sweeps: how many of its runs have this letter. */
export function bestOf(sweeps: readonly SweepKey[], letter: string): Count {
  const counts = sweeps.map((key): Count => {
    const letters = [...keptOutcomes(key)];
    return { found: letters.filter((one) => one === letter).length, among: letters.length };
  });
  return counts.reduce((best, count) => (count.found > best.found ? count : best));
}
