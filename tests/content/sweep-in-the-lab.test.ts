/** A sweep on a bench, to its full epochs, comes to what the page's measured sweep kept, seed for seed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeasured } from '../../src/book/experiments/measured.ts';
import { experimentsOf } from '../../src/book/experiments/read-experiments.ts';
import { lastReadings, runProgram } from '../lab/run-program.ts';

const seeds = Array.from({ length: 200 }, (_, n) => n + 1);
/** Updates of some thirty weights on one sample that a test has the time for; what takes longer is compared over fewer seeds. */
const mostUpdates = 1_500_000;

const cases = globSync('content/cases/*/measured.json').map((file) => file.split('/')[2]!);

describe.each(cases)('%s', (caseId) => {
  const folder = `content/cases/${caseId}`;
  // A page that reads its runs by a measure of its own cannot be held against the outcome.
  const isOfOutcomes = experimentsOf(`cases/${caseId}`).sweeps.get('as-posted')?.reading === 'outcome';
  const letters = isOfOutcomes ? readMeasured(`cases/${caseId}`)['as-posted']?.letters : undefined;

  it.runIf(letters !== undefined && existsSync(`${folder}/program.ts`))(
    'ends on the bench as the page has measured it, seed for seed',
    () => {
      const run = runProgram(readFileSync(`${folder}/program.ts`, 'utf8'), 1);
      const { epochs, updatesPerEpoch, inputs, widths = [2, 4, 1] } = run.loaded.info;
      const weights = widths.slice(1).reduce((sum, width, layer) => sum + width * widths[layer]!, 0);
      const costOfSeed = epochs * Math.max(updatesPerEpoch, (inputs.length * weights) / 30);
      const some = seeds.slice(0, Math.max(2, Math.min(200, Math.floor(mostUpdates / costOfSeed))));
      const readings = lastReadings(run.sweep(some), some);
      for (const { seed, outcome } of readings) {
        const letter = letters![seed - 1]!;
        // All other letters are finer readings of outcomes that are none of these two.
        if (letter === 's' || outcome.kind === 'solved') expect([seed, letter]).toEqual([seed, 's']);
        if (letter === 's') expect(outcome.kind).toBe('solved');
        if (letter === 'd' || outcome.kind === 'diverged')
          expect([letter, outcome.kind]).toEqual(['d', 'diverged']);
      }
    },
  );
});
