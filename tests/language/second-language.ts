/**
 * `npm run test:language`: the interface and one page in a second language, on the fixture book.
 *
 * First every message of the sources is replaced by another text, and the compiler is asked whether the sources are still right:
 * a word that is the name of something, and not said to anybody, would no longer be one of its type. Then the fixture's German
 * course is built, and read and answered in Chromium.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { translateSource } from '../../src/book/language/translate-source.ts';
import { saysWords } from '../../src/book/language/translated-interface.ts';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { projectWith } from '../gate/fixture-book.ts';
import { serve } from '../gate/serve.ts';
import { check } from '../script-checks.ts';
import { readToTheEnd } from '../site/read-to-the-end.ts';

function checkNames(): void {
  const folder = '.cache/other-words';
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The types of the content are there once Astro has run: not in a fresh clone.
  if (!existsSync('.astro')) spawnSync('npx', ['astro', 'sync'], { stdio: 'ignore' });
  for (const part of ['src', 'components', 'content', 'tests', '.astro', 'tsconfig.json', 'package.json'])
    cpSync(part, join(folder, part), { recursive: true });
  let count = 0;
  for (const file of globSync('{components,src}/**/*.{ts,tsx}').filter(saysWords)) {
    const said = translateSource(readFileSync(file, 'utf8'), file, (message) => {
      count++;
      return `¿${message}`;
    });
    writeFileSync(join(folder, file), said);
  }
  const { status, stdout } = spawnSync('npx', ['tsc', '--noEmit'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  check(
    `${count} messages with other words in them, and no name among them`,
    count > 500 && status === 0,
    stdout,
  );
}

/** @returns the folder of the built book. */
function buildGerman(): string {
  const project = '.cache/german-book';
  projectWith('tests/fixture/content', project);
  for (const script of ['src/book/experiments/measure.ts', 'node_modules/astro/bin/astro.mjs build']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, script.split(' '), {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, BOOK_COURSE: 'deutsch' },
    });
    if (status !== 0) throw new Error(`${script}:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  }
  return join(project, 'dist');
}

const has = async (page: Page, ...words: string[]) => {
  const text = await page.locator('body').innerText();
  for (const word of words)
    check(`${new URL(page.url()).pathname} says “${word}”`, text.includes(word), text.slice(0, 1500));
};

async function readGerman(address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  try {
    await page.goto(`${address}cases/xor/`);
    check('the page is in German', (await page.locator('html').getAttribute('lang')) === 'de');
    await has(
      page,
      'Eine Zahl, viermal',
      'Fall',
      'Glossar',
      'Ihr Fortschritt',
      'Suchen',
      'Es explodiert: unendlich oder NaN',
    );
    // What stands further down is laid out when a reader comes to it.
    await readToTheEnd(page);
    await has(page, 'Was wird dieses Netz tun?', 'Die Ableitung von ReLU ist überall 1');
    await page.getByText('Es gibt eine Zahl für jede Eingabe').first().click();
    await page.waitForFunction(
      () => /eine Zahl für jede Eingabe: 0,?\.?48|0\.48780487804878/.test(document.body.innerText),
      undefined,
      { timeout: 60_000 },
    );
    check('the bench runs, and judges its network', true);

    await page.getByRole('button', { name: 'Teilen' }).first().click();
    await page.getByRole('button', { name: 'Link für eine Aufgabe kopieren' }).waitFor();
    check('what is shared is shared in German', true);

    await page.goto(`${address}chapters/practice/`);
    await has(
      page,
      'Diese Seite ist noch nicht übersetzt.',
      'Übungen',
      '1. Vorhersagen',
      'Wie viele dieser Netze werden es lernen?',
    );
    check(
      'what is not translated says which language it is in',
      (await page.locator('.prose').getAttribute('lang')) === 'en',
    );
    const exercise = page.locator('section.exercise').first();
    await exercise.scrollIntoViewIfNeeded();
    await exercise.getByText('Das ist meine Vorhersage').click();
    await exercise.getByText('Wählen Sie zuerst eine der Antworten.').waitFor();
    await exercise.getByText('Kaum eines.').click();
    await exercise.getByText('Das ist meine Vorhersage').click();
    await exercise.getByText('Richtig.').waitFor();
    await exercise.getByText('Hinweis', { exact: true }).click();
    await exercise.getByText('Was ist die Steigung?').waitFor();
    check('an exercise is asked, answered and judged in German', true);

    await page.goto(`${address}progress/`);
    await page.getByRole('button', { name: 'Die Abgabe sichern' }).click();
    await page.getByText('Schreiben Sie zuerst Ihren Namen').waitFor();
    await page.getByLabel('Ihr Name, wie Ihr Kurs ihn kennt').fill('Ada Beispiel');
    const [handIn] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Die Abgabe sichern' }).click(),
    ]);
    await has(page, 'Nichts wurde verschickt');
    await page.goto(`${address}desk/`);
    await has(page, 'Das Pult', 'Was es zeigt und was nicht', 'Auf dem Pult liegt nichts.');
    const saved = join('.cache/german-book', handIn.suggestedFilename());
    await handIn.saveAs(saved);
    await page.getByLabel('Abgaben, oder eine Zip-Datei mit ihnen').setInputFiles(saved);
    await page.getByText('Alles ist beurteilt.').waitFor();
    await has(page, 'Ada Beispiel', 'Gelesen: 1 Abgabe.', 'Die Tabelle als CSV sichern');
    check('work is handed in and judged in German', true);

    await page.goto(`${address}glossary/`);
    await has(page, 'Epoche', 'Ein Durchgang durch die Daten.');
    check('no page has an error', troubles.length === 0, troubles);
  } finally {
    await browser.close();
  }
}

checkNames();
const book = await serve({ directory: buildGerman(), base: '/', port: 0 });
try {
  await readGerman(book.address);
} finally {
  await book.close();
}
