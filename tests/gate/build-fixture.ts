/** Builds the fixture book: `npm run build:fixture`. What it measures is measured anew each time, which takes seconds. */
import { spawnSync } from 'node:child_process';
import { fixtureBook, projectWith } from './fixture-book.ts';

projectWith('tests/fixture/content');
for (const script of ['src/book/experiments/measure.ts', 'node_modules/astro/bin/astro.mjs build']) {
  const { status } = spawnSync(process.execPath, script.split(' '), {
    cwd: fixtureBook.project,
    stdio: 'inherit',
    env: {
      ...process.env,
      BOOK_COURSE: 'book',
      BOOK_SITE: fixtureBook.site,
      BOOK_BASE: fixtureBook.base,
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}
