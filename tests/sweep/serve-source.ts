/**
 * Serves src/ to a browser as it stands, types taken out: the sweep's own files, without a bundler and without the
 * book around them.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';

const html = `<!doctype html><title>Sweeps</title><script type="module">
import * as sweeps from '/src/sweep/index.ts';
window.sweeps = sweeps;
</script>`;

async function answer(path: string): Promise<{ type: string; body: string | Uint8Array }> {
  if (path === '/') return { type: 'text/html', body: html };
  const file = await readFile(`.${path}`);
  if (path.endsWith('.wasm')) return { type: 'application/wasm', body: file };
  return { type: 'text/javascript', body: stripTypeScriptTypes(file.toString()) };
}

export async function serveSource(): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const known = pathname === '/' || /^\/src\/[\w/.-]+\.(ts|wasm)$/.test(pathname);
    (known ? answer(pathname) : Promise.reject(new Error(pathname))).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
