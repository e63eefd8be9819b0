/** The worker that reads programs and strips their types. It never runs them. */
import type { Reply, Request } from '../messages.ts';
import { transpile } from '../transpile.ts';

(globalThis as unknown as Worker).addEventListener(
  'message',
  ({ ports: [port] }) => {
    const post = (reply: Reply): void => port!.postMessage(reply);
    port!.onmessage = ({ data }: MessageEvent<Request>) => {
      if (data.kind !== 'transpile') return;
      const result = transpile(data.source);
      post(result.kind === 'ok' ? { kind: 'answer', value: result.value } : result);
    };
    post({ kind: 'ready' });
  },
  { once: true },
);
