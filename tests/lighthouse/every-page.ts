/**
 * Lighthouse's mobile preset (a slow phone on a slow network, simulated) on every page of the built book, against
 * thresholds: `npm run lighthouse`, or `npm run lighthouse -- dying-relu` for the pages whose path contains a word.
 *
 * Performance is measured, so it scatters with the load of the machine: a page below its threshold is measured twice more
 * and judged by the median. The other categories are checks, and one run decides.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { serve } from '../gate/serve.ts';
import { builtPages } from '../site/built-pages.ts';

const thresholds = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 };

type Category = keyof typeof thresholds;
const categories = Object.keys(thresholds) as Category[];

interface Audit {
  score: number | null;
  title: string;
  displayValue?: string;
}

interface Report {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

const folder = '.cache/lighthouse';
const lighthouse = resolve('tests/lighthouse/node_modules/.bin/lighthouse');

async function measure(address: string, name: string): Promise<Report> {
  const file = `${folder}/${name}.json`;
  const args = [
    address,
    '--quiet',
    '--no-enable-error-reporting',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${categories.join(',')}`,
    // Chromium's launcher splits flags at spaces; the host rules hold some, and the book asks no other host anyway.
    `--chrome-flags=--headless ${chromiumArguments.filter((flag) => !flag.includes(' ')).join(' ')}`,
  ];
  const exitCode = await new Promise<number | null>((settle) => {
    spawn(lighthouse, args, { stdio: 'inherit' })
      .on('error', (error) => {
        console.error(error.message);
        settle(127);
      })
      .on('close', settle);
  });
  if (exitCode !== 0) throw new Error(`Lighthouse failed on ${address} with exit code ${exitCode}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

const isListed = (file: string) =>
  !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"');

const scoreOf = (report: Report, category: Category) =>
  Math.round((report.categories[category].score ?? 0) * 100);

function lostPoints(report: Report, category: Category): string[] {
  return report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `    ${id}: ${report.audits[id]?.title} ${report.audits[id]?.displayValue ?? ''}`);
}

const word = process.argv[2] ?? '';
// Search engines are asked not to list the 404 page, and Lighthouse refuses to judge an error page.
const pages = builtPages().filter((page) => page.path !== '/404.html' && page.path.includes(word));
if (pages.length === 0) throw new Error(`no page of the built book has "${word}" in its path`);

process.env['CHROME_PATH'] = findChromium({ asReaders: true });
mkdirSync(folder, { recursive: true });
const book = await serve({ port: 0 });
let failed = 0;
for (const page of pages) {
  const address = new URL(page.path.slice(1), book.address).href;
  const name = page.path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home';
  const report = await measure(address, name);
  const performances = [scoreOf(report, 'performance')];
  while (performances[0]! < thresholds.performance && performances.length < 3) {
    performances.push(scoreOf(await measure(address, name), 'performance'));
  }
  const median = performances.toSorted((a, b) => a - b)[Math.floor(performances.length / 2)]!;
  // A page that asks not to be listed is right not to be found.
  const judged = isListed(page.file) ? categories : categories.filter((category) => category !== 'seo');
  const scores = judged.map((category) => ({
    category,
    score: category === 'performance' ? median : scoreOf(report, category),
  }));
  const short = scores.filter(({ category, score }) => score < thresholds[category]);
  if (short.length > 0) failed++;
  const mark = short.length === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${page.path}  ${scores.map(({ category, score }) => `${category} ${score}`).join(', ')}`,
  );
  for (const { category } of short) console.log(lostPoints(report, category).join('\n'));
}
await book.close();
console.log(`\n${pages.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
