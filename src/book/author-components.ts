import { readdirSync } from 'node:fs';

/**
 * The components an author can use in MDX without importing them: every .astro file in
 * components/prose, and the .astro file of every folder in components/exhibits and components/exercises.
 */
export function authorComponents(): string[] {
  return readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(prose|exhibits\/[^/]+|exercises\/[^/]+)\/[A-Z]\w*\.astro$/.test(path))
    .map((path) => `./components/${path}`)
    .sort();
}

/** The tags that these components answer to in MDX, in alphabetical order. */
export function authorTags(): string[] {
  return authorComponents()
    .map((path) => path.replace(/^.*\/(\w+)\.astro$/, '$1'))
    .sort();
}
