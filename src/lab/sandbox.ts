/** The page's side of the sandbox: a hidden iframe of opaque origin, and the workers that run in it. */
import type { FrameNotice, FrameOrder } from './frame-messages.ts';
import { WorkerLink } from './worker-link.ts';

/** The document of the sandbox is a file of this very site; a slow network may need a while. */
const openWithinMs = 20_000;

export class Sandbox {
  readonly #iframe: HTMLIFrameElement;
  readonly #links = new Map<number, WorkerLink>();
  readonly #ready: Promise<void>;
  #nextId = 0;
  #stopListening: () => void;

  constructor(url: string) {
    this.#iframe = document.createElement('iframe');
    this.#iframe.setAttribute('sandbox', 'allow-scripts');
    this.#iframe.hidden = true;
    this.#iframe.tabIndex = -1;
    this.#iframe.title = 'Sandbox';
    this.#iframe.src = url;

    let isOpen: () => void;
    this.#ready = new Promise((resolve, reject) => {
      isOpen = resolve;
      setTimeout(() => reject(new Error('The sandbox did not open.')), openWithinMs);
    });
    this.#ready.catch(() => undefined);

    const listen = (event: MessageEvent<unknown>): void => {
      if (event.source !== this.#iframe.contentWindow || event.origin !== 'null') return;
      const notice = event.data as Partial<FrameNotice> | null;
      if (notice?.kind === 'ready') isOpen();
      else if (notice?.kind === 'crashed' && typeof notice.id === 'number')
        this.#links.get(notice.id)?.crashed();
    };
    window.addEventListener('message', listen);
    this.#stopListening = () => window.removeEventListener('message', listen);
    document.body.append(this.#iframe);
  }

  /** Starts a worker. Rejects when the sandbox can't be opened. */
  async start(worker: 'runtime' | 'transpile'): Promise<WorkerLink> {
    await this.#ready;
    const id = this.#nextId++;
    const { port1, port2 } = new MessageChannel();
    const link = new WorkerLink(port1, () => {
      this.#links.delete(id);
      this.#order({ kind: 'stop', id });
    });
    this.#links.set(id, link);
    this.#order({ kind: 'start', id, worker }, port2);
    return link;
  }

  /** Ends all workers and takes the iframe away. */
  close(): void {
    for (const link of [...this.#links.values()]) link.end();
    this.#stopListening();
    this.#iframe.remove();
  }

  #order(order: FrameOrder, ...ports: MessagePort[]): void {
    // An opaque origin can't be named as the target; the window is the one this page made.
    this.#iframe.contentWindow?.postMessage(order, '*', ports);
  }
}
