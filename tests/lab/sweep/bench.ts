/**
 * npm run bench:sweep: how many updates a second a sweep makes in a page, all its workers together, and the same program in
 * Node, case by case; or with a word for the cases whose name contains it. It is measured over the built book in dist/, and takes
 * some five minutes for all cases.
 *
 * Both do the same: as many threads each train their share of the same seeds in turns, to the same levels, and at each level
 * compute all outputs and what they come to. Seeds that come to rest at once, which a sweep is spared, are left out; so few are
 * left that they soon train for many epochs between two levels, as a sweep does for most of its time. Where a ratio is too low it
 * is measured again, since a program that is compiled otherwise is another program; the middle one counts.
 *
 * Times are processor time where the machine tells it (Linux), so that what else it has to do does not count; the first shares, of
 * 200 seeds, are timed by the clock, since a reader waits by the clock. It fails where the page is slower than nine tenths of
 * Node, or the first shares come after a second. `-- --json` prints [{ name, firstMs, page, node, ratio }], without the last
 * three where all seeds come to rest.
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { judgeOutcome } from '../../../src/engine/outcome.ts';
import { sweepLevels } from '../../../src/lab/sweep-levels.ts';
import type { Program } from '../../../src/lab/program.ts';
import { openLabInChromium } from './open-lab.ts';
import type { OpenLab } from './open-lab.ts';
import { isProcessorTimeTold, workersTime } from './processor-time.ts';

/** Measured so often where the ratio is too low. */
const mostRounds = 3;
/** What each is given in a round; the first part of it, in which programs are compiled, is not counted. */
const roundMs = 7_000;
const warmUpMs = 2_500;
/** So long a sweep of 200 seeds is watched for its first shares and for seeds that come to rest. */
const firstMs = 3_000;
/** So that no sweep ends while it is measured. */
const epochs = 100_000_000;
const seeds = Array.from({ length: 200 }, (_, n) => n + 1);
const laneCount = availableParallelism();
/** Of those that don't come to rest. */
const seedsInLane = 12;
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

interface Measured {
  name: string;
  firstMs: number;
  page?: number;
  node?: number;
  ratio?: number;
}

async function measureAll(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const isJson = process.argv.includes('--json');
  const files = globSync('content/cases/*/program.ts').filter(
    (file) => words.length === 0 || words.some((word) => file.includes(word)),
  );
  const told: Measured[] = [];
  for (const file of files.toSorted()) {
    const measured = await measure(file);
    told.push(measured);
    if (!isJson) console.log(lineOf(measured));
  }
  if (isJson) console.log(JSON.stringify(told));
  process.exit(told.every(isFastEnough) ? 0 : 1);
}

async function measure(file: string): Promise<Measured> {
  const name = file.split('/')[2]!;
  const source = readFileSync(file, 'utf8');
  const lab = await openLabInChromium();
  const seen = new Map<string, number>();
  const points: { updates: number; ms: number }[] = [];
  await lab.page.exposeFunction('note', (updates: number) => {
    const ms = isProcessorTimeTold ? workersTime(lab.processId, seen) : laneCount * performance.now();
    points.push({ updates, ms });
  });
  try {
    const first = await firstShares(lab, source);
    const going = first.going.slice(0, laneCount * seedsInLane);
    const atRest = { name, firstMs: first.firstMs };
    if (going.length === 0) return atRest;
    const rounds: Required<Measured>[] = [];
    do {
      points.length = 0;
      if (await sweepInPage(lab, source, going)) return atRest;
      const [from, to] = [points[0], points.at(-1)];
      if (!from || !to || to.ms === from.ms) throw new Error('The sweep has not told how far it is.');
      const page = ((to.updates - from.updates) / (to.ms - from.ms)) * 1000 * laneCount;
      const node = await rateInNode(file, going);
      rounds.push({ ...atRest, page, node, ratio: page / node });
    } while (rounds.length < mostRounds && rounds.at(-1)!.ratio < limits.ratio);
    return rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds.length / 2)]!;
  } finally {
    await lab.close();
  }
}

