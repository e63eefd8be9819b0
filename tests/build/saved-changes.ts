/**
 * `npm run test:dev`: starts astro dev on a copy of the book and edits a file of each kind under content/, as an author does.
 * In Chromium the open page must show the change; then a mistake, with file and line; then, mended, the page again: without a
 * restart by hand.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { pageFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { copyOfBook } from './copy-of-book.ts';
import { isWhole, open, startDev, until } from './dev-server.ts';

/** A change that an author makes, and one that is a mistake. */
interface Edit {
  file: string;
  /** Where it shows, from the book's root. */
  address: string;
  change: (text: string) => string;
  /** What the page then holds. */
  shows: string;
  mistake: (text: string) => string;
  /** What the overlay then holds. */
  says: RegExp;
}

const mark = 'Seen at once';
const pages = pagesOf(readCourse());
const firstWith = (kind: string, file: string) =>
  pages.find((page) => page.startsWith(kind) && existsSync(`content/${page}/${file}`));
const caseId = firstWith('cases/', 'faults.yaml')!;
const chapter = firstWith('chapters/', 'exercises.yaml')!;

/** The id in the first tag of a name on a page of the course, and that page. */
function firstTag(name: string): { page: string; id: string } {
  const tag = new RegExp(`<${name} id="([^"]+)"`);
  const page = pages.find((candidate) => tag.test(readFileSync(pageFile(candidate), 'utf8')))!;
  return { page, id: tag.exec(readFileSync(pageFile(page), 'utf8'))![1]! };
}

/** A field of the entry with an id in a YAML list gets another text. */
const ofEntry = (id: string, field: string, text: string) => (yaml: string) =>
  yaml.replace(new RegExp(`(id: ${id}\\n(?:.*\\n)*?  ${field}: ).*`), `$1${text}`);
const firstField = (field: string) => (yaml: string) =>
  yaml.replace(new RegExp(`^( *(?:- )?${field}: )(>-\\n.*|.*)`, 'm'), `$1${mark}`);
const misspelt = (field: string) => (yaml: string) =>
  yaml.replace(new RegExp(`^( *(?:- )?)${field}:`, 'm'), `$1${field}x:`);

const term = firstTag('Term');
const source = firstTag('Cite');

const edits: Edit[] = [
  {
    file: pageFile(chapter),
    address: `/${chapter}/`,
    change: (mdx) => `${mdx}\n${mark}.\n`,
    shows: mark,
    mistake: (mdx) => `${mdx}\n<NoSuchTag />\n`,
    says: /chapter\.mdx:\d+: there is no <NoSuchTag>/,
  },
  {
    file: `content/${chapter}/exercises.yaml`,
    address: `/${chapter}/`,
    change: firstField('question'),
    shows: mark,
    mistake: misspelt('question'),
    says: /exercises\.yaml:\d+: .*question/,
  },
  {
    file: `content/${caseId}/faults.yaml`,
    address: `/${caseId}/`,
    change: firstField('title'),
    shows: mark,
    mistake: misspelt('title'),
    says: /faults\.yaml:\d+: .*title/,
  },
  {
    file: `content/${caseId}/program.ts`,
    address: `/${caseId}/`,
    change: (program) => `// ${mark}\n${program}`,
    shows: mark,
    mistake: (program) => program.replaceAll(/\S/g, ''),
    says: /faults\.yaml:\d+: .*program\.ts/,
  },
  {
    file: 'content/glossary.yaml',
    address: `/${term.page}/`,
    change: ofEntry(term.id, 'meaning', `${mark}.`),
    shows: mark,
    mistake: misspelt('meaning'),
    says: /glossary\.yaml:\d+: .*meaning/,
  },
  {
    file: 'content/references.yaml',
    address: `/${source.page}/`,
    change: ofEntry(source.id, 'title', mark),
    shows: mark,
    mistake: misspelt('title'),
    says: /references\.yaml:\d+: .*title/,
  },
  {
    file: 'content/courses/book.yaml',
    address: `/${pages.find((page) => page.startsWith('symptoms/')) ?? chapter}/`,
    change: firstField('title'),
    shows: mark,
    mistake: (yaml) => yaml.replace(`- ${chapter}`, '- chapters/no-such-page'),
    says: /book\.yaml:\d+: .*no-such-page/,
  },
];

async function tryEdit(page: Page, root: string, dev: string, edit: Edit): Promise<number> {
  const file = join(root, edit.file);
  const original = readFileSync(file, 'utf8');
  const write = (text: string) => {
    if (text === original) throw new Error(`${edit.file}: the edit changes nothing`);
    writeFileSync(file, text);
  };
  await open(page, new URL(edit.address, dev).href);
  await until(page, 'the page is not there', (shown) => isWhole(shown) && !shown.page.includes(edit.shows));
  const start = performance.now();
  write(edit.change(original));
  await until(page, 'the change is not shown', (shown) => shown.page.includes(edit.shows));
  const seconds = (performance.now() - start) / 1000;
  write(edit.mistake(original));
  await until(page, 'the mistake is not said', ({ overlay }) => edit.says.test(overlay ?? ''));
  writeFileSync(file, original);
  await until(
    page,
    'the page does not come back',
    (shown) => isWhole(shown) && !shown.page.includes(edit.shows),
  );
  return seconds;
}

/** `npm run test:dev -- glossary courses` for some of the files. */
const chosen = process.argv.slice(2);

const copy = copyOfBook();
const dev = await startDev(copy.folder);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  const page = await browser.newPage();
  for (const edit of edits) {
    if (chosen.length > 0 && !chosen.some((name) => edit.file.includes(name))) continue;
    try {
      const seconds = await tryEdit(page, copy.folder, dev.address, edit);
      console.log(`✓ ${edit.file}: shown after ${seconds.toFixed(1)} s, a mistake said, mended`);
    } catch (error) {
      console.error(`✗ ${edit.file}: ${error instanceof Error ? error.message : String(error)}`);
      console.error(`astro dev ends with\n${dev.log().slice(-1500)}`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  dev.stop();
  copy.remove();
}
