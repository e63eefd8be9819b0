import { expect, it } from 'vitest';
import { loadKernel } from '../../src/kernel/index.ts';
import { examine } from './examine.ts';
import { patientOf, reports } from './reports.ts';
import { firstOf } from '../whole.ts';

const kernel = await loadKernel();

it.each(
  firstOf(
    reports.filter(({ isQuick }) => isQuick),
    3,
  ).map((report) => [report.letter, report.seen, report] as const),
)(
  '%s, %s: has the true cause among the first three after at most three answers',
  (_letter, _seen, report) => {
    const said = examine(kernel, patientOf(kernel, report));
    expect(said.slice(0, 4).some(({ amongThree }) => amongThree)).toBe(true);
    // And it stays there.
    expect(said[3]!.amongThree).toBe(true);
  },
  60_000,
);
