/**
 * Before any browser test: one server on a free port and one Chromium, which all test files share. The tests of what a reader
 * does are served the fixture book, all others the book in dist/.
 */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { fixtureBook } from '../gate/fixture-book.ts';
import { serve } from '../gate/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the book's home page; ends with a slash. */
    bookAddress: string;
    /** Where a test file connects to the shared Chromium. */
    browserEndpoint: string;
  }
}

export default async function serveAndLaunch(project: TestProject): Promise<() => Promise<void>> {
  const isOfHouse = /^(browser|proofs)/.test(project.name);
  const book = await serve({ port: 0, ...(isOfHouse && fixtureBook) });
  const browser = await chromium.launchServer({
    executablePath: findChromium({ asReaders: project.name === 'deadlines' }),
    args: chromiumArguments,
  });
  project.provide('bookAddress', book.address);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await book.close();
  };
}
