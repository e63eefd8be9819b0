/** The worker's own file, the same for a module worker in a browser and a worker thread in Node. */
import type * as Threads from 'node:worker_threads';
import { serveJobs } from './serve-jobs.ts';
import { nodeModule } from './node-module.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const transfers = (message: FromWorker) =>
  message.kind === 'done' ? Object.values(message.runs).map((array) => array.buffer) : [];

const port = nodeModule<typeof Threads>('node:worker_threads')?.parentPort;
if (port) {
  const receive = serveJobs((message) => port.postMessage(message, transfers(message)));
  port.on('message', receive);
} else {
  const page = globalThis as unknown as Worker; // a dedicated worker's own scope has the same two ends
  const receive = serveJobs((message) => page.postMessage(message, transfers(message)));
  page.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
}
