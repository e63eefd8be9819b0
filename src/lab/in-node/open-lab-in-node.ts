import type { Request } from '../messages.ts';
import type { Diagnosis, Frame, Result } from '../protocol.ts';
import type { LabSession, Loaded } from '../session.ts';
import { sweep } from '../sweep.ts';
import { transpile } from '../transpile.ts';
import type { WorkerLink } from '../worker-link.ts';
import { startThread } from './start-thread.ts';

/** A session as a page has one, for a build that tries the book's own programs. It ends what never ends, and trusts the rest. */
export function openLabInNode(): Pick<LabSession, 'load' | 'diagnose' | 'restart' | 'sweep' | 'close'> {
  let thread: WorkerLink | undefined;
  const ask = async <T>(request: Request): Promise<Result<T>> => {
    const answer = await thread!.ask(request);
    return answer.kind === 'failed'
      ? { kind: 'failed', failure: answer.failure }
      : { kind: 'ok', value: answer.value as T };
  };
  return {
    async load(source, seed) {
      const program = transpile(source);
      if (program.kind === 'failed') return program;
      thread?.end();
      thread = startThread();
      return ask<Loaded>({ kind: 'load', program: program.value, seed });
    },
    diagnose: () => ask<Diagnosis>({ kind: 'diagnose' }),
    restart: (seed) => ask<Frame>({ kind: 'restart', seed }),
    async sweep(request) {
      const program = transpile(request.source);
      if (program.kind === 'failed') return program;
      return sweep({ ...request, program: program.value, start: () => Promise.resolve(startThread()) });
    },
    close: () => thread?.end(),
  };
}
