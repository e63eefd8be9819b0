/** The stages of the gate, and the order in which they run. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';
import { runCommand } from './run-command.ts';
import { tallyOfBudgets, tallyOfExit, tallyOfVitest } from './tally.ts';
import type { Tally } from './tally.ts';

/** The two halves of the gate: the house, which would be the same for another book; and the content, which another book replaces. */
export const halves = ['house', 'content'] as const;
export type Half = (typeof halves)[number];

export interface Stage {
  name: string;
  /** Whose promise it is; of both where it is left out. */
  half?: Half;
  /** What a green stage promises. */
  promise: string;
  run(): Promise<Tally[]>;
}

const reports = '.cache/gate';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The commands of an npm script, one check each, so that the gate and the script that authors run never drift apart. */
async function script(name: string): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const command of scripts[name]!.split(' && ')) {
    tallies.push(tallyOfExit((await runCommand(...words(command))).exitCode));
  }
  return tallies;
}

function words(command: string): [string, string[]] {
  const [program, ...args] = command.split(' ');
  return [program!, args];
}

/** @param choice Which of the tests that the configuration includes: options of Vitest's, or parts of their paths. */
async function vitest(name: string, config: string, choice: string[]): Promise<Tally> {
  const report = `${reports}/${name}.json`;
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const { exitCode } = await runCommand('vitest', [
    'run',
    `--config=tests/config/${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...choice,
  ]);
  return tallyOfVitest(report, exitCode);
}

const inChromium = (name: string) => async () => {
  process.env['CHROMIUM_PATH'] = findChromium();
  return [await vitest(name, 'vitest.browser.config.ts', [`--project=${name}*`])];
};

export const stages: Stage[] = [
  { name: 'kernel', promise: 'the sweep kernel compiles', run: () => script('build:kernel') },
  {
    name: 'types',
    promise: 'Astro pages and TypeScript type-check strictly',
    run: () => script('types'),
  },
  {
    name: 'lint',
    half: 'house',
    promise: 'the layers and rules of the house are kept',
    run: () => script('lint'),
  },
  { name: 'format', half: 'house', promise: 'files are formatted', run: () => script('format:check') },
  {
    name: 'unused',
    half: 'house',
    promise: 'no file, export or dependency is unused',
    run: () => script('unused'),
  },
  {
    name: 'unit',
    half: 'house',
    promise: 'engine, lab, models and book do what they say',
    run: async () => [await vitest('unit', 'vitest.config.ts', ['--project=house*'])],
  },
  {
    name: 'pages',
    half: 'content',
    promise: 'programs, faults, exercises and numbers of the pages do what the pages say',
    run: async () => [await vitest('pages', 'vitest.config.ts', ['--project=content'])],
  },
  {
    name: 'build',
    promise: 'the book builds, and its links lead somewhere',
    run: () => script('build'),
  },
  {
    name: 'size',
    promise: 'styles, fonts and scripts stay within their byte budgets',
    run: async () => [tallyOfBudgets((await runCommand('size-limit', ['--json'])).output)],
  },
  {
    name: 'site',
    half: 'content',
    promise: 'every page is sound: ids, accessibility, console, requests, bytes, reading without JavaScript',
    run: inChromium('site'),
  },
  {
    name: 'fixture',
    half: 'house',
    promise: 'a small book with every exhibit is measured and builds, for a path on a host',
    run: () => script('build:fixture'),
  },
  {
    name: 'browser',
    half: 'house',
    promise: 'what a reader does works in Chromium, in the fixture book',
    run: inChromium('browser'),
  },
];

/**
 * One step after the other; in a step, lanes side by side, of which the first goes before the others. Compilers use one core, and
 * tests of computation fill what is left; tests in a browser have the machine to themselves, so that none waits for longer than it
 * would for a reader.
 */
export const steps: readonly (readonly (readonly string[])[])[] = [
  [['kernel']],
  [
    ['types', 'build', 'size', 'fixture'],
    ['lint', 'format', 'unused', 'unit', 'pages'],
  ],
  [['site']],
  [['browser']],
];
