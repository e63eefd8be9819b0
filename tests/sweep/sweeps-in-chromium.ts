/** A page in Chromium that has the sweep's own files, for the tests of a file. */
import { chromium } from 'playwright-core';
import { beforeAll, inject } from 'vitest';
import { serveSource } from './serve-source.ts';
import type { Page } from 'playwright-core';
import type * as Sweep from '../../src/sweep/index.ts';

/** What the served page puts on its window. */
export type SweepWindow = Window & { sweeps: typeof Sweep };

/** @returns the page; it is there while tests run. */
export function sweepsInChromium(): () => Page {
  let page: Page | undefined;
  beforeAll(async () => {
    const server = await serveSource();
    const browser = await chromium.connect(inject('browserEndpoint'));
    page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => 'sweeps' in window);
    return async () => {
      await browser.close();
      server.close();
    };
  });
  return () => page!;
}
