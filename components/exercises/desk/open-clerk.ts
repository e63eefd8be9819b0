import type { SamePrograms } from '../../../src/book/index.ts';
import type { FromClerk, ToClerk } from './clerk.worker.ts';
import type { ReadFile } from './read-file.ts';

/** What takes longer than this is not of files that the book has saved. */
const longestMs = 30_000;

export interface Clerk {
  read(path: string, file: Blob): Promise<ReadFile[]>;
  /** Nothing where there is too much to compare. */
  compare(programs: string[], given: string): Promise<SamePrograms[]>;
  close(): void;
}

/** Does one thing after another in a worker; what it cannot cope with costs the worker, and nothing else. */
export function openClerk(): Clerk {
  let worker: Worker | undefined;

  /** @returns why it could not be done, if it could not. */
  const ask = (task: ToClerk): Promise<FromClerk | string> =>
    new Promise((resolve) => {
      const current = (worker ??= new Worker(new URL('./clerk.worker.ts', import.meta.url), {
        type: 'module',
        name: 'clerk',
      }));
      const giveUp = (why: string) => {
        current.terminate();
        if (worker === current) worker = undefined;
        clearTimeout(patience);
        resolve(why);
      };
      const patience = setTimeout(() => giveUp('It took too long to be read.'), longestMs);
      current.onmessage = ({ data }: MessageEvent<FromClerk>) => {
        clearTimeout(patience);
        resolve(data);
      };
      current.onerror = (event) => {
        event.preventDefault();
        giveUp('It broke down what was reading it.');
      };
      current.postMessage(task);
    });

  return {
    async read(path, file) {
      const answer = await ask({ kind: 'read', path, file });
      if (typeof answer === 'string') return [{ file: path, kind: 'invalid', why: answer }];
      return answer.kind === 'read' ? answer.read : [];
    },
    async compare(programs, given) {
      const answer = await ask({ kind: 'compare', programs, given });
      return typeof answer === 'object' && answer.kind === 'compared' ? answer.same : [];
    },
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}
