/** One program over many seeds: several workers in the sandbox, each training one seed at a time from its start. */
import type { Measurement } from './messages.ts';
import type { Failure, Result, SeedResult } from './protocol.ts';
import type { SweepRequest } from './session.ts';
import { isSeedResult } from './shapes.ts';
import type { Transpiled } from './transpile.ts';
import type { WorkerLink } from './worker-link.ts';
import { garbledAnswer } from './worker-link.ts';

/** When so many of the first seeds fail and none succeeds, the others are spared. */
const hopelessAfter = 3;

interface SweepWork extends SweepRequest {
  program: Transpiled;
  /** Starts a worker, or gives nothing when the sandbox can't be opened. */
  start: () => Promise<WorkerLink | undefined>;
}

export async function sweep(work: SweepWork): Promise<Result<SeedResult[]>> {
  const { seeds, signal, onProgress } = work;
  const results: (SeedResult | undefined)[] = new Array<undefined>(seeds.length).fill(undefined);
  const failures: Failure[] = [];
  const workers = new Set<WorkerLink>();
  let next = 0;
  let told = 0;
  let succeeded = 0;
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

  const keep = (index: number, result: SeedResult): void => {
    results[index] = result;
    if (result.failure) failures.push(result.failure);
    else succeeded++;
    if (succeeded === 0 && failures.length >= hopelessAfter) over ??= failures[0]!;
    const from = told;
    while (results[told]) told++;
    if (told > from) onProgress?.(results.slice(0, told) as SeedResult[], seeds.length);
  };

  const lane = async (): Promise<void> => {
    let worker: WorkerLink | undefined;
    while (!over && next < seeds.length) {
      const index = next++;
      if (!worker || worker.isEnded) {
        worker = await work.start();
        if (!worker) {
          over ??= {
            kind: 'stopped',
            message: 'The sandbox in which programs run could not be opened. Reload the page.',
          };
          return;
        }
        if (over) return worker.end();
        workers.add(worker);
        await worker.ask({ kind: 'prepare', program: work.program });
      }
      const result = await trainOne(worker, seeds[index]!, work.epochs);
      if (over === 'aborted') return;
      keep(index, result);
    }
    worker?.end();
  };

  const laneCount = Math.max(1, Math.min(globalThis.navigator?.hardwareConcurrency || 2, seeds.length));
  await Promise.all(Array.from({ length: laneCount }, lane));
  signal?.removeEventListener('abort', abort);
  endAll();
  if (over && over !== 'aborted') return { kind: 'failed', failure: over };
  return { kind: 'ok', value: results.filter((result) => result !== undefined) };
}

async function trainOne(worker: WorkerLink, seed: number, epochs: number): Promise<SeedResult> {
  const answer = await worker.ask({ kind: 'train', seed, epochs });
  if (answer.kind === 'ok' && isSeedResult(answer.value) && answer.value.seed === seed) return answer.value;
  if (answer.kind === 'ok') worker.end(garbledAnswer);
  const failure = answer.kind === 'ok' ? garbledAnswer : answer.failure;
  return { seed, outcome: { kind: 'partly', right: 0 }, outputs: [], failure };
}

/** The largest round number of epochs (1, 2 or 5 times a power of ten) that fits, from 1 to the program's own. */
export function suggestedEpochs(
  { updates, elapsedMs, updatesPerEpoch, epochs }: Measurement,
  seedCount: number,
  withinMs: number,
  workerCount: number,
): number {
  const affordable =
    ((updates / elapsedMs) * withinMs * Math.max(1, workerCount)) / (seedCount * updatesPerEpoch);
  if (affordable >= epochs) return epochs;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, affordable)));
  const round = [5, 2, 1].find((digit) => digit * power <= affordable) ?? 1;
  return Math.max(1, Math.min(epochs, round * power));
}
