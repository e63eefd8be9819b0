/**
 * npm run test:engines: the fifty specs in Firefox (SpiderMonkey) and WebKit (JavaScriptCore), on the page and in
 * a worker. Both come from Debian's packages and are installed when this may be done (as root); an engine that
 * cannot be had is a failure, since nothing was proven about it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PINNED_DIGEST } from './fifty-specs.ts';
import { type Digests, serveModules } from './serve-modules.ts';

const PATIENCE_MS = 60_000;

function install(program: string, packages: string[]): void {
  const find = (): boolean => spawnSync('which', [program]).status === 0;
  if (find()) return;
  console.log(`installing ${packages.join(' ')}`);
  const get = (...words: string[]): void => void spawnSync('apt-get', words, { stdio: 'ignore' });
  get('install', '-y', '--no-install-recommends', ...packages);
  if (!find()) {
    get('update'); // a fresh machine has no list of packages yet
    get('install', '-y', '--no-install-recommends', ...packages);
  }
  if (!find())
    throw new Error(`${program} is not installed; run: sudo apt-get install ${packages.join(' ')}`);
}

/** Asks again until there is an answer. */
async function until<T>(what: string, ask: () => Promise<T | null | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const answer = await ask().catch(() => null);
    if (answer !== null && answer !== undefined) return answer;
    await wait(200);
  }
  throw new Error(`${what}: no answer within ${PATIENCE_MS / 1000} seconds`);
}

/** Firefox speaks WebDriver BiDi over a WebSocket by itself. */
async function inFirefox(address: string): Promise<Digests> {
  install('firefox-esr', ['firefox-esr']);
  const profile = mkdtempSync(join(tmpdir(), 'bits-firefox-'));
  const port = 20_000 + (process.pid % 20_000);
  const firefox = spawn(
    'firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', String(port)],
    { stdio: 'ignore', detached: true },
  );
  try {
    const socket = await until('Firefox', () => connect(`ws://127.0.0.1:${port}/session`));
    const command = commands(socket);
    await command('session.new', { capabilities: {} });
    const { contexts } = await command<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
    const { context } = contexts[0]!;
    await command('browsingContext.navigate', { context, url: address, wait: 'complete' });
    return await until('the page in Firefox', async () => {
      const { result } = await command<{ result: { value?: string } }>('script.evaluate', {
        expression: 'JSON.stringify(window.digests)',
        target: { context },
        awaitPromise: false,
      });
      return result.value ? (JSON.parse(result.value) as Digests) : null;
    });
  } finally {
    stop(firefox);
    await wait(500);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const connect = (url: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve(socket);
    socket.onerror = () => reject(new Error(`no connection to ${url}`));
  });

function commands(socket: WebSocket): <T>(method: string, params: object) => Promise<T> {
  let id = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      const mine = ++id;
      const listen = ({ data }: MessageEvent<string>): void => {
        const message = JSON.parse(data) as { id?: number; result?: never; error?: string; message?: string };
        if (message.id !== mine) return;
        socket.removeEventListener('message', listen);
        if (message.error) reject(new Error(`${method}: ${message.error}: ${message.message}`));
        else resolve(message.result!);
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id: mine, method, params }));
    });
}

/** WebKit's MiniBrowser is driven by WebKitWebDriver and needs a display, which Xvfb gives it. */
async function inWebKit(address: string): Promise<Digests> {
  install('WebKitWebDriver', ['webkit2gtk-driver']);
  install('Xvfb', ['xvfb']);
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').sort().reverse();
  if (!binary || !existsSync(binary)) throw new Error('MiniBrowser is not installed with webkit2gtk-driver');
  const display = `:${100 + (process.pid % 400)}`;
  const port = 20_001 + (process.pid % 20_000);
  const screen = spawn('Xvfb', [display, '-screen', '0', '800x600x24'], { stdio: 'ignore', detached: true });
  const environment = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: { ...environment, WEBKIT_FORCE_SANDBOX: '0' },
  });
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (value && typeof value === 'object' && value.error) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  try {
    await until('WebKitWebDriver', () => ask<{ ready: boolean }>('GET', '/status'));
    const options = { binary, args: ['--automation'] };
    const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/url`, { url: address });
    const script = { script: 'return window.digests ?? null', args: [] };
    const digests = await until('the page in WebKit', () =>
      ask<Digests | null>('POST', `${session}/execute/sync`, script),
    );
    await ask('DELETE', session);
    return digests;
  } finally {
    stop(driver);
    stop(screen);
  }
}

/** Ends a program and all that it started. */
function stop(program: ChildProcess): void {
  if (program.pid === undefined) return;
  try {
    process.kill(-program.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

const server = await serveModules();
let failures = 0;
for (const [name, run] of [
  ['Firefox', inFirefox],
  ['WebKit', inWebKit],
] as const) {
  const digests = await run(server.address).catch((error: unknown) => ({ error: String(error) }));
  const same = 'page' in digests && digests.page === PINNED_DIGEST && digests.worker === PINNED_DIGEST;
  if (!same) failures += 1;
  console.log(
    `${name}: ${same ? `the same bits, ${PINNED_DIGEST}` : `expected ${PINNED_DIGEST}, got ${JSON.stringify(digests)}`}`,
  );
}
server.close();
process.exit(failures === 0 ? 0 : 1);
