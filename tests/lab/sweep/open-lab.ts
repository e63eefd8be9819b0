/** A page of the built book, in a Chromium of its own, with a lab in it: for what is measured over its sandbox. */
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../gate/find-chromium.ts';
import { serve } from '../../gate/serve.ts';
import type { LabSession, openLab } from '../../../src/lab/index.ts';
import { bundleLab } from '../bundle-lab.ts';

declare global {
  /** The lab in the page. */
  var labSession: LabSession;
}

export interface OpenLab {
  page: Page;
  /** Chromium's own process, the parent of all others. */
  processId: number;
  close(): Promise<void>;
}

export async function openLabInChromium(): Promise<OpenLab> {
  const book = await serve({ port: 0 });
  const server = await chromium.launchServer({
    executablePath: findChromium({ asReaders: true }),
    args: chromiumArguments,
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  await page.goto(book.address);
  await page.evaluate(await bundleLab());
  await page.evaluate((sandboxUrl) => {
    const { lab } = globalThis as unknown as { lab: { openLab: typeof openLab } };
    globalThis.labSession = lab.openLab({ sandboxUrl });
  }, new URL('sandbox.html', book.address).href);
  return {
    page,
    processId: server.process().pid!,
    async close() {
      await server.close();
      await book.close();
    },
  };
}
