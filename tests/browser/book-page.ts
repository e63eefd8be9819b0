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
export function addressOf(path: string): string {
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

const windowOf = ({ width = 1280, height = 900 }: Reader) => ({ width, height });

/** What a reader's system and browser are, in which pages are opened. */
async function createContext(reader: Reader, problems: string[]): Promise<BrowserContext> {
  const { theme = 'light', javaScript = true } = reader;
  const context = await (
    await sharedBrowser()
  ).newContext({
    viewport: windowOf(reader),
    colorScheme: theme,
    reducedMotion: reader.motion ? 'no-preference' : 'reduce',
    forcedColors: reader.forcedColors ? 'active' : 'none',
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(15_000);
  collectProblems(context, problems);
  return context;
}

async function arrive(page: Page, path: string, reader: Reader): Promise<void> {
  const response = await page.goto(addressOf(path), { waitUntil: 'load' });
  expect(response?.status(), `the status of ${path}`).toBe(200);
  // Like a reader who looks first: what a script scrolls to on a page that is still being laid out would move away.
  if (reader.javaScript !== false && !reader.scriptsAfterMs)
    await page.locator(wholePage).waitFor({ state: 'attached' });
}

const unforeseen = (problems: readonly string[], tolerated: readonly RegExp[]): string[] =>
  problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)));

/** Opens pages, and at the end closes them all and fails if one of them had a problem. */
function createOpener() {
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];
  const tolerated: RegExp[] = [];

  const open: OpenPage = async (path, reader = {}) => {
    const { scriptsAfterMs = 0, tolerates = [] } = reader;
    tolerated.push(...tolerates);
    const context = await createContext(reader, problems);
    contexts.push(context);
    if (scriptsAfterMs > 0)
      await context.route('**/_astro/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, scriptsAfterMs));
        await route.continue().catch(() => undefined);
      });
    const page = await context.newPage();
    await arrive(page, path, reader);
    return page;
  };

  const close = async () => {
    await Promise.all(contexts.map((context) => context.close()));
    expect(unforeseen(problems, tolerated)).toEqual([]);
  };
  return { open, close };
}

/** A tab in which one test after another goes to its page, and what was wrong with the page that it shows. */
interface Tab {
  page: Page;
  problems: string[];
  /** Forgets what pages have kept in this browser, all but the files that they are made of. */
  forget: () => Promise<void>;
}

/** Tabs that stay open: a new one costs more than most pages do, and in one that goes on scripts are compiled. */
function createTabs() {
  const idle = new Map<string, Tab[]>();
  const contexts: BrowserContext[] = [];
  const keyOf = (reader: Reader) => JSON.stringify({ ...reader, tolerates: undefined });

  const openTab = async (reader: Reader): Promise<Tab> => {
    const problems: string[] = [];
    const context = await createContext(reader, problems);
    contexts.push(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const { origin } = new URL(inject('bookAddress'));
    const forget = async () => {
      await page.goto('about:blank');
      await session.send('Storage.clearDataForOrigin', {
        origin,
        storageTypes: 'cookies,local_storage,indexeddb',
      });
    };
    return { page, problems, forget };
  };

  const take = async (reader: Reader): Promise<Tab> => {
    const tab = idle.get(keyOf(reader))?.pop();
    if (!tab) return openTab(reader);
    await tab.forget();
    await tab.page.setViewportSize(windowOf(reader));
    tab.problems.length = 0;
    return tab;
  };
  const giveBack = (tab: Tab, reader: Reader) => {
    idle.set(keyOf(reader), [...(idle.get(keyOf(reader)) ?? []), tab]);
  };
  const close = () => Promise.all(contexts.map((context) => context.close()));
  return { take, giveBack, close };
}

export const test = base.extend<{
  openPage: OpenPage;
  /** The same page for all tests of a file that ask for it, as the one before has left it. */
  sharedPage: (path: string, width?: number) => Promise<Page>;
  tabs: ReturnType<typeof createTabs>;
  /**
   * Opens a page in a tab in which a reader has read before: nothing is kept but the files that pages are made of. Costs half of what
   * `openPage` does; for tests that neither count bytes nor put scripts of their own into the page's way.
   */
  visit: OpenPage;
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
  tabs: [
    async ({}, use) => {
      const tabs = createTabs();
      await use(tabs);
      await tabs.close();
    },
    { scope: 'file' },
  ],
  visit: async ({ tabs, task }, use) => {
    const taken: [Tab, Reader][] = [];
    await use(async (path, reader = {}) => {
      const tab = await tabs.take(reader);
      taken.push([tab, reader]);
      await arrive(tab.page, path, reader);
      return tab.page;
    });
    const problems = taken.flatMap(([tab, { tolerates = [] }]) =>
      unforeseen(tab.problems.splice(0), tolerates),
    );
    // A tab in which something has failed may hang: the next test gets another.
    const failed = (task.result?.errors ?? []).length > 0;
    for (const [tab, reader] of failed ? [] : taken) tabs.giveBack(tab, reader);
    expect(problems).toEqual([]);
  },
});
