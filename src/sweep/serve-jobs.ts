/**
 * The worker's side of a sweep: takes jobs, works them off in order, in slices of a few milliseconds, and
 * looks at its messages between two slices. So a job is dropped within a few milliseconds of a cancel.
 */
import type * as Timers from 'node:timers';
import { startJob } from './start-job.ts';
import { nodeModule } from './node-module.ts';
import type { FromWorker, Job, ToWorker } from './protocol.ts';

/** Resolves in a task of its own, so that waiting messages come first. A timer would wait 4 ms in a browser. */
function nextTask(): Promise<void> {
  const timers = nodeModule<typeof Timers>('node:timers');
  if (timers) return new Promise((resolve) => timers.setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Returns the receiver of messages; answers go to `send`. */
export function serveJobs(send: (message: FromWorker) => void): (message: ToWorker) => void {
  const queue: Job[] = [];
  const cancelled = new Set<number>();
  let kernel: WebAssembly.Module | undefined;
  let busy = false;

  async function work(job: Job): Promise<FromWorker> {
    const { id } = job;
    const running = startJob(job, kernel);
    let reported = 0;
    while (running.advance()) {
      if (running.finished > reported) {
        reported = running.finished;
        send({ kind: 'progress', id, finished: reported });
      }
      await nextTask();
      if (cancelled.has(id)) return { kind: 'cancelled', id };
    }
    return { kind: 'done', id, runs: running.runs };
  }

  async function workOff(): Promise<void> {
    busy = true;
    for (let job = queue.shift(); job; job = queue.shift()) {
      const { id } = job;
      if (!cancelled.has(id)) {
        try {
          send(await work(job));
        } catch (error) {
          send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
        }
      } else send({ kind: 'cancelled', id });
      cancelled.delete(id);
    }
    busy = false;
  }

  return (message) => {
    if (message.kind === 'start') kernel = message.kernel;
    else if (message.kind === 'cancel') cancelled.add(message.id);
    else {
      queue.push(message.job);
      if (!busy) void workOff();
    }
  };
}
