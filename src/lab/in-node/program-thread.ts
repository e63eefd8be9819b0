/**
 * The thread in which Node runs a program: the sandbox's runtime on a port, as in a page, and its signs of life in shared memory
 * as well, for a build that waits and cannot listen. It is no sandbox: it ends what never ends, and trusts the rest.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Reply, Request } from '../messages.ts';
import { Runtime } from '../runtime/runtime.ts';
import { countsName } from './counted-loops.ts';

export interface ThreadData {
  port: MessagePort;
  /** Counts signs of life. [1] */
  signs: Int32Array<SharedArrayBuffer>;
  /** Where a program with counted loops counts. */
  counts?: Int32Array<SharedArrayBuffer>;
}

/** A runtime for whoever is at the other end of the port, for as long as it is open. */
function serve({ port, signs, counts }: ThreadData): void {
  if (counts) Object.assign(globalThis, { [countsName]: counts });
  const post = (reply: Reply): void => {
    port.postMessage(reply);
    Atomics.add(signs, 0, 1);
    Atomics.notify(signs, 0);
  };
  const runtime = new Runtime({ alive: () => post({ kind: 'alive' }), now: () => performance.now() });
  port.on('message', (request: Request) => post(runtime.answer(request)));
  post({ kind: 'ready' });
}

serve(workerData as ThreadData);
parentPort!.on('message', serve);
