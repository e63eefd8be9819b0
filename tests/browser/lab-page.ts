/** A page of the built book with a lab of its own in it, for tests of the sandbox: no exhibit stands between. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Failure, LabSession, openLab as OpenLab } from '../../src/lab/index.ts';
import { bundleLab } from '../lab/bundle-lab.ts';
import type { OpenPage } from './book-page.ts';

declare global {
  /** The lab under test, in the page. */
  var session: LabSession;
  /** Milliseconds from each click to its being handled. */
  var clickDelaysMs: number[];
}

/** A program that does what it should. */
export const source = readFileSync('tests/fixture/content/cases/xor/program.ts', 'utf8');

/** The program with something more to do in each update. */
export const inUpdate = (code: string): string =>
  source.replace('const { hidden, output } = network;', (line) => `${line} ${code}`);

let script: Promise<string> | undefined;

export async function openLabPage(openPage: OpenPage, tolerates: RegExp[] = []): Promise<Page> {
  const page = await openPage('/404.html', { tolerates });
  await openLabIn(page);
  return page;
}

/** The lab of all tests of a file: each program runs in the session that the one before it has left. */
export async function sharedLab(sharedPage: (path: string) => Promise<Page>): Promise<Page> {
  const page = await sharedPage('/404.html');
  if (!(await page.evaluate(() => 'session' in globalThis))) await openLabIn(page);
  return page;
}

async function openLabIn(page: Page): Promise<void> {
  script ??= bundleLab();
  // Evaluated through the debugger, which the page's policy leaves alone.
  await page.evaluate(await script);
  await page.evaluate(
    (sandboxUrl) => {
      const { openLab } = (globalThis as unknown as { lab: { openLab: typeof OpenLab } }).lab;
      globalThis.session = openLab({ sandboxUrl });
    },
    new URL('sandbox.html', inject('bookAddress')).href,
  );
}

/** Lets the page be clicked ten times a second, as the browser itself delivers clicks, and times each. */
export async function watchClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.clickDelaysMs = [];
    addEventListener(
      'click',
      (event) => globalThis.clickDelaysMs.push(performance.now() - event.timeStamp),
      true,
    );
  });
}

export async function clickWhile<T>(page: Page, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  while (!isDone) {
    await page.mouse.click(2, 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return done;
}

/** Loads a program, trains it a little, and gives what went wrong. */
export function failureOf(page: Page, program: string): Promise<Failure | undefined> {
  return page.evaluate(async (text) => {
    const loaded = await session.load(text, 1);
    if (loaded.kind === 'failed') return loaded.failure;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const advanced = await session.advance(8);
    return advanced.kind === 'failed' ? advanced.failure : undefined;
  }, program);
}

/** The next program in the same session runs as if nothing had been. */
async function expectAlive(page: Page): Promise<void> {
  const outputs = await page.evaluate(async (text) => {
    await session.load(text, 1);
    const advanced = await session.advance(4_000);
    return advanced.kind === 'ok' ? advanced.value.frame.outputs.flat().length : advanced.failure.message;
  }, source);
  expect(outputs).toBe(4);
}

/** A hostile program is stopped, explained and survived. */
export async function expectContained(
  page: Page,
  program: string,
  kind: string | RegExp,
  words: RegExp,
): Promise<void> {
  const failure = await failureOf(page, program);
  expect(failure?.kind).toMatch(kind);
  expect(failure?.message).toMatch(words);
  await expectAlive(page);
}
