/**
 * The script of the sandbox's document: starts and ends workers for the page, and hands each the port by which the page speaks
 * with it. It works only in an opaque origin, that is, inside an iframe with sandbox="allow-scripts": opened as a page of its
 * own, it would run code in the name of the book.
 */
import type { FrameNotice, FrameOrder } from '../frame-messages.ts';

/** The workers' scripts; the document defines them before this script. */
declare const workerSources: Record<FrameOrder['worker'] & string, string>;

const workers = new Map<number, Worker>();
const urls = new Map<string, string>();

function urlOf(name: keyof typeof workerSources): string {
  const url =
    urls.get(name) ?? URL.createObjectURL(new Blob([workerSources[name]], { type: 'text/javascript' }));
  urls.set(name, url);
  return url;
}

function notify(notice: FrameNotice): void {
  window.parent.postMessage(notice, '*');
}

if (self.origin === 'null' && window.parent !== window) {
  window.addEventListener('message', (event: MessageEvent<FrameOrder>) => {
    if (event.source !== window.parent) return;
    const order = event.data;
    if (order.kind === 'stop') {
      workers.get(order.id)?.terminate();
      workers.delete(order.id);
      return;
    }
    const worker = new Worker(urlOf(order.worker));
    workers.set(order.id, worker);
    worker.onerror = (error) => {
      error.preventDefault();
      notify({ kind: 'crashed', id: order.id });
    };
    worker.postMessage(null, [event.ports[0]!]);
  });
  notify({ kind: 'ready' });
}
