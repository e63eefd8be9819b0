/**
 * Serves the built book from dist/ on this machine: right types, compressed, a trailing slash on every page,
 * the book's own 404 page. `npm start` and the browser tests use the same server, so what is tested is what is read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { bookAddress } from '../../src/book/book-address.ts';

const loopback = '127.0.0.1';

export interface ServeOptions {
  /** The folder that holds the built book. Defaults to "dist". */
  directory?: string;
  /** The path under which the book was built. Defaults to what the environment says, else "/". */
  base?: string;
  /** The first port to try; a port that is taken is passed over for the next one. 0 takes any free port. Defaults to 4321. */
  port?: number;
}

export interface ServedBook {
  /** The address of the home page; ends with a slash. */
  address: string;
  close(): Promise<void>;
}

/**
 * @throws if the folder holds no built book, or none of twenty ports is free.
 */
export async function serve(options: ServeOptions = {}): Promise<ServedBook> {
  const { directory = 'dist', port = 4321 } = options;
  const { base } = bookAddress(options.base === undefined ? process.env : { BOOK_BASE: options.base });
  if (!existsSync(join(directory, '404.html'))) {
    throw new Error(`${directory}/ holds no built book: run "npm run build" first`);
  }
  const server = createServer(bookHandler(directory, base));
  await listenOnFreePort(server, port);
  const { port: chosen } = server.address() as AddressInfo;
  return {
    address: `http://${loopback}:${chosen}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

function bookHandler(directory: string, base: string): Handler {
  const notFound = readFileSync(join(directory, '404.html'));
  const files = sirv(directory, {
    dev: true, // reads the folder at each request, so a rebuilt book is served without a restart
    etag: true,
    extensions: ['html'],
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    },
  });
  const compress = compression();
  const redirect = (response: ServerResponse, to: string) => response.writeHead(301, { Location: to }).end();

  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://book');
    if (!pathname.startsWith(base)) {
      if (`${pathname}/` === base || pathname === '/') return redirect(response, base);
      return response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    }
    const inside = pathname.slice(base.length - 1);
    const isFolder = !inside.endsWith('/') && existsSync(join(directory, safeDecode(inside), 'index.html'));
    if (isFolder) return redirect(response, `${pathname}/${search}`);
    request.url = inside + search;
    // Express's middleware types, node's own objects: compression uses nothing that only Express has.
    return compress(request as never, response as never, () => files(request, response));
  };
}

/** A path with a malformed escape names no file; it stays as it is and ends at the 404 page. */
function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function listenOnFreePort(server: Server, first: number): Promise<void> {
  const tries = 20;
  for (let port = first; port < first + tries; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, loopback, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`ports ${first} to ${first + tries - 1} are all taken: set PORT to a free one`);
}

if (import.meta.main) {
  const port = Number(process.env['PORT'] ?? 4321);
  const book = await serve({ port });
  console.log(`\n  The book is at ${book.address}\n  Press Ctrl+C to stop.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void book.close().then(() => process.exit(0)));
  }
}
