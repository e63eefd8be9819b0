/** The worker that runs a program. The page hands it a port; from then on the two speak without anyone between them. */
import type { Reply, Request } from '../messages.ts';
import { closeDoors, commonPrototypes, freezeLanguage } from './harden.ts';
import { Runtime } from './runtime.ts';
import { failureOf } from './thrown.ts';

const scope = globalThis as unknown as Worker & { performance: Performance };

scope.addEventListener(
  'message',
  ({ ports: [port] }) => {
    const post = port!.postMessage.bind(port!) as (reply: Reply) => void;
    const now = scope.performance.now.bind(scope.performance);
    const runtime = new Runtime({ alive: () => post({ kind: 'alive' }), now });
    Object.defineProperty(scope, 'console', { value: Object.freeze(runtime.printer.console) });
    let thrownLater: unknown;
    let hasThrownLater = false;

    let isFrozen = false;
    port!.onmessage = ({ data }: MessageEvent<Request>) => {
      // Before the first program is evaluated; a sweep watches over the rest.
      if (!isFrozen) freezeLanguage(data.kind === 'sweep' ? commonPrototypes : []);
      isFrozen = true;
      if (!hasThrownLater) return post(runtime.answer(data));
      hasThrownLater = false;
      post({ kind: 'failed', failure: failureOf(thrownLater) });
    };
    const later = (thrown: unknown): void => {
      thrownLater = thrown;
      hasThrownLater = true;
    };
    scope.addEventListener('error', (event) => {
      event.preventDefault();
      later((event as ErrorEvent).error);
    });
    (scope as unknown as EventTarget).addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      later((event as PromiseRejectionEvent).reason);
    });

    closeDoors(scope);
    post({ kind: 'ready' });
  },
  { once: true },
);
