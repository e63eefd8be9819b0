import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sum, tallyOfBudgets, tallyOfVitest } from './tally.ts';

function reportFile(report: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const loaded = {
  name: '/b.test.ts',
  status: 'passed',
  assertionResults: [{ status: 'passed', fullName: 'it works' }],
};

test('every test counts once', () => {
  const report = reportFile({ numPassedTests: 5, numFailedTests: 2, testResults: [loaded] });
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 5, failed: 2 });
});

test('a test file that does not load counts as a failure', () => {
  const unloaded = { name: '/a.test.ts', status: 'failed', assertionResults: [] };
  const report = reportFile({ numPassedTests: 5, numFailedTests: 0, testResults: [loaded, unloaded] });
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 5, failed: 1 });
});

test('a test that was left out is named, and counts as neither', () => {
  const name = join(process.cwd(), 'tests/lua.test.ts');
  const left = { name, status: 'passed', assertionResults: [{ status: 'skipped', fullName: 'in Lua' }] };
  const report = reportFile({ numPassedTests: 1, numFailedTests: 0, testResults: [loaded, left] });
  const tally = tallyOfVitest(report, 0);
  expect(tally).toEqual({ passed: 1, failed: 0, skipped: { 'tests/lua.test.ts': ['in Lua'] } });
  expect(sum([tally, { passed: 1, failed: 0 }])).toEqual({ ...tally, passed: 2 });
});

test('an error outside any test counts as a failure', () => {
  const report = reportFile({ numPassedTests: 5, numFailedTests: 0, testResults: [loaded] });
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 5, failed: 1 });
});

test('a run that left no report counts as a failure', () => {
  expect(tallyOfVitest('no/such/report.json', 0)).toEqual({ passed: 0, failed: 1 });
});

test('every byte budget counts once, and one that measured nothing has failed', () => {
  const within = { passed: true, size: 10 };
  const beyond = { passed: false, size: 99 };
  const nothing = { passed: true, size: 0 };
  expect(tallyOfBudgets(JSON.stringify([within, beyond, within, nothing]))).toEqual({ passed: 2, failed: 2 });
});

test('budgets that could not be read count as a failure', () => {
  expect(tallyOfBudgets('{"error":"no configuration"}')).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfBudgets('')).toEqual({ passed: 0, failed: 1 });
});

test('tallies add up', () => {
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 10, failed: 20 },
    ]),
  ).toEqual({ passed: 11, failed: 22 });
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
});
