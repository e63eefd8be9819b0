/** The engine trains to the same bits in Chromium, on the page and in a worker, as it does in Node. */
import { chromium } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { PINNED_DIGEST } from '../engine/fifty-specs.ts';
import { type Digests, serveModules } from '../engine/serve-modules.ts';

it('fifty specs train to the pinned digest on the page and in a worker', async () => {
  const server = await serveModules();
  const browser = await chromium.connect(inject('browserEndpoint'));
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    const digests = await page.waitForFunction(() => (window as unknown as { digests?: Digests }).digests);
    expect(await digests.jsonValue()).toEqual({ page: PINNED_DIGEST, worker: PINNED_DIGEST });
    await page.close();
  } finally {
    await browser.close();
    server.close();
  }
});
