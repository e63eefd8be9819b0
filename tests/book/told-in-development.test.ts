import { EventEmitter } from 'node:events';
import type { ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellMistakes } from '../../src/book/told-in-development.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server with one page open, and what it and the terminal are told. */
function server() {
  const told: { type: string; err?: { message: string; loc?: object } }[] = [];
  const logged: string[] = [];
  const watcher = new EventEmitter();
  const connected = new EventEmitter();
  const hot = {
    send: (payload: never) => void told.push(payload),
    on: (event: string, hear: (...args: unknown[]) => void) => void connected.on(event, hear),
  };
  let wrong: string[] = [];
  let later: string[] = [];
  tellMistakes({
    server: {
      config: { root: '/book' },
      environments: { client: { hot } },
      watcher,
    } as unknown as ViteDevServer,
    log: (mistake) => logged.push(mistake),
    mistakes: () => wrong,
    laterMistakes: () => Promise.resolve(later),
  });
  vi.runAllTimers();
  /** A file is saved, with which so much is wrong; what is then told. */
  const save = async (found: string[], foundLater: string[] = []) => {
    [wrong, later] = [found, foundLater];
    told.length = 0;
    watcher.emit('change', '/book/content/glossary.yaml');
    await vi.runAllTimersAsync();
    return told.map(({ type, err }) => err?.message ?? type);
  };
  return { told, logged, hot, connected, save };
}

const one = 'content/glossary.yaml:3: [0].meaning: is missing; expected <some words>';
const other = 'content/courses/book.yaml:2: title: is missing';

it('says what is wrong with file and line, each once at the terminal, and has pages drawn anew once it is mended', async () => {
  const { told, logged, save } = server();
  expect(await save([one])).toEqual([one.replace('<', '&lt;').replace('>', '&gt;')]);
  expect(told[0]!.err!.loc).toEqual({ file: '/book/content/glossary.yaml', line: 3, column: 1 });
  expect(await save([one, other])).toEqual([expect.stringMatching(/meaning.*<br>.*title/)]);
  expect(await save([])).toEqual(['full-reload']);
  expect(await save([])).toEqual([]);
  expect(logged).toEqual([one, other]);
});

it('says it to pages that are opened later, and in the place of what a page stumbled over', async () => {
  const { told, hot, connected, save } = server();
  await save([other]);
  const heard: { err: { message: string } }[] = [];
  connected.emit('vite:client:connect', undefined, { send: (payload: never) => heard.push(payload) });
  expect(heard.map(({ err }) => err.message)).toEqual([other]);
  told.length = 0;
  hot.send({ type: 'error', err: { message: 'undefined is no function' } } as never);
  expect(told.map(({ err }) => err!.message)).toEqual([other]);
  await save([]);
  told.length = 0;
  hot.send({ type: 'error', err: { message: 'undefined is no function' } } as never);
  expect(told.map(({ err }) => err!.message)).toEqual(['undefined is no function']);
});

it('has a page drawn anew that fails late of what is mended, but not for ever', async () => {
  const { told, hot, save } = server();
  await save([other]);
  await save([]);
  told.length = 0;
  for (let time = 0; time < 6; time++)
    hot.send({ type: 'error', err: { message: `Error: ${other}` } } as never);
  expect(told.map(({ type }) => type)).toEqual([...Array<string>(5).fill('full-reload'), 'error']);
});

it('says what only programs can tell, where nothing else is wrong', async () => {
  const { save } = server();
  expect(await save([other], [one])).toEqual([other]);
  expect(await save([], [other])).toEqual(['full-reload', other]);
  expect(await save([], [other])).toEqual([other]);
  expect(await save([])).toEqual(['full-reload']);
});
