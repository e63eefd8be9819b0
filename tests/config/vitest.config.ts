import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What content/ declares of itself, held against what it does. */
const content = ['content/**/*.test.ts', 'tests/content/**/*.test.ts'];
const house = ['tests/**/*.test.{ts,tsx}'];
const notOfTheHouse = ['tests/bench/**', ...content];

/**
 * The tests of the house that go to another folder, by themselves or by what they import: each has a process to itself. All others
 * share their modules, which else would be loaded anew for each file.
 */
function testsThatMove(): string[] {
  const goesElsewhere = (file: string): boolean => readFileSync(file, 'utf8').includes('process.chdir(');
  const movers = globSync('tests/**/*.ts', { exclude: ['tests/**/*.test.ts', 'tests/**/*.spec.ts'] })
    .filter(goesElsewhere)
    .map((file) => `/${basename(file)}'`);
  return globSync(house, { exclude: notOfTheHouse }).filter(
    (file) => goesElsewhere(file) || movers.some((name) => readFileSync(file, 'utf8').includes(name)),
  );
}

const moving = testsThatMove();

export default defineConfig({
  test: {
    root: '.',
    // By default one core is left to the watching terminal; nobody watches.
    maxWorkers: '100%',
    // Some tests train networks for a second or two; a machine with other work takes many times as long.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'house', include: house, exclude: [...notOfTheHouse, ...moving], isolate: false },
      },
      { extends: true, test: { name: 'house-elsewhere', include: moving } },
      // None of them changes the process: what a page declares is read once for all files.
      { extends: true, test: { name: 'content', include: content, isolate: false } },
    ],
  },
});
