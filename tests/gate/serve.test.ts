import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serve } from './serve.ts';
import type { ServeOptions } from './serve.ts';

function builtBook(): string {
  const directory = mkdtempSync(join(tmpdir(), 'book-'));
  mkdirSync(join(directory, 'chapters/one'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(directory, '404.html'), '<h1>No such page</h1>');
  writeFileSync(join(directory, 'chapters/one/index.html'), '<h1>One</h1>');
  writeFileSync(join(directory, 'long.js'), 'let a = 1;\n'.repeat(1000));
  return directory;
}

async function ask(path: string, options: ServeOptions = {}): Promise<Response> {
  const book = await serve({ directory: builtBook(), port: 0, ...options });
  try {
    return await fetch(new URL(path, book.address), { redirect: 'manual' });
  } finally {
    await book.close();
  }
}

test('a page is served with its type', async () => {
  const response = await ask('/chapters/one/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
});

test('a page asked for without its slash is redirected, query and all, so that its relative links hold', async () => {
  const response = await ask('/chapters/one?seed=3');
  expect([response.status, response.headers.get('location')]).toEqual([301, '/chapters/one/?seed=3']);
});

test('an unknown path gets the 404 page and its status', async () => {
  for (const path of ['/chapters/two/', '/nothing.js', '/%E0%A4%A']) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test('files outside the folder are not served', async () => {
  expect((await ask('/..%2f..%2fetc%2fpasswd')).status).toBe(404);
});

test('what is worth compressing is compressed', async () => {
  const response = await ask('/long.js');
  expect(response.headers.get('content-type')).toMatch(/javascript/);
  expect(response.headers.get('content-encoding')).toBe('gzip');
});

describe('a book built for a sub-path', () => {
  const base = '/book';

  test('is served under it, and the root leads there', async () => {
    expect((await ask('/book/chapters/one/', { base })).status).toBe(200);
    expect((await ask('/', { base })).headers.get('location')).toBe('/book/');
    expect((await ask('/book', { base })).headers.get('location')).toBe('/book/');
  });

  test('is not served beside it', async () => {
    expect((await ask('/chapters/one/', { base })).status).toBe(404);
    expect((await ask('/bookshop/', { base })).status).toBe(404);
  });
});

test('a port that is taken is passed over for the next', async () => {
  const directory = builtBook();
  const first = await serve({ directory, port: 0 });
  const taken = Number(new URL(first.address).port);
  const second = await serve({ directory, port: taken });
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  await Promise.all([first.close(), second.close()]);
});

test('a folder without a built book is refused with what to do', async () => {
  await expect(serve({ directory: tmpdir() })).rejects.toThrow('run "npm run build" first');
});
