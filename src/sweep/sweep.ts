/**
 * One training run is an anecdote; a seed sweep is evidence. A sweep trains the network of a spec from many
 * seeds and says what became of each. The result is the same, to the last bit, for any number of workers,
 * on the kernel or on the engine, in a browser or in Node.
 */
import { outcomeAt } from './job-results.ts';
import { poolOf } from './pool.ts';
import { availableWorkers } from './worker-handle.ts';
import { checkSweep } from './check-sweep.ts';
import { wilson } from './wilson.ts';
import type { Outcome, Spec } from '../engine/index.ts';
import type { Task } from './pool.ts';
import type { PackedRuns } from './protocol.ts';
import type { SweepOptions, SweepRun } from './sweep-options.ts';
import type { Share } from './wilson.ts';

/** Counts and shares of the outcomes, with 95% Wilson intervals. */
export type Shares = Record<Outcome['kind'], Share>;

export function sharesOf(runs: readonly { outcome: Pick<Outcome, 'kind'> }[]): Shares {
  const share = (kind: Outcome['kind']) =>
    wilson(
      runs.reduce((count, run) => count + Number(run.outcome.kind === kind), 0),
      runs.length,
    );
  return {
    solved: share('solved'),
    constant: share('constant'),
    partly: share('partly'),
    diverged: share('diverged'),
  };
}

let nextId = 1;

/** Blocks of seeds: enough of them to keep the workers even, large enough to fill the kernel's lanes. */
function blocksOf(seeds: readonly number[], specCount: number, workers: number): number[][] {
  const blocksWanted = Math.ceil((6 * Math.max(1, workers)) / specCount);
  const size = Math.ceil(seeds.length / blocksWanted / 16) * 16;
  const blocks: number[][] = [];
  for (let start = 0; start < seeds.length; start += size) blocks.push(seeds.slice(start, start + size));
  return blocks;
}

function unpack(packed: PackedRuns, seeds: readonly number[], into: SweepRun[], start: number): void {
  const width = packed.outputs.length / seeds.length;
  seeds.forEach((seed, k) => {
    const outputs = packed.outputs.subarray(k * width, (k + 1) * width);
    into[start + k] = { seed, outcome: outcomeAt(packed, k, outputs), outputs, update: packed.updates[k]! };
  });
}

/**
 * Trains every spec from every seed. Resolves with the runs in the order of the seeds: one list for one
 * spec, a list of lists for a list of specs. Throws at once when an argument is wrong.
 */
export function sweep(spec: Spec, options: SweepOptions): Promise<SweepRun[]>;
export function sweep(specs: readonly Spec[], options: SweepOptions): Promise<SweepRun[][]>;
export async function sweep(
  spec: Spec | readonly Spec[],
  options: SweepOptions,
): Promise<SweepRun[] | SweepRun[][]> {
  const specs = (Array.isArray(spec) ? spec : [spec]) as readonly Spec[];
  const seeds = checkSweep(specs, options);
  const { signal, epochs } = options;
  signal?.throwIfAborted();
  const workers = options.workers ?? availableWorkers();
  const pool = poolOf(workers);
  await pool.prepare();
  signal?.throwIfAborted();

  const results: SweepRun[][] = specs.map(() => []);
  const total = seeds.length * specs.length;
  const finishedOf = new Map<number, number>();
  let finished = 0;
  let over = false;
  const progress = (id: number, count: number) => {
    if (over) return;
    finished += count - (finishedOf.get(id) ?? 0);
    finishedOf.set(id, count);
    options.onProgress?.({ finished, total });
  };

  const blocks = blocksOf(seeds, specs.length, workers);
  await new Promise<void>((resolve, reject) => {
    const ids = new Set<number>();
    const tasks: Task[] = [];
    const fail = (error: unknown) => {
      if (over) return;
      over = true;
      pool.cancel(ids);
      signal?.removeEventListener('abort', abort);
      reject(error as Error);
    };
    const abort = () => fail(signal!.reason);
    let specsLeft = specs.length;
    specs.forEach((one, specIndex) => {
      let blocksLeft = blocks.length;
      let start = 0;
      for (const block of blocks) {
        const id = nextId++;
        const offset = start;
        start += block.length;
        ids.add(id);
        tasks.push({
          job: { id, spec: one, seeds: block, epochs },
          onProgress: (count) => progress(id, count),
          onFailure: fail,
          onDone(runs) {
            if (over) return;
            unpack(runs, block, results[specIndex]!, offset);
            progress(id, block.length);
            if (--blocksLeft > 0) return;
            options.onRuns?.(specIndex, results[specIndex]!);
            if (--specsLeft > 0) return;
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        });
      }
    });
    signal?.addEventListener('abort', abort, { once: true });
    if (tasks.length === 0) resolve();
    else pool.submit(tasks);
  });
  return Array.isArray(spec) ? results : results[0]!;
}
