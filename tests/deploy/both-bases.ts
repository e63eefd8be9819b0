/**
 * `npm run test:deploy`: builds the course (BOOK_COURSE, or that of an argument) for the root of a host and for a path on it,
 * and serves each as any static host would, where nothing answers outside the path. Every address that is in a page, a style
 * sheet or a script must be answered; then Chromium reads every page to its end, and whatever it asks for must be answered too.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { elementsOf } from '../../src/book/page-elements.ts';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { serve } from '../gate/serve.ts';
import { builtPages } from '../site/built-pages.ts';
import { readToTheEnd } from '../site/read-to-the-end.ts';

const course = process.argv[2] ?? process.env['BOOK_COURSE'] ?? 'book';
const bases = ['/', '/some/base/'];

const addressAttributes = ['href', 'src', 'poster', 'component-url', 'renderer-url', 'before-hydration-url'];

/** Every address in a file of the built book: as it is written, seen from that file. */
function addressesIn(file: string, text: string): string[] {
  if (file.endsWith('.css')) return [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url]) => url!);
  if (file.endsWith('.js'))
    return [...text.matchAll(/(?:from|import|import\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(
      ([, url]) => url!,
    );
  return elementsOf(text).flatMap(({ name, attributes }) => {
    if (name === 'link' && attributes['rel'] === 'canonical') return [];
    const sources = (attributes['srcset'] ?? '').split(',').map((source) => source.trim().split(' ')[0]!);
    return [...addressAttributes.map((attribute) => attributes[attribute] ?? ''), ...sources].filter(Boolean);
  });
}

/** @returns what is wrong, a sentence each, and how many addresses were asked for. */
async function followFiles(directory: string, book: string): Promise<{ wrong: string[]; asked: number }> {
  const from = new Map<string, string>();
  for (const file of globSync('**/*.{html,css,js}', { cwd: directory }).filter(
    (name) => !name.startsWith('pagefind'),
  )) {
    const served = new URL(file.replace(/(^|\/)index\.html$/, '$1'), book);
    for (const address of addressesIn(file, readFileSync(join(directory, file), 'utf8'))) {
      const url = URL.parse(address, served);
      if (!url || url.origin !== served.origin) continue;
      url.hash = '';
      if (!from.has(url.href)) from.set(url.href, file);
    }
  }
  const wrong: string[] = [];
  for (const [href, file] of from) {
    const answer = await fetch(href, { redirect: 'manual' });
    await answer.arrayBuffer();
    // A redirection is what one host does and another does not.
    if (answer.status !== 200)
      wrong.push(`${file}: ${new URL(href).pathname} is answered by ${answer.status}`);
  }
  return { wrong, asked: from.size };
}

async function readPages(directory: string, book: string): Promise<{ wrong: string[]; asked: number }> {
  const wrong: string[] = [];
  let asked = 0;
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
  try {
    for (const { path } of builtPages(directory)) {
      const page = await browser.newPage();
      page.on('response', (response) => {
        asked++;
        if (response.status() >= 300 && response.status() !== 304)
          wrong.push(`${path} asks for ${response.url()}, which is answered by ${response.status()}`);
      });
      page.on('requestfailed', (request) => wrong.push(`${path} asks for ${request.url()}, which fails`));
      page.on('pageerror', (error) => wrong.push(`${path}: ${error.message}`));
      await page.goto(new URL(path.slice(1), book).href);
      await readToTheEnd(page);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return { wrong, asked };
}

for (const base of bases) {
  const directory = `.cache/deploy${base.replaceAll('/', '-')}`;
  rmSync(directory, { recursive: true, force: true });
  const built = spawnSync('npx', ['astro', 'build', '--outDir', directory], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BOOK_COURSE: course, BOOK_ADDRESS: `https://host.example${base}` },
  });
  if (built.status !== 0) {
    console.error(`✗ ${base}: the course "${course}" does not build`);
    process.exitCode = 1;
    continue;
  }
  const book = await serve({ directory, base, port: 0 });
  const files = await followFiles(directory, book.address);
  const pages = await readPages(directory, book.address);
  await book.close();
  rmSync(directory, { recursive: true, force: true });
  const wrong = [...files.wrong, ...pages.wrong];
  for (const one of wrong) console.error(`✗ ${base}: ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
  else
    console.log(
      `✓ ${base}: ${files.asked} addresses of the files and ${pages.asked} requests of Chromium are answered`,
    );
}
