/** The lab in Chromium: a program gives the numbers that Node gives; a hostile one is contained, explained and survived. */
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';
import {
  clickWhile,
  expectContained,
  failureOf,
  inUpdate,
  openLabPage,
  sharedLab,
  source,
  watchClicks,
} from './lab-page.ts';
import { whole } from '../whole.ts';

/** Programs that would take the page with them if they could. */
const hostile = [
  `for (;;) {}\n${source}`,
  `const a = []; for (;;) a.push({ a });\n${source}`,
  inUpdate("for (;;) try { console.log('x'); } catch {}"),
];

describe('a program', () => {
  test('prints in the page what it prints in Node, and can be rewound', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    const run = await page.evaluate(async (text) => {
      const loaded = await session.load(text, 1);
      const advanced = await session.advance(400_000);
      const sought = await session.seek(0);
      if (loaded.kind !== 'ok' || advanced.kind !== 'ok' || sought.kind !== 'ok') return undefined;
      return { start: loaded.value.frame, end: advanced.value.frame, back: sought.value };
    }, source);
    expect(run?.end.outputs.flat()).toEqual(new Array(4).fill(0.48780487804878037));
    expect(run?.back).toEqual(run?.start);
  });

  test('is diagnosed', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    const codes = await page.evaluate(async (text) => {
      await session.load(text, 1);
      await session.advance(400);
      const diagnosis = await session.diagnose();
      return diagnosis.kind === 'ok'
        ? diagnosis.value.findings.filter(({ severity }) => severity === 'problem').map(({ code }) => code)
        : diagnosis.failure;
    }, source);
    expect(codes).toEqual(expect.arrayContaining(['slope-always-one', 'slope-always-one']));
  });

  test('runs over many seeds in their order, as on the bench', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    const swept = await page.evaluate(async (text) => {
      const told: number[] = [];
      const seeds = [5, 3, 9, 1, 2, 8];
      const result = await session.sweep({
        source: text,
        seeds,
        epochs: 50,
        onProgress: ({ part }) => told.push(part),
      });
      await session.load(text, 9);
      const bench = await session.advance(200);
      if (result.kind !== 'ok' || bench.kind !== 'ok') return undefined;
      return {
        seeds: result.value.map(({ seed }) => seed),
        nine: result.value[2]!.outputs,
        bench: bench.value.frame.outputs,
        told,
      };
    }, source);
    expect(swept?.seeds).toEqual([5, 3, 9, 1, 2, 8]);
    expect(swept?.nine).toEqual(swept?.bench);
    expect(swept?.told.at(-1)).toBe(1);
    expect(swept?.told).toEqual(swept?.told.toSorted((a, b) => a - b));
  });

  test('a sweep ends when it is cancelled, with what was done', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    const cancelled = await page.evaluate(async (text) => {
      const controller = new AbortController();
      const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
      const result = await session.sweep({
        source: text,
        seeds,
        epochs: 20_000,
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      return result.kind === 'ok' ? result.value : undefined;
    }, source);
    expect(cancelled?.length).toBeGreaterThan(0);
    expect(cancelled?.some(({ epochs, settled }) => epochs < 20_000 && !settled)).toBe(true);
  });

  test('that fails for some seeds is reported so for those alone', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    const failing = source.replace(
      'export const create = (seed: number): Network =>',
      (line) => `${line} seed === 2 ? (undefined as any).x :`,
    );
    const kinds = await page.evaluate(async (text) => {
      const result = await session.sweep({ source: text, seeds: [1, 2, 3], epochs: 10 });
      return result.kind === 'ok'
        ? result.value.map(({ failure }) => failure?.kind ?? 'ran')
        : result.failure.message;
    }, failing);
    expect(kinds).toEqual(['ran', 'exception', 'ran']);
  });
});

