/**
 * The fixture book: the house as it stands with the content of tests/fixture instead of the shipped one. It is a project of its
 * own, a copy in .cache, so that everything that reads content/ reads the fixture's, as in a fork.
 */
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';

export const fixtureBook = {
  project: '.cache/fixture-book',
  directory: '.cache/fixture-book/dist',
  /** It is built for a path on a host, as on GitHub Pages, so that an address that holds at the root alone is found. */
  site: 'https://host.example',
  /** Has a slash at both ends. */
  base: '/under/a-path/',
};

const house = [
  'src',
  'components',
  'public',
  'astro.config.mjs',
  'ec.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** A project that is the house with another content. What a build has kept there for the next is left. */
export function projectWith(content: string, project = fixtureBook.project): void {
  mkdirSync(project, { recursive: true });
  for (const entry of [...house, 'content']) rmSync(`${project}/${entry}`, { recursive: true, force: true });
  for (const entry of house) cpSync(entry, `${project}/${entry}`, { recursive: true });
  cpSync(content, `${project}/content`, { recursive: true });
  rmSync(`${project}/node_modules`, { recursive: true, force: true });
  symlinkSync(resolve('node_modules'), `${project}/node_modules`);
}
