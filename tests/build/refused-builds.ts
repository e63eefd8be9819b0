/**
 * `npm run test:refusals`: mistakes that authors make, each through a real `astro build` of the small book, which must end with an
 * error that says what the table says: one of every kind of file, or with `-- all` each. The table as a whole is tried without a build by
 * the unit tests, and in a running astro dev by `npm run test:dev-refusals`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeSmallBook } from '../book/mistakes/small-book.ts';
import { mistakes, mistakesFoundLater } from '../book/mistakes/table.ts';
import { copyOfBook } from './copy-of-book.ts';

/** The first mistake of each file, and a program that never ends. */
const chosen = [...mistakes, ...mistakesFoundLater].filter(
  ({ file, what }, i, all) =>
    process.argv.includes('all') ||
    all.findIndex((other) => other.file === file) === i ||
    /never ends/.test(what),
);

const copy = copyOfBook();
try {
  rmSync(join(copy.folder, 'content'), { recursive: true });
  writeSmallBook(copy.folder);
  report('nothing is wrong', build() === undefined, '');
  for (const { what, file, find, replace, says } of chosen) {
    const path = join(copy.folder, file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    writeFileSync(
      path,
      (before ?? '').replace(find, () => replace),
    );
    const said = build();
    if (before === undefined) rmSync(path);
    else writeFileSync(path, before);
    report(`${file}: ${what}`, said !== undefined && says.test(said), said ?? 'It was built.');
  }
} finally {
  copy.remove();
}

/** @returns what a build that failed has said; undefined for one that did not. */
function build(): string | undefined {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin/astro'), ['build'], {
    cwd: copy.folder,
    encoding: 'utf8',
    env: { ...process.env, BOOK_COURSE: 'book', FORCE_COLOR: '0', NO_COLOR: '1' },
    timeout: 300_000,
  });
  return status === 0 ? undefined : `${stdout}\n${stderr}`;
}

function report(what: string, isRight: boolean, said: string): void {
  console.log(`${isRight ? '✓' : '✗'} ${what}`);
  if (isRight) return;
  process.exitCode = 1;
  console.error(said.slice(-1500));
}
