/**
 * npm run bench: how many sample updates a second the engine makes in one training run, the kernel in many, and the JavaScript
 * libraries that people would otherwise use in one, in one process and turn by turn, so that all meet the same machine.
 *
 * Seeded, warmed up; timed in the thread's own processor time; the median of the rounds and their spread (quartiles); each ratio is to the fastest of the
 * libraries on that shape in this run. `-- --json` prints [{ subject, shape, rate, ratio }].
 */
import { createRun, outputsOf, type Run, type Spec, train } from '../../src/engine/index.ts';
import { kernelSubjects } from './kernel-subjects.ts';
import { inputs, learningRate, loadPeers, type Subject, targets } from './peers.ts';

const SHAPES = [
  [2, 4, 1],
  [2, 16, 16, 16, 1],
];
const ROUNDS = 11;
const WARM_UP_MS = 400;
const ROUND_MS = 100;

/** The task as a spec. */
function specOf(widths: readonly number[]): Spec {
  return {
    data: { inputs, targets },
    layers: widths
      .slice(1)
      .map((units, l) => ({ units, activation: l === widths.length - 2 ? 'sigmoid' : 'relu' })),
    loss: 'halfSquaredError',
    initial: {
      order: 'layer-by-layer',
      weights: { kind: 'he' },
      biases: { kind: 'constant', value: 0.1 },
    },
    optimizer: { kind: 'sgd', learningRate },
    batch: 'sample',
  };
}

const engine = (): Subject => {
  let run: Run;
  return {
    name: 'engine',
    ours: true,
    create(widths) {
      run = createRun(specOf(widths), 1);
      return (samples) => train(run, samples);
    },
    output: () => outputsOf(run)[1]![0]!,
  };
};

/** Some of the libraries take their first weights from Math.random: here it is seeded. */
function seedMathRandom(): void {
  let state = 1;
  Math.random = () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Processor time of this thread in milliseconds: what other programs on the machine take does not count. */
function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))]!;

interface Measured {
  subject: string;
  note: string;
  shape: string;
  rate: number;
  low: number;
  high: number;
  ratio: number;
  ours: boolean;
}

async function measure(subjects: Subject[], widths: readonly number[]): Promise<Measured[]> {
  const contestants = [];
  for (const subject of subjects) {
    const run = subject.create(widths);
    const clock = subject.now ?? now;
    // Warm up, and find how many updates make a round.
    let samples = 64;
    let elapsedMs = 0;
    const start = clock();
    for (;;) {
      const before = clock();
      await run(samples);
      elapsedMs = clock() - before;
      if (clock() - start > WARM_UP_MS && elapsedMs > 5) break;
      if (elapsedMs < ROUND_MS / 2) samples *= 2;
    }
    samples = Math.max(4, Math.round((samples * ROUND_MS) / elapsedMs / 4) * 4);
    contestants.push({ subject, run, clock, samples, rates: [] as number[] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, clock, samples, rates } of contestants) {
      const before = clock();
      const done = (await run(samples)) ?? samples;
      rates.push((done * 1000) / (clock() - before));
    }
  }
  const measured = contestants.map(({ subject, rates }): Measured => {
    if (!Number.isFinite(subject.output()))
      throw new Error(`${subject.name}: its training ended in a number that is not finite`);
    rates.sort((a, b) => a - b);
    const [low, rate, high] = [quantile(rates, 0.25), quantile(rates, 0.5), quantile(rates, 0.75)];
    return {
      subject: subject.name,
      note: subject.note ?? '',
      shape: widths.join('-'),
      rate,
      low,
      high,
      ratio: NaN,
      ours: subject.ours ?? false,
    };
  });
  const fastestPeer = Math.max(...measured.filter(({ ours }) => !ours).map(({ rate }) => rate));
  for (const entry of measured) entry.ratio = entry.rate / fastestPeer;
  return measured;
}

seedMathRandom();
const subjects = [engine(), ...(await kernelSubjects(specOf)), ...(await loadPeers())];
const results: Measured[] = [];
for (const widths of SHAPES) results.push(...(await measure(subjects, widths)));

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify(
      results.map(({ subject, shape, rate, ratio }) => ({ subject, shape, rate, ratio })),
      null,
      2,
    ),
  );
} else {
  const thousands = (rate: number): string => (rate / 1000).toFixed(rate < 100_000 ? 1 : 0);
  console.log('Thousand sample updates a second: median (quartiles), ratio to the fastest library.');
  for (const { subject, note, shape, rate, low, high, ratio } of results) {
    const numbers = `${thousands(rate).padStart(7)} (${thousands(low)} to ${thousands(high)})`;
    console.log(
      `${shape.padEnd(13)} ${subject.padEnd(17)} ${numbers.padEnd(28)} ${ratio.toFixed(2).padStart(5)}  ${note}`,
    );
  }
}
