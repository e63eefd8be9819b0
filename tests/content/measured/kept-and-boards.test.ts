import { describe, expect, test } from 'vitest';
import { lettersOf, readMeasured } from '../../../src/book/experiments/measured.ts';
import { namedBoard } from '../../../src/book/experiments/named.ts';
import { pageFolders } from '../../../src/book/experiments/page-folders.ts';
import { epochsOf } from '../../../src/book/experiments/programs.ts';
import { experimentsOf } from '../../../src/book/experiments/read-experiments.ts';
import { firstOf, spreadOf } from '../../whole.ts';
import { recount, rowEpochs } from '../../../src/book/experiments/recount.ts';

const pages = pageFolders().map((folder) => experimentsOf(folder));

test('nothing is kept that no sweep asks for', () => {
  for (const { folder, sweeps: asked } of pages)
    expect(Object.keys(readMeasured(folder)).sort()).toEqual([...asked.keys()].sort());
});

// A build stops, too, where that is not so.
test.each(firstOf(pages, 4))('all that is kept of $folder is of its programs as they stand', ({ sweeps }) => {
  for (const sweep of sweeps.values()) expect(lettersOf(sweep)).toHaveLength(sweep.seeds);
});

const boards = pages.filter(({ board }) => board);

describe.each(boards)('the fault board of $folder', ({ folder, faults }) => {
  const { countable, rows } = namedBoard('FaultBoard', folder.split('/')[1]!);
  const mendable = faults.filter(({ mend }) => mend?.typescript);
  // What is counted by a program's text is counted in the sandbox, which needs a page; above it is measured again without one.
  const here = test.runIf(countable.runs.kind === 'spec');

  here.each(spreadOf(rows, 3).map((row) => ({ ...row, name: row.mended.join(' + ') || 'nothing' })))(
    'counted in the page with $name mended, learns from the seeds from which it learns in the book',
    async ({ mended, learned }) => {
      const seeds = [1, 2, 3, 4];
      expect(await recount(countable, mendable, mended, seeds)).toEqual(learned.slice(0, seeds.length));
    },
  );

  test('is trained for as long as in the book, which is what the button says', () => {
    for (const { mended, sweep } of experimentsOf(folder).board!.rows)
      expect(rowEpochs(countable, mended)).toBe(epochsOf(sweep.runs));
  });

  here('counts a combination that it has no row for', async () => {
    const three = mendable.slice(0, 3).map(({ id }) => id);
    expect(await recount(countable, mendable, three, [1, 2])).toHaveLength(2);
  });
});
