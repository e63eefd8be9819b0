/**
 * Those who train the suspects: workers, started when the page is opened, since they take longer to start than the first
 * list should; where there are none, this thread, a piece at a time.
 */
import type { Description } from './description.ts';
import type { Work, Worked } from './job.ts';

export interface ToCrew {
  id: number;
  description: Description;
  work: Work;
}

export type FromCrew = { id: number; worked: Worked } | { id: number; failure: string };

export interface Crew {
  /**
   * Calls back for each piece as it is done, in whatever order, with nothing for one that failed; not any more once `drop` is
   * called.
   */
  take(
    description: Description,
    works: readonly Work[],
    onWorked: (worked: Worked | undefined) => void,
  ): void;
  /** Forgets what is waiting and what is in hand. */
  drop(): void;
  /** What waits or is in hand. */
  readonly open: number;
  close(): void;
}

interface Task {
  id: number;
  description: Description;
  work: Work;
  onWorked(worked: Worked | undefined): void;
}

interface Member {
  post(message: ToCrew): void;
  inHand: number;
  close(): void;
}

/** Pieces a worker has in hand, so that it does not wait for the next. */
const ahead = 2;

export function openCrew(size: number, onFailure: (why: string) => void): Crew {
  const waiting: Task[] = [];
  const inHand = new Map<number, Task>();
  let next = 1;
  const members: Member[] = [];

  const receive = (member: Member, message: FromCrew) => {
    member.inHand--;
    const task = inHand.get(message.id);
    inHand.delete(message.id);
    if ('failure' in message) onFailure(message.failure);
    task?.onWorked('worked' in message ? message.worked : undefined);
    assign();
  };
  const assign = () => {
    for (let depth = 1; depth <= ahead; depth++) {
      for (const member of members) {
        if (member.inHand >= depth) continue;
        const task = waiting.shift();
        if (!task) return;
        member.inHand++;
        inHand.set(task.id, task);
        const { id, description, work } = task;
        member.post({ id, description, work });
      }
    }
  };
  const admit = () => {
    const member: Member = { inHand: 0, post: () => {}, close: () => {} };
    try {
      const worker = new Worker(new URL('./clinic.worker.ts', import.meta.url), {
        type: 'module',
        name: 'clinic',
      });
      worker.onmessage = ({ data }: MessageEvent<FromCrew>) => receive(member, data);
      worker.onerror = () => {
        worker.terminate();
        members.splice(members.indexOf(member), 1);
        if (members.length === 0) members.push(onThisThread(receive));
        // What it had in hand is done by the others.
        waiting.unshift(...inHand.values());
        inHand.clear();
        assign();
      };
      member.post = (message) => worker.postMessage(message);
      member.close = () => worker.terminate();
      members.push(member);
    } catch {
      if (members.length === 0) members.push(onThisThread(receive));
    }
  };
  for (let k = 0; k < size; k++) admit();

  return {
    take(description, works, onWorked) {
      for (const work of works) waiting.push({ id: next++, description, work, onWorked });
      assign();
    },
    drop() {
      waiting.length = 0;
      inHand.clear();
    },
    get open() {
      return waiting.length + inHand.size;
    },
    close() {
      for (const member of members) member.close();
    },
  };
}

function onThisThread(receive: (member: Member, message: FromCrew) => void): Member {
  // Loaded here only: a page whose workers start needs none of it.
  const able = Promise.all([
    import('./job.ts'),
    import('../sweep/index.ts').then((sweep) => sweep.loadKernel()),
  ]);
  let last: Promise<void> = Promise.resolve();
  const member: Member = {
    inHand: 0,
    post({ id, description, work }) {
      last = last.then(async () => {
        await new Promise((resolve) => setTimeout(resolve));
        try {
          const [{ workOff }, kernel] = await able;
          receive(member, { id, worked: workOff(kernel, description, work) });
        } catch (error) {
          receive(member, { id, failure: error instanceof Error ? error.message : String(error) });
        }
      });
    },
    close() {},
  };
  return member;
}
