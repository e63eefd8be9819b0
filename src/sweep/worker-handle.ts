/**
 * A worker, whatever the place: a module worker in a browser, a worker thread in Node, or this very
 * thread where there are no workers. The three take the same messages and give the same answers.
 */
import type * as Fs from 'node:fs';
import type * as Os from 'node:os';
import type * as Url from 'node:url';
import type * as Threads from 'node:worker_threads';
import { nodeModule } from './node-module.ts';
import { serveJobs } from './serve-jobs.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

export interface WorkerHandle {
  post(message: ToWorker): void;
  /** Hands over every message, and at most one failure of the worker itself. */
  listen(onMessage: (message: FromWorker) => void, onFailure: (why: string) => void): void;
  /** Whether this worker keeps the process alive. Means nothing in a browser. */
  hold(alive: boolean): void;
  terminate(): void;
}

function browserWorker(): WorkerHandle {
  const worker = new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module', name: 'sweep' });
  return {
    post: (message) => worker.postMessage(message),
    listen(onMessage, onFailure) {
      worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
      worker.onerror = (event) => onFailure(event.message || 'the worker could not be started');
    },
    hold() {},
    terminate: () => worker.terminate(),
  };
}

/**
 * Where the worker's source lies on disk. A bundled copy of this file (a built site) has lost its
 * neighbours, and the project's folder still has them.
 */
function workerFile(): URL | undefined {
  const fs = nodeModule<typeof Fs>('node:fs')!;
  const url = nodeModule<typeof Url>('node:url')!;
  const here = import.meta.url; // not in the URL call: a bundler of the page would take the file for an asset
  const places = [
    new URL('./sweep.worker.ts', here),
    new URL('src/sweep/sweep.worker.ts', url.pathToFileURL(`${process.cwd()}/`)),
  ];
  return places.find((place) => place.protocol === 'file:' && fs.existsSync(place));
}

function threadWorker(threads: typeof Threads): WorkerHandle | undefined {
  const file = workerFile();
  if (!file) return undefined;
  const worker = new threads.Worker(file);
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    listen(onMessage, onFailure) {
      worker.on('message', onMessage);
      worker.on('error', (error) => onFailure(error instanceof Error ? error.message : String(error)));
    },
    hold: (alive) => (alive ? worker.ref() : worker.unref()),
    terminate: () => void worker.terminate(),
  };
}

/** The work done on the calling thread, in slices of a few milliseconds. */
export function sameThread(): WorkerHandle {
  let answer: (message: FromWorker) => void = () => {};
  const receive = serveJobs((message) => answer(message));
  return {
    post: receive,
    listen(onMessage) {
      answer = onMessage;
    },
    hold() {},
    terminate() {
      answer = () => {};
    },
  };
}

/** A new worker, or undefined where there are none. */
export function openWorker(): WorkerHandle | undefined {
  const threads = nodeModule<typeof Threads>('node:worker_threads');
  try {
    if (threads) return threadWorker(threads);
    if (typeof Worker === 'function') return browserWorker();
  } catch {
    // A policy of the host page may forbid workers: the sweep then runs on this thread.
  }
  return undefined;
}

/** How many workers the machine has room for. */
export function availableWorkers(): number {
  const os = nodeModule<typeof Os>('node:os');
  const cores = os ? os.availableParallelism() : globalThis.navigator?.hardwareConcurrency;
  return Math.max(1, cores ?? 1);
}
