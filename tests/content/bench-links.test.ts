// Every case, with all of its faults mended, fits into a link.
import { expect, it } from 'vitest';
import { readBenchLink, writeBenchLink, type BenchLink } from '../../src/book/bench-link/bench-link.ts';
import { readFaults, readProgram } from '../../src/book/faults.ts';
import { mend } from '../../src/book/mends.ts';
import { casesWithFaults } from './declared.ts';

it.each(casesWithFaults())(
  'the bench of %s comes back from a link of less than 2 kB as it was with every fault mended',
  async (caseId) => {
    const posted = readProgram(caseId, 'typescript')!;
    const mendable = readFaults(caseId).faults.filter((fault) => fault.mend?.typescript);
    const link: BenchLink = { bench: `cases/${caseId}/program.ts`, text: mend(posted, mendable), seed: 7 };
    const hash = await writeBenchLink(link, posted);
    expect(hash.length).toBeLessThan(2_000);
    expect(await readBenchLink(hash, () => posted)).toEqual({ kind: 'opened', link });
  },
);