describe('a hostile program', () => {
  test.for([
    ['an endless loop at the top', `for (;;) {}\n${source}`, 'timeout', /no sign of life/],
    ['an endless loop in an update', inUpdate('for (;;) {}'), 'timeout', /no sign of life/],
    [
      'an array of eight terabytes',
      `new Float64Array(2 ** 40);\n${source}`,
      'memory',
      /more memory than there is/,
    ],
    [
      'two gigabytes, written to',
      `const a = []; for (let i = 0; i < 16; i++) a.push(new Float64Array(2 ** 24).fill(i)); for (;;) {}\n${source}`,
      'timeout',
      /grows without end/,
    ],
    [
      'a text that doubles for ever',
      `let s = 'abc'; for (;;) s += s;\n${source}`,
      'memory',
      /more memory than there is/,
    ],
    [
      'a flood of output',
      inUpdate("for (;;) console.log('x');"),
      'flood',
      /printed more than the page can show/,
    ],
    [
      'a flood of messages to the page',
      `for (;;) postMessage('x'.repeat(1e6));\n${source}`,
      'exception',
      /can’t reach the page/,
    ],
    [
      'changing Array.prototype',
      `Array.prototype.map = () => [];\n${source}`,
      'exception',
      /language’s own objects/,
    ],
    [
      'changing Object.prototype',
      `Object.defineProperty(Object.prototype, 'kind', { value: 'ok' });\n${source}`,
      'exception',
      /language’s own objects/,
    ],
    ['replacing globals', `globalThis.Array = null;\n${source}`, 'exception', /language’s own objects/],
    ['throwing nothing', `throw null;\n${source}`, 'exception', /threw null/],
    [
      'throwing a proxy that throws',
      `throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });\n${source}`,
      'exception',
      /can’t be read/,
    ],
    [
      'a network that is a proxy',
      source.replace(
        "createNetwork(randomNumbers(seed), 'ReLU')",
        "new Proxy(createNetwork(randomNumbers(seed), 'ReLU'), {})",
      ),
      'contract',
      /plain data/,
    ],
    [
      'a billion outputs',
      source.replace(
        'return forward(output, forward(hidden, input));',
        "return new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : 1) }) as any;",
      ),
      'contract',
      /too many/,
    ],
    [
      'endless recursion',
      `function f(): number { return f() + 1; }\nf();\n${source}`,
      'exception',
      /calls itself without end/,
    ],
    ['a text that ends the wrapper', `}); for (;;) {} ((\n${source}`, 'syntax', /not expected here/],
  ] as [string, string, string | RegExp, RegExp][])(
    '%s is stopped, explained and survived',
    async ([, program, kind, words], { sharedPage }) => {
      await expectContained(await sharedLab(sharedPage), program, kind, words);
    },
  );

  test.for([
    ['fetch', "fetch('https://example.org/')"],
    ['WebSocket', "new WebSocket('wss://example.org/')"],
    ['XMLHttpRequest', 'new XMLHttpRequest()'],
    ['importScripts', "(self as any).importScripts('https://example.org/x.js')"],
    ['indexedDB', "indexedDB.open('x')"],
    ['caches', "caches.open('x')"],
    ['localStorage', "localStorage.getItem('x')"],
    ['parent', '(parent as any).document'],
    ['Worker', "new Worker('x')"],
  ])('%s is closed, and that is said', async ([name, code], { sharedPage }) => {
    const page = await sharedLab(sharedPage);
    const failure = await failureOf(page, `${code};\n${source}`);
    expect(failure?.message).toContain(`\`${name}\` is closed`);
    expect(failure?.line).toBe(1);
  });

  test.runIf(whole)('leaves the page free to answer clicks', async ({ openPage }) => {
    const page = await openLabPage(openPage);
    await watchClicks(page);
    for (const program of hostile) {
      await page.evaluate(() => (clickDelaysMs.length = 0));
      await clickWhile(page, failureOf(page, program));
      expect(await page.evaluate(() => clickDelaysMs.length)).toBeGreaterThan(0);
    }
  });
});

describe('the sandbox itself', () => {
  test('denies network, storage and page to any code in it, whatever its runtime does', async ({
    openPage,
  }) => {
    const page = await openLabPage(openPage, [/Content Security Policy|Refused|violates/]);
    await page.evaluate((text) => session.load(text, 1), source);
    const frame = page.frames().find((one) => one.url().endsWith('/sandbox.html'))!;
    const told = await frame.evaluate(async () => {
      const attempt = async (action: () => unknown): Promise<string> => {
        try {
          await action();
          return 'allowed';
        } catch {
          return 'denied';
        }
      };
      const inWorker = (code: string): Promise<string> =>
        new Promise((resolve) => {
          const text = `(async () => { ${code} })().then(() => postMessage('allowed'), () => postMessage('denied'))`;
          const worker = new Worker(URL.createObjectURL(new Blob([text])));
          worker.onmessage = ({ data }) => resolve(data as string);
          worker.onerror = () => resolve('denied');
        });
      const open = `await new Promise((resolve, reject) => { const request = indexedDB.open('x'); request.onsuccess = resolve; request.onerror = reject; });`;
      return {
        origin: self.origin,
        fetch: await attempt(() => fetch('/')),
        storage: await attempt(() => localStorage.length),
        cookies: await attempt(() => document.cookie),
        parent: await attempt(() => (window.parent as unknown as Window).document.title),
        fetchInWorker: await inWorker("await fetch(location.origin + '/');"),
        importInWorker: await inWorker("importScripts('https://example.invalid/x.js');"),
        databaseInWorker: await inWorker(open),
        socketInWorker: await inWorker(
          "await new Promise((resolve, reject) => { const socket = new WebSocket('wss://example.invalid/'); socket.onopen = resolve; socket.onerror = reject; });",
        ),
      };
    });
    const { origin, ...attempts } = told;
    expect(origin).toBe('null');
    expect(new Set(Object.values(attempts)), JSON.stringify(attempts)).toEqual(new Set(['denied']));
  });

  test('does nothing when it is opened as a page of its own', async ({ openPage }) => {
    const page = await openPage('/sandbox.html');
    const workers: unknown[] = [];
    page.on('worker', (worker) => workers.push(worker));
    await page.evaluate(() => {
      const { port2 } = new MessageChannel();
      window.postMessage({ kind: 'start', id: 0, worker: 'runtime' }, '*', [port2]);
    });
    await page.waitForTimeout(500);
    expect(workers).toEqual([]);
  });
});
