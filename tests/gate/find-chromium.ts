/**
 * Finds a Chromium that starts, or installs one. In this order: the one that CHROMIUM_PATH names, the system's,
 * one that Playwright has downloaded before, a fresh download by Playwright, the distribution's package (as root).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The headless shell first: it draws no window, which takes a fifth of the time of a test that opens many pages. */
const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The first three draw what drops from an address bar, in two pages of the browser's own for every page that a test opens, which
 * takes more CPU time than most pages of the book. The others are those that Playwright switches off: of two such lists Chromium
 * obeys the last.
 */
const featuresOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Nothing but this machine is reached: every other host's name fails to resolve, and Chromium's own errands are off. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${featuresOff.join(',')}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * @param asReaders Whether it is to be what readers have, where something is measured: a browser with windows, if there is one.
 *   Defaults to false.
 * @returns the path of a Chromium that starts on this machine.
 * @throws if there is none and none can be installed; the message says what to do.
 */
export function findChromium({ asReaders = false } = {}): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", but no Chromium starts from there`);
  }
  const found = (asReaders && installed(hasWindows)) || installed();
  if (found) return found;
  for (const install of [downloadWithPlaywright, installWithApt]) {
    install();
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    [
      'The browser tests need Chromium: none was found, and none could be installed.',
      'Do one of these, then run the tests again:',
      '  sudo apt-get install chromium                 (Debian)',
      '  npx playwright-core install --with-deps chromium   (Ubuntu and others)',
      '  export CHROMIUM_PATH=/path/to/chromium        (one that you have elsewhere)',
      'All tests that need no browser: npm test -- --only types,lint,format,unused,unit,build,size',
    ].join('\n'),
  );
}

function installed(suits: (path: string) => boolean = () => true): string | undefined {
  const there = [...systemPaths.filter((path) => existsSync(path)), ...playwrightDownloads()];
  return there.find((path) => suits(path) && starts(path));
}

const hasWindows = (path: string): boolean => !/headless[-_]shell/.test(path);

/** Chromium and its headless shell where Playwright keeps its downloads, newest first. */
function playwrightDownloads(): string[] {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  return caches
    .filter((cache) => cache !== undefined)
    .flatMap((cache) =>
      globSync('chromium*/*/{chrome,headless_shell,chrome-headless-shell}', { cwd: cache }).map((path) =>
        join(cache, path),
      ),
    )
    .sort()
    .reverse();
}

/** A file may be there and yet not start: a snap's placeholder, or a download whose shared libraries are missing. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

function downloadWithPlaywright(): void {
  console.log('No Chromium found: asking Playwright to download its own (at most three minutes).');
  run('playwright-core', ['install', 'chromium', '--only-shell'], 180_000);
  if (playwrightDownloads().length > 0 && !installed() && isRoot()) {
    console.log('The downloaded Chromium does not start: installing the libraries it needs.');
    run('playwright-core', ['install-deps', 'chromium'], 300_000);
  }
}

function installWithApt(): void {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  console.log("Installing the distribution's Chromium with apt-get.");
  run('apt-get', ['update'], 120_000);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], 600_000);
  // Not every distribution has it as a package of its own.
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], 300_000);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function run(command: string, args: string[], timeoutMs: number): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: timeoutMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (import.meta.main) console.log(findChromium());
