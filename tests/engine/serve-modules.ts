/**
 * Serves the engine to a browser as it stands: its .ts files with their types stripped, one module a file, and a
 * page that works out the digest of the fifty specs on the page and in a worker.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bits</title><link rel="icon" href="data:,"></head><body>
<script type="module">
  import { digestOfFifty } from '/tests/engine/fifty-specs.ts';
  const inWorker = new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  inWorker.then(
    (worker) => (window.digests = { page: digestOfFifty(), worker }),
    (error) => (window.digests = { error: String(error) }),
  );
</script></body></html>`;
const WORKER = `import { digestOfFifty } from '/tests/engine/fifty-specs.ts'; postMessage(digestOfFifty());`;

/** What the page leaves in \`window.digests\`. */
export type Digests = { page: string; worker: string } | { error: string };

export async function serveModules(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    answer(path).then(
      ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function answer(path: string): Promise<[type: string, body: string]> {
  if (path === '/') return ['text/html', PAGE];
  if (path === '/worker.js') return ['text/javascript', WORKER];
  const file = normalize(path).slice(1);
  if (!/^(src|tests)\/engine\/[\w/-]+\.ts$/.test(file)) throw new Error(`not served: ${path}`);
  return ['text/javascript', stripTypeScriptTypes(await readFile(join(process.cwd(), file), 'utf8'))];
}
