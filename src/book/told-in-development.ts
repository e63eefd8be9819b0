/**
 * Says what is wrong with the content while the book is being written (astro dev): at the terminal, and laid over every page that
 * is open, with file and line. Once it is mended the pages are drawn anew.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { escaped } from './escaped.ts';

interface Telling {
  server: Pick<ViteDevServer, 'config' | 'environments' | 'watcher'>;
  /** Writes a line at the terminal. */
  log: (mistake: string) => void;
  /** All that is wrong, "file:line: what". */
  mistakes: () => string[];
  /** What is found by running programs, where nothing else is wrong. */
  laterMistakes: () => Promise<string[]>;
}

/** How long files must be left alone until they are read: an editor, or Git, saves several at once. */
const quietMs = 50;

/** Has the pages that are open drawn anew, by the server that was started last. */
let drawAnew = (): void => {};

/** How many errors can come late of one mend: of pages that are open, each in what it draws. With more, pages would be drawn for ever. */
const mostLate = 5;

/** In milliseconds: what a server takes to be there again. */
const startingMs = 1_000;

export function tellMistakes({ server, log, mistakes, laterMistakes }: Telling): void {
  const { hot } = server.environments.client;
  const { root } = server.config;
  const send = hot.send.bind(hot) as (...args: unknown[]) => void;
  drawAnew = () => send({ type: 'full-reload', path: '*' });
  let told: string[] = [];
  let isToldLater = false;
  /** Counts the looks, so that the outcome of an earlier one is not told. */
  let look = 0;
  const everTold = new Set<string>();
  /** How many errors have come late since the last look. */
  let late = 0;

  const tell = (found: string[]): void => {
    for (const mistake of found) {
      if (!told.includes(mistake)) log(mistake);
      everTold.add(lettersOf(mistake));
    }
    const isMended = found.length === 0 && told.length > 0;
    told = found;
    if (told.length > 0) send(overlayOf(told, root));
    else if (isMended) drawAnew();
  };
  const lookAgain = (): void => {
    const mine = ++look;
    late = 0;
    const found = mistakes();
    // What only programs can tell is left as it was until they have.
    if (found.length > 0 || !isToldLater) tell(found);
    isToldLater = found.length === 0;
    if (!isToldLater) return;
    void laterMistakes().then((later) => {
      if (mine === look) tell(later);
    });
  };

  hot.send = (...args: unknown[]) => {
    if (!isError(args[0])) return send(...args);
    // A page that was asked for while the server starts anew finds half of it gone.
    if (/transport was disconnected/.test(args[0].err.message))
      return void setTimeout(() => drawAnew(), startingMs).unref();
    // What a page stumbled over while it was drawn comes of these mistakes, and says less.
    if (told.length > 0) return send(overlayOf(told, root));
    // A page that was begun before the mend, or a start of the server, fails after it.
    const words = lettersOf(args[0].err.message);
    const isLate = late < mostLate && [...everTold].some((mistake) => words.includes(mistake));
    if (!isLate) return send(...args);
    late++;
    drawAnew();
  };
  hot.on('vite:client:connect', (_: unknown, client: { send(payload: ErrorPayload): void }) => {
    if (told.length > 0) client.send(overlayOf(told, root));
  });

  let timer: NodeJS.Timeout | undefined;
  const wait = (file?: string): void => {
    if (file !== undefined && !/^(content|public)[\\/]/.test(relative(root, file))) return;
    clearTimeout(timer);
    timer = setTimeout(lookAgain, quietMs);
    timer.unref();
  };
  for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, wait);
  wait();
  // A watcher does not see what is saved while it begins.
  for (const ms of [2 * startingMs, 10 * startingMs]) setTimeout(lookAgain, ms).unref();
}

const isError = (payload: unknown): payload is ErrorPayload =>
  (payload as { type?: unknown } | null)?.type === 'error';

/** A message, be it written as HTML or not. */
const lettersOf = (message: string): string => message.replace(/<\/?[a-z][^>]*>|&\w+;|[^\w]/g, '');

/** As Astro's overlay shows it: the place of the first, and its lines; all of them as text. */
function overlayOf(mistakes: readonly string[], root: string): ErrorPayload {
  const [first = ''] = mistakes;
  const { 1: file, 2: line } = /^([^\s:]+\.\w+):(?:(\d+):)?/.exec(first) ?? [];
  const path = file === undefined ? undefined : resolve(root, file);
  const count = mistakes.length === 1 ? 'A mistake' : `${mistakes.length} mistakes`;
  const err = {
    name: 'Content',
    title: `${count} in the content`,
    message: mistakes.map(escaped).join('<br>'),
    stack: mistakes.join('\n'),
    ...(path && { loc: { file: path, line: Number(line ?? 1), column: 1 } }),
    ...(path && existsSync(path) && { highlightedCode: linesAround(path, Number(line ?? 1)) }),
  };
  return { type: 'error', err };
}

function linesAround(path: string, line: number): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  const from = Math.max(0, line - 6);
  const shown = lines.slice(from, line + 5).map((text, i) => {
    const mark = from + i + 1 === line ? ' error-line' : '';
    return `<span class="line${mark}">${escaped(text)}</span>`;
  });
  return `<pre class="astro-code"><code>${shown.join('\n')}</code></pre>`;
}
