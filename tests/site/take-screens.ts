/**
 * Pictures of every page for those who write and design: `npm run screens`, or `npm run screens -- dying-relu` for the pages
 * whose path contains a word. They go to .cache/screens, one folder a page.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { serve } from '../gate/serve.ts';
import { builtPages } from './built-pages.ts';
import { readToTheEnd } from './read-to-the-end.ts';

const folder = '.cache/screens';
const widths = [360, 800, 1440];
const themes = ['light', 'dark'] as const;

async function takeScreen(
  browser: Browser,
  address: string,
  file: string,
  width: number,
  theme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await readToTheEnd(page);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

const word = process.argv[2] ?? '';
const pages = builtPages().filter((page) => page.path.includes(word));
if (pages.length === 0) throw new Error(`no page of the built book has "${word}" in its path`);

const book = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
for (const page of pages) {
  const name = page.path.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '-') || 'home';
  mkdirSync(`${folder}/${name}`, { recursive: true });
  for (const width of widths) {
    for (const theme of themes) {
      const file = `${folder}/${name}/${width}-${theme}.png`;
      await takeScreen(browser, new URL(page.path.slice(1), book.address).href, file, width, theme);
      console.log(file);
    }
  }
}
await browser.close();
await book.close();
