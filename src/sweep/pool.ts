/**
 * Workers that outlive a sweep: opened when first needed, kept for the next one, so that a slider being
 * dragged does not pay for starting them. Jobs start in the order they came. Each worker has one job in
 * hand and one waiting, so that it never stands idle for an answer.
 */
import { loadKernel } from '../kernel/index.ts';
import { openWorker, sameThread } from './worker-handle.ts';
import type { WorkerHandle } from './worker-handle.ts';
import type { FromWorker, Job, PackedRuns } from './protocol.ts';

export interface Task {
  job: Job;
  onProgress(finished: number): void;
  onDone(runs: PackedRuns): void;
  onFailure(error: Error): void;
}

interface Member {
  handle: WorkerHandle;
  /** The tasks it was given and has not answered, by the id of the job. */
  tasks: Map<number, Task>;
}

const jobsAhead = 2;

export class Pool {
  readonly #size: number;
  readonly #members: Member[] = [];
  readonly #waiting: Task[] = [];
  #kernel: WebAssembly.Module | undefined;

  /** `size`: at most so many workers; 0 works on the calling thread. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Must be awaited before the first tasks. */
  async prepare(): Promise<void> {
    this.#kernel = await loadKernel();
  }

  submit(tasks: readonly Task[]): void {
    this.#waiting.push(...tasks);
    const wanted = Math.min(Math.max(1, this.#size), this.#waiting.length);
    while (this.#members.length < wanted) this.#admit(this.#size === 0 ? undefined : openWorker());
    this.#assign();
  }

  /** Drops the tasks of these jobs; they are not answered any more. */
  cancel(ids: ReadonlySet<number>): void {
    for (let k = this.#waiting.length - 1; k >= 0; k--)
      if (ids.has(this.#waiting[k]!.job.id)) this.#waiting.splice(k, 1);
    for (const member of this.#members)
      for (const id of member.tasks.keys()) if (ids.has(id)) member.handle.post({ kind: 'cancel', id });
  }

  #admit(worker: WorkerHandle | undefined): void {
    const member: Member = { handle: worker ?? sameThread(), tasks: new Map() };
    member.handle.post({ kind: 'start', kernel: this.#kernel });
    member.handle.listen(
      (message) => this.#receive(member, message),
      () => this.#replace(member),
    );
    this.#members.push(member);
  }

  /** A worker that could not start or broke down: its jobs are done again on this thread, with the same result. */
  #replace(member: Member): void {
    member.handle.terminate();
    this.#members.splice(this.#members.indexOf(member), 1);
    this.#waiting.unshift(...member.tasks.values());
    this.#admit(undefined);
    this.#assign();
  }

  #assign(): void {
    for (let ahead = 1; ahead <= jobsAhead; ahead++)
      for (const member of this.#members) {
        if (member.tasks.size >= ahead) continue;
        const task = this.#waiting.shift();
        if (!task) return;
        if (member.tasks.size === 0) member.handle.hold(true);
        member.tasks.set(task.job.id, task);
        member.handle.post({ kind: 'job', job: task.job });
      }
  }

  #receive(member: Member, message: FromWorker): void {
    const task = member.tasks.get(message.id);
    if (!task) return;
    if (message.kind === 'progress') {
      task.onProgress(message.finished);
      return;
    }
    member.tasks.delete(message.id);
    this.#assign();
    if (member.tasks.size === 0) member.handle.hold(false);
    if (message.kind === 'done') task.onDone(message.runs);
    else if (message.kind === 'failed') task.onFailure(new Error(message.message));
  }
}

const pools = new Map<number, Pool>();

/** The pool of so many workers, one and the same for all sweeps. */
export function poolOf(size: number): Pool {
  let pool = pools.get(size);
  if (!pool) pools.set(size, (pool = new Pool(size)));
  return pool;
}
