/** How many checks passed and failed: of one command, of a stage, of the whole gate. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

export interface Tally {
  passed: number;
  failed: number;
  /** The tests that were left out, by their file: what they need is not on this machine, or not asked for. */
  skipped?: Record<string, string[]>;
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    ...(tallies.some(({ skipped }) => skipped) && {
      skipped: Object.assign({}, ...tallies.map(({ skipped }) => skipped)) as Record<string, string[]>,
    }),
  };
}

/** A command that is one check. */
export function tallyOfExit(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/**
 * Counts a Vitest run by its JSON report: one test, one count. A test file that did not load counts as one failure, and
 * so does a run that failed outside any test or left no report: an unhandled error must not look like success.
 */
export function tallyOfVitest(reportFile: string, exitCode: number): Tally {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  const skipped: Record<string, string[]> = {};
  for (const { name, assertionResults } of report.testResults) {
    const names = assertionResults
      .filter(({ status }) => status === 'skipped')
      .map(({ fullName }) => fullName);
    if (names.length > 0) skipped[relative(process.cwd(), name)] = names;
  }
  return {
    passed: report.numPassedTests,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    ...(Object.keys(skipped).length > 0 && { skipped }),
  };
}

/**
 * Counts size-limit's JSON: one budget, one count. A budget that measured nothing has failed, for its files are not where it
 * looks; output that is no list of budgets counts as one failure.
 */
export function tallyOfBudgets(output: string): Tally {
  try {
    const budgets = JSON.parse(output) as { passed: boolean; size: number }[];
    const passed = budgets.filter((budget) => budget.passed && budget.size > 0).length;
    return { passed, failed: budgets.length - passed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
