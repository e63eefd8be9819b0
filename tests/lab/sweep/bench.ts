/**
 * npm run bench:sweep: how many updates a second a sweep makes in a page, all its workers together, and the same program in
 * Node, case by case; or with a word for the cases whose name contains it. It is measured over the built book in dist/, turn by
 * turn, so that both meet the same machine. Both train the same seeds in turns to the same levels; seeds that come to rest at
 * once, which a sweep is spared, are left out.
 *
 * Times are processor time where the machine tells it (Linux), so that what else it has to do does not count; the first shares
 * are timed by the clock, since a reader waits by the clock. It fails where the page is slower than nine tenths of Node, or the
 * first shares come after a second. `-- --json` prints [{ name, firstMs, page, node, ratio }].
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { sweepLevels } from '../../../src/lab/sweep-levels.ts';
import type { Program } from '../../../src/lab/program.ts';
import { openLabInChromium } from './open-lab.ts';
import { isProcessorTimeTold, workersTime } from './processor-time.ts';

const rounds = 3;
/** What each is given in a round; the first part of it, in which programs are compiled, is not counted. */
const roundMs = 8_000;
const warmUpMs = 2_000;
/** So that no sweep ends while it is measured. */
const epochs = 100_000_000;
const seeds = Array.from({ length: 200 }, (_, n) => n + 1);
const laneCount = availableParallelism();
const limits = { ratio: 0.9, firstMs: 1_000 };

interface Task {
  file: string;
  seeds: number[];
}

/** Updates a second of processor time. */
interface Rate {
  updates: number;
  ms: number;
}

async function measureAll(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const files = globSync('content/cases/*/program.ts').filter(
    (file) => words.length === 0 || words.some((word) => file.includes(word)),
  );
  const told = [];
  let failed = 0;
  for (const file of files.toSorted()) {
    const name = file.split('/')[2]!;
    const source = readFileSync(file, 'utf8');
    const { firstMs, going } = await firstShares(source);
    const ratios: [page: number, node: number][] = [];
    for (let round = 0; round < rounds; round++)
      ratios.push([await rateInPage(source, going), await rateInNode(file, going)]);
    const [page, node] = ratios.toSorted(([a, b], [c, d]) => a / b - c / d)[Math.floor(rounds / 2)]!;
    const ratio = page / node;
    told.push({ name, firstMs, page, node, ratio });
    const isRight = ratio >= limits.ratio && firstMs <= limits.firstMs;
    if (!isRight) failed++;
    if (!process.argv.includes('--json'))
      console.log(
        `${isRight ? '✓' : '✗'} ${name}: ${shown(page)} updates a second in the page, ${shown(node)} in Node, ratio ${ratio.toFixed(2)} (${ratios.map(([a, b]) => (a / b).toFixed(2)).join(', ')}); first shares after ${Math.round(firstMs)} ms`,
      );
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(told));
  process.exit(failed === 0 ? 0 : 1);
}

const shown = (rate: number): string => Math.round(rate).toLocaleString('en');

/** In a new page, as when a reader presses the button for the first time; and the seeds that do not come to rest at once. */
async function firstShares(source: string): Promise<{ firstMs: number; going: number[] }> {
  const lab = await openLabInChromium();
  const found = await lab.page.evaluate(
    async ({ source: text, seeds: all }) => {
      const stop = new AbortController();
      const began = performance.now();
      let firstMs = Infinity;
      setTimeout(() => stop.abort(), 4_000);
      const ends = await labSession.sweep({
        source: text,
        seeds: all,
        signal: stop.signal,
        onProgress: () => (firstMs = Math.min(firstMs, performance.now() - began)),
      });
      if (ends.kind === 'failed') throw new Error(ends.failure.message);
      const going = ends.value.filter(({ settled, failure }) => !settled && !failure).map(({ seed }) => seed);
      return { firstMs, going };
    },
    { source, seeds },
  );
  await lab.close();
  return found;
}

/** Updates a second, of all workers of a sweep together. */
async function rateInPage(source: string, going: number[]): Promise<number> {
  const lab = await openLabInChromium();
  const points: { updates: number; ms: number }[] = [];
  const seen = new Map<string, number>();
  await lab.page.exposeFunction('note', (updates: number) => {
    points.push({
      updates,
      ms: isProcessorTimeTold ? workersTime(lab.processId, seen) : laneCount * performance.now(),
    });
  });
  await lab.page.evaluate(
    async ({ source: text, seeds: all, epochs: end, forMs, fromMs, manyUpdates }) => {
      const { note } = globalThis as unknown as { note: (updates: number) => void };
      const stop = new AbortController();
      const began = performance.now();
      setTimeout(() => stop.abort(), forMs);
      await labSession.sweep({
        source: text,
        seeds: all,
        epochs: end,
        signal: stop.signal,
        onProgress: ({ updates }) => {
          // Where all comes to rest sooner, what was compiled meanwhile is counted as well.
          if (performance.now() - began > fromMs || updates > manyUpdates) note(updates);
        },
      });
    },
    { source, seeds: going, epochs, forMs: roundMs, fromMs: warmUpMs, manyUpdates: 20_000 },
  );
  await lab.close();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.ms === first.ms) throw new Error('The sweep has not told how far it is.');
  return ((last.updates - first.updates) / (last.ms - first.ms)) * 1000 * laneCount;
}

/** Updates a second, of as many threads together. */
async function rateInNode(file: string, going: number[]): Promise<number> {
  const lanes = Array.from({ length: laneCount }, (_, lane) =>
    going.filter((_seed, n) => n % laneCount === lane),
  );
  const rates = await Promise.all(
    lanes.map(
      (share) =>
        new Promise<Rate>((resolve, reject) => {
          const task: Task = { file, seeds: share };
          const worker = new Worker(fileURLToPath(import.meta.url), { workerData: task });
          worker.on('message', resolve);
          worker.on('error', reject);
        }),
    ),
  );
  return rates.reduce((sum, { updates, ms }) => sum + (updates / ms) * 1000, 0);
}

/** The program as Node runs it, in plain loops. */
async function trainInTurns({ file, seeds: share }: Task): Promise<Rate> {
  const { create, update, updatesPerEpoch } = (await import(`${process.cwd()}/${file}`)) as Program;
  const networks = share.map((seed) => create(seed));
  const time = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const began = performance.now();
  let from: Rate | undefined;
  let updates = 0;
  let level = 0;
  for (const next of sweepLevels(epochs)) {
    for (const network of networks) {
      for (let epoch = level; epoch < next; epoch++) {
        for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
        updates += updatesPerEpoch;
        if (epoch % 16 !== 0) continue;
        const goneMs = performance.now() - began;
        if (goneMs > warmUpMs) from ??= { updates, ms: time() };
        if (from && goneMs > roundMs) return { updates: updates - from.updates, ms: time() - from.ms };
      }
    }
    level = next;
  }
  throw new Error(`${file}: it was trained to its end before it could be measured`);
}

if (isMainThread) await measureAll();
else parentPort!.postMessage(await trainInTurns(workerData as Task));
