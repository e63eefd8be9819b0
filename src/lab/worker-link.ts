import type { Reply, Request } from './messages.ts';
import type { Failure } from './protocol.ts';
import { isFailure } from './shapes.ts';

export type Answer = { kind: 'ok'; value: unknown } | { kind: 'failed'; failure: Failure; ended: boolean };

/** A worker that is silent for so long while it owes an answer is ended. */
const silenceMs = 2_000;
/** To start a worker is to read its script, which on a busy machine may take a while. */
const startMs = 15_000;
/** Silence is counted in these steps, so that a page that was itself held up does not take its own pause for the worker's. */
const tickMs = 100;

const timedOut: Failure = {
  kind: 'timeout',
  message:
    'The program was stopped: it gave no sign of life for two seconds. Look for a loop that never ends, a list that grows without end, or an update that takes too long.',
};
const crash: Failure = {
  kind: 'memory',
  message:
    'The program’s worker broke down; most likely it used up its memory. Look for a list that grows in a loop, or one that is made far too large.',
};
const stopped: Failure = { kind: 'stopped', message: 'The program was stopped before it answered.' };
const garbled: Failure = {
  kind: 'exception',
  message: 'The program answered with something the page can’t read, so it was stopped.',
};

/** One worker in the sandbox, asked one thing at a time. What it answers is not checked here but by who asked. */
export class WorkerLink {
  readonly #port: MessagePort;
  readonly #terminate: (isIdle: boolean) => void;
  #queue: Promise<unknown> = Promise.resolve();
  #owed: ((answer: Answer) => void) | undefined;
  #started = false;
  #ticksOfSilence = 0;
  #ended: Failure | undefined;

  /** @param terminate Is told whether the worker is sound and owes nothing, so that it could serve somebody else. */
  constructor(port: MessagePort, terminate: (isIdle: boolean) => void) {
    this.#port = port;
    this.#terminate = terminate;
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    port.onmessageerror = () => this.end(garbled);
  }

  get isEnded(): boolean {
    return this.#ended !== undefined;
  }

  ask(request: Request): Promise<Answer> {
    const asked = this.#queue.then(() => this.#askNow(request));
    this.#queue = asked;
    return asked;
  }

  crashed(): void {
    this.end(crash);
  }

  /** Terminates the worker. What it owes is answered with the reason. */
  end(failure = stopped): void {
    if (this.#ended) return;
    this.#ended = failure;
    this.#port.onmessage = null;
    this.#port.close();
    this.#terminate(failure === stopped && this.#owed === undefined && this.#started);
    this.#settle({ kind: 'failed', failure, ended: true });
  }

  #askNow(request: Request): Promise<Answer> {
    if (this.#ended) return Promise.resolve({ kind: 'failed', failure: this.#ended, ended: true });
    return new Promise((resolve) => {
      this.#ticksOfSilence = 0;
      const watch = setInterval(() => {
        const allowed = this.#started ? silenceMs : startMs;
        if (++this.#ticksOfSilence * tickMs >= allowed) this.end(timedOut);
      }, tickMs);
      this.#owed = (answer) => {
        clearInterval(watch);
        resolve(answer);
      };
      this.#port.postMessage(request);
    });
  }

  #hear(data: unknown): void {
    this.#ticksOfSilence = 0;
    this.#started = true;
    const reply = data as Partial<Reply> | null;
    if (typeof reply !== 'object' || reply === null) return this.end(garbled);
    if (reply.kind === 'answer') this.#settle({ kind: 'ok', value: (reply as { value: unknown }).value });
    else if (reply.kind === 'failed') {
      const { failure } = reply as { failure: unknown };
      if (isFailure(failure)) this.#settle({ kind: 'failed', failure, ended: false });
      else this.end(garbled);
    } else if (reply.kind !== 'alive' && reply.kind !== 'ready') this.end(garbled);
  }

  #settle(answer: Answer): void {
    const owed = this.#owed;
    this.#owed = undefined;
    owed?.(answer);
  }
}

export { garbled as garbledAnswer };
