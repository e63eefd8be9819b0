/** The stages of the gate, in the order in which they run. */
import { mkdirSync, rmSync } from 'node:fs';
import { bookUnderPath } from './built-books.ts';
import { findChromium } from './find-chromium.ts';
import { runCommand } from './run-command.ts';
import { tallyOfBudgets, tallyOfExit, tallyOfVitest } from './tally.ts';
import type { Tally } from './tally.ts';

export interface Stage {
  name: string;
  /** What a green stage promises. */
  promise: string;
  run(): Promise<Tally[]>;
}

const reports = '.cache/gate';

const check = (command: string, args: string[]) => async () => [
  tallyOfExit((await runCommand(command, args)).exitCode),
];

/** @param filters Parts of the paths of the test files; none for all that the configuration includes. */
async function vitest(name: string, config: string, filters: string[] = []): Promise<Tally> {
  const report = `${reports}/${name}.json`;
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const { exitCode } = await runCommand('vitest', [
    'run',
    `--config=tests/config/${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  return tallyOfVitest(report, exitCode);
}

const inChromium = (name: string) => async () => {
  process.env['CHROMIUM_PATH'] = findChromium();
  return [await vitest(name, 'vitest.browser.config.ts', [`tests/${name}/`])];
};

export const stages: Stage[] = [
  {
    name: 'types',
    promise: 'Astro pages and TypeScript type-check strictly',
    run: async () => [
      tallyOfExit((await runCommand('astro', ['check', '--minimumFailingSeverity', 'hint'])).exitCode),
      tallyOfExit((await runCommand('tsc', ['--noEmit'])).exitCode),
    ],
  },
  {
    name: 'lint',
    promise: 'the layers and rules of the house are kept',
    run: check('eslint', ['--config', 'tests/config/eslint.config.mjs', '--max-warnings', '0', '.']),
  },
  { name: 'format', promise: 'files are formatted', run: check('prettier', ['--check', '.']) },
  { name: 'unused', promise: 'no file, export or dependency is unused', run: check('knip', []) },
  {
    name: 'unit',
    promise: 'engine, programs, models and content do what they say',
    run: async () => [await vitest('unit', 'vitest.config.ts')],
  },
  {
    name: 'build',
    promise: 'the book builds, at the root of a host and under a path',
    run: async () => [
      tallyOfExit((await runCommand('astro', ['build'])).exitCode),
      tallyOfExit(
        (
          await runCommand('astro', ['build', '--outDir', bookUnderPath.directory], {
            BOOK_SITE: bookUnderPath.site,
            BOOK_BASE: bookUnderPath.base,
          })
        ).exitCode,
      ),
    ],
  },
  {
    name: 'size',
    promise: 'styles, fonts and scripts stay within their byte budgets',
    run: async () => [tallyOfBudgets((await runCommand('size-limit', ['--json'])).output)],
  },
  {
    name: 'site',
    promise:
      'every page is sound: links, ids, accessibility, console, requests, bytes, reading without JavaScript',
    run: inChromium('site'),
  },
  {
    name: 'browser',
    promise: 'what a reader does in the book works in Chromium',
    run: inChromium('browser'),
  },
];
