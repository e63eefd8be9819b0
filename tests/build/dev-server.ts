/** A running astro dev, and what an open page of it shows. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

export interface Dev {
  address: string;
  /** What it has written. */
  log: () => string;
  stop: () => void;
}

/** @param environment Beside that of this process. */
export async function startDev(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Dev> {
  const child = spawn(resolve('node_modules/.bin/astro'), ['dev', '--port', '0'], {
    cwd: folder,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      FORCE_COLOR: '0',
      NO_COLOR: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const address = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer) => {
      log += chunk.toString();
      const [, url] = /Local\s+(http:\S+)/.exec(log) ?? [];
      if (url) found(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => failed(new Error(`astro dev ended:\n${log}`)));
  });
  return { address, log: () => log, stop: () => child.kill() };
}

/** In milliseconds, for one change to be seen: pages are drawn anew, on whatever machine this is. */
const patience = 120_000;

/** Opens a page, however often the server that starts anew, or the page that is loaded anew, comes between. */
export async function open(page: Page, address: string): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      // What is asked for at the moment in which the server ends is never answered.
      await page.goto(address, { timeout: 20_000, waitUntil: 'commit' });
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((wake) => setTimeout(wake, 200));
    }
  }
}

/** Waits until the server has nothing more to say: it has started anew, or found that it cannot. */
export async function settled({ log }: Dev): Promise<void> {
  for (let before = -1; before !== log().length;) {
    before = log().length;
    await new Promise((wake) => setTimeout(wake, 3_000));
  }
}

export interface Shown {
  /** The source of the page. */
  page: string;
  /** The words of the overlay; undefined while there is none. */
  overlay: string | undefined;
}

const shownBy = (page: Page): Promise<Shown> =>
  page.evaluate(() => ({
    page: document.documentElement.outerHTML,
    overlay: document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? undefined,
  }));

export const isWhole = ({ page, overlay }: Shown): boolean =>
  overlay === undefined && page.includes('</main>');

/** @throws what the page ends with, if it never shows what is waited for. */
export async function until(page: Page, what: string, holds: (shown: Shown) => boolean): Promise<void> {
  const end = performance.now() + patience;
  let shown: Shown | undefined;
  while (performance.now() < end) {
    // While the page is being loaded anew there is nothing to ask.
    shown = await shownBy(page).catch(() => undefined);
    if (shown && holds(shown)) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`${what}; the page ends with\n${shown?.overlay ?? shown?.page.slice(-1500) ?? 'nothing'}`);
}
