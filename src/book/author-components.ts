import { readdirSync } from 'node:fs';

/**
 * The components an author can use in MDX without importing them, by their tag: every .astro file in components/prose, and
 * the .astro file of every folder in components/exhibits and components/exercises.
 *
 * @returns the file of each, seen from the project's root, in the alphabetical order of the tags.
 */
export function authorComponents(): Map<string, string> {
  const tags = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(prose|exhibits\/[^/]+|exercises\/[^/]+)\/[A-Z]\w*\.astro$/.test(path))
    .map((path): [string, string] => [path.replace(/^.*\/(\w+)\.astro$/, '$1'), `components/${path}`]);
  return new Map(tags.sort(([a], [b]) => (a < b ? -1 : 1)));
}
