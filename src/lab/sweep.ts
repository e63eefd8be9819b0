/**
 * One program over many seeds: as many workers in the sandbox as there are cores, each training its share of the seeds in
 * turns, level by level, so that the first shares are there at once and move as the epochs grow.
 *
 * A worker that falls silent takes its whole share with it. Then its seeds are trained one at a time, and the one that was to
 * blame is found.
 */
import type { Failure, Result, SeedReading } from './protocol.ts';
import type { SweepRequest } from './session.ts';
import { isSweepStart, isSweepStretch } from './shapes.ts';
import type { Transpiled } from './transpile.ts';
import type { WorkerLink } from './worker-link.ts';
import { garbledAnswer } from './worker-link.ts';

/** When so many of the first seeds fail and none succeeds, the others are spared. */
const hopelessAfter = 3;
/**
 * A worker tells what it has found so often: soon at first, later seldom, since what is told is drawn, and that takes time on the
 * cores on which the workers train.
 */
const tellMs = { first: 60, most: 600, growth: 1.25 };

interface SweepWork extends SweepRequest {
  program: Transpiled;
  /** Starts a worker, or gives nothing when the sandbox can't be opened. */
  start: () => Promise<WorkerLink | undefined>;
}

/** The longest of some times; nothing while one of them is not known. */
const longest = (times: (number | undefined)[]): number | undefined =>
  times.length > 0 && times.every((time) => time !== undefined) ? Math.max(...times) : undefined;

const noSandbox: Failure = {
  kind: 'stopped',
  message: 'The sandbox in which programs run could not be opened. Reload the page.',
};

export async function sweep(work: SweepWork): Promise<Result<SeedReading[]>> {
  const { seeds, signal, onProgress } = work;
  const latest = new Map<number, SeedReading>();
  const finished = new Set<number>();
  const workers = new Set<WorkerLink>();
  /** What each worker has done, and what is left to those that are at work. */
  const updates = new Map<WorkerLink, number>();
  const leftMs = new Map<WorkerLink, number | undefined>();
  let epochs = work.epochs ?? 0;
  let over: Failure | 'aborted' | undefined = signal?.aborted ? 'aborted' : undefined;

  const endAll = (): void => {
    for (const worker of workers) worker.end();
    workers.clear();
  };
  const abort = (): void => {
    over = 'aborted';
    endAll();
  };
  signal?.addEventListener('abort', abort);

  const inOrder = (): SeedReading[] =>
    seeds.map((seed) => latest.get(seed)).filter((reading) => reading !== undefined);

  const partOf = (): number => {
    let sum = 0;
    for (const seed of seeds) sum += finished.has(seed) ? 1 : (latest.get(seed)?.epochs ?? 0) / epochs;
    return sum / seeds.length;
  };

  const keep = (news: readonly SeedReading[]): void => {
    for (const reading of news) {
      latest.set(reading.seed, reading);
      if (reading.settled || reading.failure || reading.epochs >= epochs) finished.add(reading.seed);
    }
    const failures = [...latest.values()].flatMap(({ failure }) => failure ?? []);
    if (failures.length >= hopelessAfter && failures.length === latest.size) over ??= failures[0]!;
    if (news.length === 0 || over) return;
    onProgress?.({
      latest: inOrder(),
      news: [...news],
      epochs,
      part: partOf(),
      updates: [...updates.values()].reduce((sum, count) => sum + count, 0),
      leftMs: longest([...leftMs.values()]),
    });
  };

  /** Trains a worker's share. @returns why it could not be done. */
  const trainShare = async (worker: WorkerLink, share: number[]): Promise<Failure | undefined> => {
    const begun = await worker.ask({
      kind: 'sweep',
      program: work.program,
      seeds: share,
      epochs: work.epochs,
    });
    if (begun.kind === 'failed') return begun.failure;
    if (!isSweepStart(begun.value)) return garbledAnswer;
    epochs = Math.max(epochs, begun.value.epochs);
    const before = updates.get(worker) ?? 0;
    for (let forMs = tellMs.first; !over; forMs = Math.min(tellMs.most, forMs * tellMs.growth)) {
      const told = await worker.ask({ kind: 'sweepOn', forMs });
      if (told.kind === 'failed') return told.failure;
      const { value } = told;
      if (!isSweepStretch(value) || value.readings.some(({ seed }) => !share.includes(seed))) {
        worker.end(garbledAnswer);
        return garbledAnswer;
      }
      updates.set(worker, before + value.updates);
      if (value.done) leftMs.delete(worker);
      else leftMs.set(worker, value.leftMs);
      keep(value.readings);
      if (value.done) return undefined;
    }
    return undefined;
  };

  const startWorker = async (): Promise<WorkerLink | undefined> => {
    const worker = await work.start();
    if (!worker) over ??= noSandbox;
    else if (over) worker.end();
    else workers.add(worker);
    return over ? undefined : worker;
  };

  const lane = async (share: number[]): Promise<void> => {
    let worker = await startWorker();
    if (!worker) return;
    const failure = await trainShare(worker, share);
    if (failure && !over) {
      for (const seed of share.filter((one) => !finished.has(one))) {
        if (over) break;
        if (!worker || worker.isEnded) worker = await startWorker();
        if (!worker) return;
        const why = await trainShare(worker, [seed]);
        if (why && !over)
          keep([{ seed, epochs: 0, outcome: { kind: 'partly', right: 0 }, outputs: [], failure: why }]);
      }
    }
    if (worker) leftMs.delete(worker);
    worker?.end();
  };

  const laneCount = Math.max(1, Math.min(globalThis.navigator?.hardwareConcurrency || 2, seeds.length));
  await Promise.all(
    Array.from({ length: laneCount }, (_lane, n) => lane(seeds.filter((_seed, i) => i % laneCount === n))),
  );
  signal?.removeEventListener('abort', abort);
  endAll();
  if (over && over !== 'aborted') return { kind: 'failed', failure: over };
  return { kind: 'ok', value: inOrder() };
}
