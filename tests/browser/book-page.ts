/**
 * The `test` of every browser test. It brings `openPage`, which opens a page of the built book as a given reader would, and
 * fails the test at its end if the page wrote an error to the console, threw, or asked any other host for anything.
 */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';
import { wholePage } from '../site/read-to-the-end.ts';

interface Reader {
  /** CSS pixels. Defaults to 1280. */
  width?: number;
  /** CSS pixels. Defaults to 900. */
  height?: number;
  /** What the reader's system asks for. Defaults to "light". */
  theme?: 'light' | 'dark';
  /** Whether the reader's system allows motion: a run is then played for seconds, else shown at its end. Defaults to false. */
  motion?: boolean;
  /** Defaults to false. */
  forcedColors?: boolean;
  /** Defaults to true. */
  javaScript?: boolean;
  /** How much later than usual the scripts of exhibits and exercises arrive. Defaults to 0. */
  scriptsAfterMs?: number;
  /** Console errors that the test provokes on purpose, such as those of a hostile program. Defaults to none. */
  tolerates?: RegExp[];
}

/** @param path The page's path in the book, such as "/cases/all-outputs-equal/"; a query or #id may follow. */
export type OpenPage = (path: string, reader?: Reader) => Promise<Page>;

let connection: Promise<Browser> | undefined;

/** The shared Chromium; each test file connects once. */
function sharedBrowser(): Promise<Browser> {
  connection ??= chromium.connect(inject('browserEndpoint'));
  return connection;
}

/** The full address of a page, wherever the book is served. */
function addressOf(path: string): string {
  return new URL(path.replace(/^\/+/, ''), inject('bookAddress')).href;
}

function collectProblems(context: BrowserContext, problems: string[]): void {
  const { origin } = new URL(inject('bookAddress'));
  context.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => problems.push(`uncaught: ${webError.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const leaves = ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin;
    if (leaves) problems.push(`request to another host: ${url.href}`);
  });
}

/** Opens pages, and at the end closes them all and fails if one of them had a problem. */
function createOpener() {
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];
  const tolerated: RegExp[] = [];

  const open: OpenPage = async (path, reader = {}) => {
    const {
      width = 1280,
      height = 900,
      theme = 'light',
      javaScript = true,
      scriptsAfterMs = 0,
      tolerates = [],
    } = reader;
    tolerated.push(...tolerates);
    const context = await (
      await sharedBrowser()
    ).newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: reader.motion ? 'no-preference' : 'reduce',
      forcedColors: reader.forcedColors ? 'active' : 'none',
      javaScriptEnabled: javaScript,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    collectProblems(context, problems);
    if (scriptsAfterMs > 0)
      await context.route('**/_astro/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, scriptsAfterMs));
        await route.continue().catch(() => undefined);
      });
    const page = await context.newPage();
    const response = await page.goto(addressOf(path), { waitUntil: 'load' });
    expect(response?.status(), `the status of ${path}`).toBe(200);
    // Like a reader who looks first: what a script scrolls to on a page that is still being laid out would move away.
    if (javaScript && scriptsAfterMs === 0) await page.locator(wholePage).waitFor({ state: 'attached' });
    return page;
  };

  const close = async () => {
    await Promise.all(contexts.map((context) => context.close()));
    expect(problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)))).toEqual([]);
  };
  return { open, close };
}

export const test = base.extend<{
  openPage: OpenPage;
  /** The same page for all tests of a file that ask for it, as the one before has left it. */
  sharedPage: (path: string, width?: number) => Promise<Page>;
}>({
  openPage: async ({}, use) => {
    const { open, close } = createOpener();
    await use(open);
    await close();
  },
  sharedPage: [
    async ({}, use) => {
      const { open, close } = createOpener();
      const pages = new Map<string, Promise<Page>>();
      await use((path, width = 1280) => {
        const key = `${path} ${width}`;
        const page = pages.get(key) ?? open(path, { width });
        pages.set(key, page);
        return page;
      });
      await close();
    },
    { scope: 'file' },
  ],
});
