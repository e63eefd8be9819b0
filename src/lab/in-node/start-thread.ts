import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Reply, Request } from '../messages.ts';
import type { Failure, Result } from '../protocol.ts';
import { WorkerLink } from '../worker-link.ts';
import { endlessLoopAt, withCountedLoops } from './counted-loops.ts';
import type { ThreadData } from './program-thread.ts';

/** A bundled copy of this file (a built site) has lost its neighbours, and the project's folder still has them. */
function threadFile(): URL {
  const places = [
    new URL('./thread-entry.ts', import.meta.url),
    new URL('src/lab/in-node/thread-entry.ts', pathToFileURL(`${process.cwd()}/`)),
  ];
  const place = places.find((one) => one.protocol === 'file:' && existsSync(one));
  if (!place)
    throw new Error('src/lab/in-node/thread-entry.ts: no such file; expected to run in the project’s folder');
  return place;
}

/** Threads that are asked nothing any more, for whoever needs the next one: to start a thread takes as long as most that it is asked. */
const resting: Worker[] = [];

/** @param counts Where a program with counted loops counts. Defaults to nowhere. */
function openThread(counts?: ThreadData['counts']): {
  worker: Worker;
  port: MessagePort;
  signs: ThreadData['signs'];
} {
  const { port1: port, port2 } = new MessageChannel();
  const signs = new Int32Array(new SharedArrayBuffer(4));
  const data: ThreadData = { port: port2, signs, ...(counts && { counts }) };
  port.unref();
  const rested = resting.pop();
  if (rested) {
    rested.postMessage(data, [port2]);
    return { worker: rested, port, signs };
  }
  const worker = new Worker(threadFile(), { workerData: data, transferList: [port2] });
  worker.unref();
  // Without a listener an error of a thread that rests would end the process.
  worker.on('error', () => {});
  worker.once('exit', () => {
    const at = resting.indexOf(worker);
    if (at >= 0) resting.splice(at, 1);
  });
  return { worker, port, signs };
}

/** A thread that is listened to, for `sweep`. */
export function startThread(): WorkerLink {
  const { worker, port } = openThread();
  port.ref();
  const crashed = () => link.crashed();
  const link = new WorkerLink(port as unknown as globalThis.MessagePort, (isIdle) => {
    worker.off('error', crashed);
    if (isIdle) resting.push(worker);
    else void worker.terminate();
  });
  worker.on('error', crashed);
  return link;
}

/** To start a thread is to read some forty files, which on a busy machine may take a while. */
const startMs = 60_000;
/** A program that is silent for so long is ended, if it computes meanwhile: on a busy machine one may hardly get its turn. */
const silenceMs = 5_000;
/** The part of its silence that it must have computed, and how long one is waited for that does not. */
const [computing, waitingMs] = [0.5, 30_000];

/** Milliseconds that all threads of this process have computed. */
const computedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timedOut: Failure = {
  kind: 'timeout',
  message:
    'It gave no sign of life for five seconds and was ended. Look for a loop that never ends, a list that grows without end, or an update that takes too long.',
};

const inALoop: Failure = {
  kind: 'timeout',
  message:
    'The program was ended: it gave no sign of life for five seconds, and stayed in this loop. Does it ever end?',
};

/** How far apart two looks at the loops of a silent program are, and how many pairs of looks there are: a busy machine may let it wait. */
const lookMs = 700;
const mostLooks = 5;

/** A thread that is waited for: whoever asks does nothing else until the answer is there, or the program has been ended. */
export class WaitedThread {
  #thread: ReturnType<typeof openThread> | undefined;
  /** What has been asked of the program that is loaded, its load first. */
  #asked: Request[] = [];
  readonly #silenceMs: number;

  /** @param allowed Milliseconds of silence after which a program is ended. Defaults to five seconds. */
  constructor(allowed = silenceMs) {
    this.#silenceMs = allowed;
  }

  /** What the runtime answers; the caller knows what it asked for. */
  ask<T>(request: Request): Result<T> {
    this.#asked = request.kind === 'load' ? [request] : [...this.#asked, request];
    const isNew = this.#thread === undefined;
    this.#thread ??= openThread();
    const { port, signs } = this.#thread;
    let seen = Atomics.load(signs, 0);
    let allowedMs = isNew ? startMs : this.#silenceMs;
    let silentMs = 0;
    let before = computedMs();
    port.postMessage(request);
    for (;;) {
      const reply = (receiveMessageOnPort(port) as { message: Reply } | undefined)?.message;
      if (reply?.kind === 'answer') return { kind: 'ok', value: reply.value as T };
      if (reply?.kind === 'failed') return { kind: 'failed', failure: reply.failure };
      if (reply) continue;
      if (Atomics.wait(signs, 0, seen, allowedMs) === 'timed-out') {
        silentMs += allowedMs;
        const isWaiting = computedMs() - before < computing * silentMs;
        if (isWaiting && silentMs < waitingMs) continue;
        void this.#thread.worker.terminate();
        this.#thread = undefined;
        const line = endlessLoopOf(this.#asked);
        return { kind: 'failed', failure: line === undefined ? timedOut : { ...inALoop, line } };
      }
      seen = Atomics.load(signs, 0);
      allowedMs = this.#silenceMs;
      silentMs = 0;
      before = computedMs();
    }
  }
}

/** Asks the same of the program once more, with its loops counted; the line of the loop in which it stays, if it is one. */
function endlessLoopOf(asked: readonly Request[]): number | undefined {
  const [load, ...others] = asked;
  if (load?.kind !== 'load') return undefined;
  const { program, lines } = withCountedLoops(load.program);
  const counts = new Int32Array(new SharedArrayBuffer(8 * Math.max(1, lines.length)));
  const { worker, port, signs } = openThread(counts);
  try {
    for (const request of [{ ...load, program }, ...others]) port.postMessage(request);
    // The first sign is that the thread is there. Once it is silent it is looked at again and again.
    let allowedMs = startMs;
    let before: Int32Array | undefined;
    let looks = 0;
    for (let seen = 0; ; seen = Atomics.load(signs, 0)) {
      const isSilent = Atomics.wait(signs, 0, seen, allowedMs) === 'timed-out';
      if (isSilent && before) {
        const line = endlessLoopAt(lines, before, counts.slice());
        if (line !== undefined || ++looks === mostLooks) return line;
      }
      before = isSilent ? counts.slice() : undefined;
      allowedMs = lookMs;
    }
  } finally {
    void worker.terminate();
  }
}
