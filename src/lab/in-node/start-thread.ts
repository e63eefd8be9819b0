import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Reply, Request } from '../messages.ts';
import type { Failure, Result } from '../protocol.ts';
import { WorkerLink } from '../worker-link.ts';
import type { ThreadData } from './program-thread.ts';

/** A bundled copy of this file (a built site) has lost its neighbours, and the project's folder still has them. */
function threadFile(): URL {
  const places = [
    new URL('./program-thread.ts', import.meta.url),
    new URL('src/lab/in-node/program-thread.ts', pathToFileURL(`${process.cwd()}/`)),
  ];
  const place = places.find((one) => one.protocol === 'file:' && existsSync(one));
  if (!place)
    throw new Error(
      'src/lab/in-node/program-thread.ts: no such file; expected to run in the project’s folder',
    );
  return place;
}

function openThread(): { worker: Worker; port: MessagePort; signs: ThreadData['signs'] } {
  const { port1: port, port2 } = new MessageChannel();
  const signs = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { port: port2, signs };
  const worker = new Worker(threadFile(), { workerData, transferList: [port2] });
  worker.unref();
  port.unref();
  return { worker, port, signs };
}

/** A thread that is listened to, for `sweep`. */
export function startThread(): WorkerLink {
  const { worker, port } = openThread();
  port.ref();
  const link = new WorkerLink(port as unknown as globalThis.MessagePort, () => void worker.terminate());
  worker.on('error', () => link.crashed());
  return link;
}

/** To start a thread is to read some forty files, which on a busy machine may take a while. */
const startMs = 20_000;
/** A program that is silent for so long is ended. */
const silenceMs = 5_000;

const timedOut: Failure = {
  kind: 'timeout',
  message:
    'It gave no sign of life for five seconds and was ended. Look for a loop that never ends, a list that grows without end, or an update that takes too long.',
};

/** A thread that is waited for: whoever asks does nothing else until the answer is there, or the program has been ended. */
export class WaitedThread {
  #thread: ReturnType<typeof openThread> | undefined;

  /** What the runtime answers; the caller knows what it asked for. */
  ask<T>(request: Request): Result<T> {
    const isNew = this.#thread === undefined;
    this.#thread ??= openThread();
    const { port, signs } = this.#thread;
    let seen = Atomics.load(signs, 0);
    let allowedMs = isNew ? startMs : silenceMs;
    port.postMessage(request);
    for (;;) {
      const reply = (receiveMessageOnPort(port) as { message: Reply } | undefined)?.message;
      if (reply?.kind === 'answer') return { kind: 'ok', value: reply.value as T };
      if (reply?.kind === 'failed') return { kind: 'failed', failure: reply.failure };
      if (reply) continue;
      if (Atomics.wait(signs, 0, seen, allowedMs) === 'timed-out') {
        void this.#thread.worker.terminate();
        this.#thread = undefined;
        return { kind: 'failed', failure: timedOut };
      }
      seen = Atomics.load(signs, 0);
      allowedMs = silenceMs;
    }
  }
}
