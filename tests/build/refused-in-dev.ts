/**
 * `npm run test:dev-refusals`: every mistake of the table (tests/book/mistakes) saved while one astro dev runs over the small book. In
 * Chromium the page that shows the file must say what the table says; with the mistake undone, the page must be whole again.
 * `-- program "never ends"` tries those alone whose file or words say so.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { writeSmallBook } from '../book/mistakes/small-book.ts';
import { type Mistake, mistakes, mistakesFoundLater } from '../book/mistakes/table.ts';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { copyOfBook } from './copy-of-book.ts';
import { isWhole, open, settled, startDev, until } from './dev-server.ts';

const words = process.argv.slice(2);
const chosen = [...mistakes, ...mistakesFoundLater].filter(
  ({ file, what }) => words.length === 0 || words.some((word) => `${file} ${what}`.includes(word)),
);

/** The page that is made of a file: of what all pages are made of, the first. */
const addressOf = ({ file }: Mistake): string => {
  const [, page] = /^content\/((?:cases|chapters)\/[^/]+)\//.exec(file) ?? [];
  return page === undefined ? '' : `${page}/`;
};

const copy = copyOfBook();
rmSync(join(copy.folder, 'content'), { recursive: true });
writeSmallBook(copy.folder);
const dev = await startDev(copy.folder, { BOOK_COURSE: 'book' });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
let right = 0;
try {
  const page = await browser.newPage();
  for (const mistake of chosen) {
    const path = join(copy.folder, mistake.file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const undo = () => (before === undefined ? rmSync(path) : writeFileSync(path, before));
    const address = new URL(addressOf(mistake), dev.address).href;
    const start = performance.now();
    try {
      // A course that is saved starts the server anew.
      if (mistake.file.includes('/courses/')) await settled(dev);
      await open(page, address);
      await until(page, 'the page is not there', isWhole);
      writeFileSync(
        path,
        (before ?? '').replace(mistake.find, () => mistake.replace),
      );
      try {
        await until(page, 'it is not said', ({ overlay }) => mistake.says.test(overlay ?? ''));
        // It is said to whoever comes later, too.
        await open(page, address);
        await until(page, 'it is not said again', ({ overlay }) => mistake.says.test(overlay ?? ''));
      } finally {
        undo();
      }
      await until(page, 'the page does not come back', isWhole);
      right++;
      console.log(
        `✓ ${mistake.file}: ${mistake.what} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
      );
    } catch (error) {
      console.error(`✗ ${mistake.file}: ${mistake.what}: ${(error as Error).message}`);
      console.error(`astro dev ends with\n${dev.log().slice(-1500)}`);
    }
  }
} finally {
  await browser.close();
  dev.stop();
  copy.remove();
}
console.log(`${right} of ${chosen.length} mistakes are said in the page, and gone when they are mended`);
if (right < chosen.length || right === 0) process.exitCode = 1;
