/** A fork with a chapter, a case, facts, exercises, a term and a source of its own, without two of our pages, is published. */
import type { Thoroughness } from './pages.ts';
import { expectContentAlone, run } from './project-copy.ts';
import { writeVariant } from './variant.ts';

const leftOut = ['cases/leaky-derivative', 'chapters/activation-choice'];

export function tryFork(thoroughness: Thoroughness): void {
  console.log('a fork with pages, a term and a source of its own, without two pages of ours');
  writeVariant((page) => (leftOut.includes(page) ? undefined : page));
  run('measures what is new', 'npm', ['run', 'measure']);
  // As .github/workflows/book.yml runs it on a fork.
  const variables = { BOOK_COURSE: 'variant', BOOK_HALF: 'content' };
  run('builds', 'npm', ['run', 'build'], { ...variables, BOOK_ADDRESS: 'https://somebody.example/book/' });
  const stages = thoroughness === 'all' ? [] : ['--', '--only', 'types,build,size,site'];
  if (thoroughness !== 'build') run('passes the gate of a fork', 'npm', ['test', ...stages], variables);
  expectContentAlone();
}
