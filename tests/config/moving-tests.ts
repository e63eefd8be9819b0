/**
 * The tests that go to another folder, by themselves or by what they import: each has a process to itself. All others share
 * their modules, which else would be loaded anew for each file.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const goesElsewhere = (text: string): boolean => text.includes('process.chdir(');
const textOf = (file: string): string => readFileSync(file, 'utf8');

const movers = globSync('tests/**/*.ts', { exclude: ['tests/**/*.{test,spec}.ts', 'tests/bench/**'] })
  .filter((file) => goesElsewhere(textOf(file)) && !file.endsWith('moving-tests.ts'))
  .map((file) => `/${basename(file)}'`);

/** Those among the files of some patterns, seen from the project's root. */
export function movingTests(patterns: readonly string[], exclude: readonly string[] = []): string[] {
  return globSync(patterns, { exclude }).filter((file) => {
    const text = textOf(file);
    return goesElsewhere(text) || movers.some((name) => text.includes(name));
  });
}