const isFastEnough = ({ firstMs: first, ratio }: Measured): boolean =>
  first <= limits.firstMs && (ratio === undefined || ratio >= limits.ratio);

function lineOf(measured: Measured): string {
  const { name, firstMs: first, page, node, ratio } = measured;
  const shown = (rate: number): string => Math.round(rate).toLocaleString('en');
  const rates =
    page === undefined || node === undefined || ratio === undefined
      ? 'all seeds come to rest'
      : `${shown(page)} updates a second in the page, ${shown(node)} in Node, ratio ${ratio.toFixed(2)}`;
  return `${isFastEnough(measured) ? '✓' : '✗'} ${name}: ${rates}; first shares after ${Math.round(first)} ms`;
}

/** As when a reader presses the button for the first time; and the seeds that do not come to rest at once. */
function firstShares({ page }: OpenLab, source: string): Promise<{ firstMs: number; going: number[] }> {
  return page.evaluate(
    async ({ source: text, seeds: all, forMs }) => {
      const stop = new AbortController();
      const began = performance.now();
      let first = Infinity;
      setTimeout(() => stop.abort(), forMs);
      const ends = await labSession.sweep({
        source: text,
        seeds: all,
        signal: stop.signal,
        onProgress: () => (first = Math.min(first, performance.now() - began)),
      });
      if (ends.kind === 'failed') throw new Error(ends.failure.message);
      const going = ends.value.filter(({ settled, failure }) => !settled && !failure).map(({ seed }) => seed);
      return { firstMs: first, going };
    },
    { source, seeds, forMs: firstMs },
  );
}

/**
 * Notes how many updates all workers of a sweep together have made, once they are warm.
 *
 * @returns whether all seeds have come to rest meanwhile.
 */
function sweepInPage({ page }: OpenLab, source: string, going: number[]): Promise<boolean> {
  return page.evaluate(
    async ({ source: text, seeds: all, epochs: end, forMs, fromMs }) => {
      const { note } = globalThis as unknown as { note: (updates: number) => void };
      const stop = new AbortController();
      const began = performance.now();
      setTimeout(() => stop.abort(), forMs);
      const ends = await labSession.sweep({
        source: text,
        seeds: all,
        epochs: end,
        signal: stop.signal,
        onProgress: ({ updates }) => {
          if (performance.now() - began > fromMs) note(updates);
        },
      });
      if (ends.kind === 'failed') throw new Error(ends.failure.message);
      return !stop.signal.aborted;
    },
    { source, seeds: going, epochs, forMs: roundMs, fromMs: warmUpMs },
  );
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
  const { create, update, predict, layers, data, updatesPerEpoch } = (await import(
    `${process.cwd()}/${file}`
  )) as Program;
  const runs = share.map((seed) => ({
    network: create(seed),
    samples: data instanceof Function ? data(seed) : data,
  }));
  const time = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const began = performance.now();
  let from: Rate | undefined;
  let updates = 0;
  let level = 0;
  for (const next of sweepLevels(epochs)) {
    for (const { network, samples } of runs) {
      for (let epoch = level; epoch < next; epoch++) {
        for (let k = 0; k < updatesPerEpoch; k++) update(network, k);
        updates += updatesPerEpoch;
        if (epoch % 16 !== 0) continue;
        const goneMs = performance.now() - began;
        if (goneMs > warmUpMs) from ??= { updates, ms: time() };
        if (from && goneMs > roundMs) return { updates: updates - from.updates, ms: time() - from.ms };
      }
      const outputs = samples.inputs.map((input) => predict(network, input));
      const parameters = layers(network).flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
      judgeOutcome(outputs, samples.targets, parameters);
    }
    level = next;
  }
  throw new Error(`${file}: it was trained to its end before it could be measured`);
}

if (isMainThread) await measureAll();
else parentPort!.postMessage(await trainInTurns(workerData as Task));
