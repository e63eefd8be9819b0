import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { lettersOf, readMeasured } from '../../src/book/experiments/measured.ts';
import { lettersOfSweep } from '../../src/book/experiments/measure-sweep.ts';
import { namedBoard } from '../../src/book/experiments/named.ts';
import { pageFolders } from '../../src/book/experiments/page-folders.ts';
import { epochsOf } from '../../src/book/experiments/programs.ts';
import type { Sweep } from '../../src/book/experiments/experiments.ts';
import { experimentsOf } from '../../src/book/experiments/read-experiments.ts';
import { recount, rowEpochs } from '../../src/book/experiments/recount.ts';
import type { ComputedNumber } from '../../src/book/fact-words.ts';
import { factIds } from '../../src/book/facts/fact-of.ts';
import { createRun } from '../../src/engine/index.ts';

/** How many of its seeds are measured again: as many as take about a third of a second, one at least. */
function seedsAgain(sweep: Sweep): number[] {
  const { runs, seeds } = sweep;
  let work = epochsOf(runs) * 4 * 50;
  if (runs.kind === 'spec') {
    const { samples, network } = createRun(runs.training.spec, 1);
    work = (runs.training.epochs * samples.count * network.parameters.length) / 10;
  }
  const count = Math.max(1, Math.min(seeds, Math.floor(3e6 / work)));
  const stride = Math.floor(seeds / count);
  return Array.from({ length: count }, (_, k) => 1 + k * stride);
}

const pages = pageFolders().map((folder) => experimentsOf(folder));
const sweeps = pages.flatMap((page) => [...page.sweeps.values()]);

describe.each(sweeps)('$folder, $id', (sweep) => {
  test('what is kept is what is measured now', { timeout: 60_000 }, async () => {
    const kept = lettersOf(sweep);
    expect(kept).toHaveLength(sweep.seeds);
    const seeds = seedsAgain(sweep);
    expect(await lettersOfSweep(sweep, seeds)).toBe(seeds.map((seed) => kept[seed - 1]).join(''));
  });
});

test('nothing is kept that no sweep asks for', () => {
  for (const { folder, sweeps: asked } of pages)
    expect(Object.keys(readMeasured(folder)).sort()).toEqual([...asked.keys()].sort());
});

const boards = pages.filter(({ board }) => board);

describe.each(boards)('the fault board of $folder', ({ folder, faults }) => {
  const { countable, rows } = namedBoard('FaultBoard', folder.split('/')[1]!);
  const mendable = faults.filter(({ mend }) => mend?.typescript);
  // What is counted by a program's text is counted in the sandbox, which needs a page; above it is measured again without one.
  const here = test.runIf(countable.runs.kind === 'spec');

  here.each(rows.map((row) => ({ ...row, name: row.mended.join(' + ') || 'nothing' })))(
    'counted in the page with $name mended, learns from the seeds from which it learns in the book',
    { timeout: 60_000 },
    async ({ mended, learned }) => {
      const seeds = [1, 2, 3, 4];
      expect(await recount(countable, mendable, mended, seeds)).toEqual(learned.slice(0, seeds.length));
    },
  );

  test('is trained for as long as in the book, which is what the button says', () => {
    for (const { mended, sweep } of experimentsOf(folder).board!.rows)
      expect(rowEpochs(countable, mended)).toBe(epochsOf(sweep.runs));
  });

  here('counts a combination that it has no row for', { timeout: 60_000 }, async () => {
    const three = mendable.slice(0, 3).map(({ id }) => id);
    expect(await recount(countable, mendable, three, [1, 2])).toHaveLength(2);
  });
});

test('the command prints every fact as JSON', { timeout: 60_000 }, () => {
  const printed = execFileSync(process.execPath, ['src/book/facts/print-facts.ts', '--json'], {
    encoding: 'utf8',
    maxBuffer: 16 * 2 ** 20,
  });
  const facts = JSON.parse(printed) as ComputedNumber[];
  expect(facts.map(({ id }) => id)).toEqual(factIds());
  for (const fact of facts) {
    expect(fact.how.length).toBeGreaterThan(10);
    expect(Number.isFinite(fact.value)).toBe(true);
    if (fact.low !== undefined)
      expect(fact.low <= fact.value && fact.value <= fact.high!, fact.id).toBe(true);
  }
});
