import type { LabSession, SweepRequest } from '../../src/lab/index.ts';
import { lastReadings, runProgram } from './run-program.ts';

/** A lab in this process: the same runtime, without a worker around it. It cannot be stopped, and shows no progress. */
export function labHere(): LabSession {
  let run: ReturnType<typeof runProgram>;
  return {
    load: (source: string, seed: number) => {
      run = runProgram(source, seed);
      return Promise.resolve({ kind: 'ok', value: run.loaded });
    },
    restart: (seed: number) => Promise.resolve({ kind: 'ok', value: run.restart(seed) }),
    advance: (updates: number) => Promise.resolve({ kind: 'ok', value: run.advance(updates) }),
    diagnose: () => Promise.resolve({ kind: 'ok', value: run.diagnose() }),
    sweep: ({ source, seeds, epochs }: SweepRequest) =>
      Promise.resolve({ kind: 'ok', value: lastReadings(runProgram(source, 1).sweep(seeds, epochs), seeds) }),
    close: () => undefined,
  } as unknown as LabSession;
}
