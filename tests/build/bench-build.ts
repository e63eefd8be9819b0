/**
 * `npm run bench:build`: how the build grows with the book. Builds synthetic books of 30, 100 and 300 pages, or of those that are
 * named (`-- 50 200`), and says for each what a page takes and weighs. On a machine with other work the time on the clock says
 * little; the processor's says more.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyOfBook } from './copy-of-book.ts';
import { writeSyntheticBook } from './synthetic-book.ts';

const sizes = process.argv.slice(2).map(Number);

console.log('pages  clock s  processor s  ms a page  MB at most  kB a page');
for (const pageCount of sizes.length > 0 ? sizes : [30, 100, 300]) {
  const copy = copyOfBook();
  try {
    writeSyntheticBook(copy.folder, pageCount);
    const built = spawnSync(process.execPath, [resolve('tests/build/time-build.ts')], {
      cwd: copy.folder,
      env: { ...process.env, BOOK_COURSE: 'synthetic' },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (built.status !== 0)
      throw new Error(`the book of ${pageCount} pages does not build:\n${built.stderr}`);
    const { seconds, processorSeconds, peakMegabytes } = JSON.parse(
      built.stdout.trim().split('\n').at(-1)!,
    ) as Record<string, number>;
    const files = globSync('dist/{cases,chapters,symptoms}/**/*.html', { cwd: copy.folder });
    const bytes = files.reduce((sum, file) => sum + statSync(resolve(copy.folder, file)).size, 0);
    console.log(
      [
        String(pageCount).padStart(5),
        seconds!.toFixed(1).padStart(7),
        processorSeconds!.toFixed(1).padStart(11),
        ((1000 * processorSeconds!) / pageCount).toFixed(0).padStart(9),
        peakMegabytes!.toFixed(0).padStart(10),
        (bytes / files.length / 1000).toFixed(1).padStart(9),
      ].join('  '),
    );
  } finally {
    copy.remove();
  }
}
