/** Loads a program's text into the runtime as the worker does, without a worker. */
import type { Request } from '../../src/lab/messages.ts';
import type {
  Advance,
  Diagnosis,
  Failure,
  Frame,
  SeedReading,
  SweepStretch,
} from '../../src/lab/protocol.ts';
import { Runtime } from '../../src/lab/runtime/runtime.ts';
import type { Loaded } from '../../src/lab/session.ts';
import { transpile } from '../../src/lab/transpile.ts';

export interface Run {
  loaded: Loaded;
  advance(updates: number): Advance;
  seek(update: number): Frame;
  restart(seed: number): Frame;
  /** All readings, in the order in which they were made; epochs default to the program's own number. */
  sweep(seeds: number[], epochs?: number): SeedReading[];
  diagnose(): Diagnosis;
  /** What goes wrong when something is asked that must go wrong. */
  failureOf(request: Request): Failure;
}

/** A text with pieces replaced, each of which must occur. */
export function edited(source: string, ...edits: [find: string, replace: string][]): string {
  return edits.reduce((text, [find, replace]) => {
    if (!text.includes(find)) throw new Error(`“${find}” does not occur`);
    return text.replaceAll(find, () => replace);
  }, source);
}

export function runProgram(source: string, seed: number): Run {
  const runtime = new Runtime({ alive: () => undefined, now: () => performance.now() });
  const ask = (request: Request): unknown => {
    const reply = runtime.answer(request);
    if (reply.kind === 'failed') throw new Error(reply.failure.message);
    return (structuredClone(reply) as { value: unknown }).value;
  };
  const transpiled = transpile(source);
  if (transpiled.kind === 'failed') throw new Error(transpiled.failure.message);
  const program = transpiled.value;
  return {
    loaded: ask({ kind: 'load', program, seed }) as Loaded,
    advance: (updates) => ask({ kind: 'advance', updates }) as Advance,
    seek: (update) => ask({ kind: 'seek', update }) as Frame,
    restart: (next) => ask({ kind: 'restart', seed: next }) as Frame,
    sweep(seeds, epochs) {
      ask({ kind: 'sweep', program, seeds, epochs });
      const readings: SeedReading[] = [];
      for (;;) {
        const stretch = ask({ kind: 'sweepOn', forMs: 50 }) as SweepStretch;
        readings.push(...stretch.readings);
        if (stretch.done) return readings;
      }
    },
    diagnose: () => ask({ kind: 'diagnose' }) as Diagnosis,
    failureOf: (request) => {
      const reply = runtime.answer(request);
      if (reply.kind !== 'failed') throw new Error('It went well.');
      return reply.failure;
    },
  };
}

/** A finding's words with plain spaces: the names of samples hold together by no-break ones. */
export const spaced = (words: string): string => words.replaceAll('\u00a0', ' ');

/** The last reading of each seed, in the order of the seeds. */
export function lastReadings(readings: readonly SeedReading[], seeds: readonly number[]): SeedReading[] {
  return seeds.map((seed) => readings.findLast((reading) => reading.seed === seed)!);
}

/** How a text fails to load. */
export function loadFailure(source: string, seed = 1): Failure {
  const transpiled = transpile(source);
  if (transpiled.kind === 'failed') return transpiled.failure;
  const runtime = new Runtime({ alive: () => undefined, now: () => performance.now() });
  const reply = runtime.answer({ kind: 'load', program: transpiled.value, seed });
  if (reply.kind !== 'failed') throw new Error('It was loaded without complaint.');
  return reply.failure;
}
