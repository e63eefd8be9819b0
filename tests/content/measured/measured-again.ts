/** Sweeps of a kind of page, measured again. A file for each kind, so that they are measured side by side. */
import { describe, expect, test } from 'vitest';
import type { Sweep } from '../../../src/book/experiments/experiments.ts';
import { lettersOfSweep } from '../../../src/book/experiments/measure-sweep.ts';
import { lettersOf } from '../../../src/book/experiments/measured.ts';
import { pageFolders } from '../../../src/book/experiments/page-folders.ts';
import { epochsOf } from '../../../src/book/experiments/programs.ts';
import { experimentsOf } from '../../../src/book/experiments/read-experiments.ts';
import { createRun } from '../../../src/engine/index.ts';
import { spreadOf, whole } from '../../whole.ts';

/** How much is trained for one seed, roughly in millionths of a tenth of a second. */
function workOf({ runs }: Sweep): number {
  if (runs.kind !== 'spec') return epochsOf(runs) * 4 * 50;
  const { samples, network } = createRun(runs.training.spec, 1);
  return (runs.training.epochs * samples.count * network.parameters.length) / 10;
}

/** Which of its seeds are measured again: as many as take about a tenth of a second, one at least. */
function seedsAgain(sweep: Sweep): number[] {
  const count = Math.max(1, Math.min(sweep.seeds, Math.floor(1e6 / workOf(sweep))));
  const stride = Math.floor(sweep.seeds / count);
  return Array.from({ length: count }, (_, k) => 1 + k * stride);
}

/** In the gate only those of which a seed takes a fifth of a second at most: for the others their digests vouch. `npm run measure -- --all` does all, with all their seeds. */
const notTooLong = (sweeps: readonly Sweep[]): Sweep[] =>
  sweeps.filter((sweep) => whole || workOf(sweep) <= 2e6);

/** @param belongs Whether a page's folder, such as "cases/negative-zero", is of the kind. */
export function measuredAgain(belongs: (folder: string) => boolean): void {
  const sweeps = pageFolders()
    .filter(belongs)
    .flatMap((folder) => spreadOf(notTooLong([...experimentsOf(folder).sweeps.values()]), 2));

  describe.each(sweeps)('$folder, $id', (sweep) => {
    test('what is kept is what is measured now', { timeout: 60_000 }, async () => {
      const kept = lettersOf(sweep);
      expect(kept).toHaveLength(sweep.seeds);
      const seeds = seedsAgain(sweep);
      expect(await lettersOfSweep(sweep, seeds)).toBe(seeds.map((seed) => kept[seed - 1]).join(''));
    });
  });

  // A fork may have no page of a kind.
  test.skipIf(sweeps.length > 0)('there is no sweep of this kind of page', () => undefined);
}
