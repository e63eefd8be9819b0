/**
 * What a kept sweep depends on, as one short string: every step from a run to its letter, by what it does and not by how it is
 * written. So each can be made faster or clearer without measuring for ten minutes, and cannot be made to say something else.
 *
 * - the spec, with the bits that the first updates of two runs lead to; or the program's own code, with the numbers they lead to
 * - the outcome, and the letter of the reading, of made-up ends of runs over the sweep's own data
 * - the code of a reading of the page
 *
 * What these probes do not show is left to the tests, which measure every sweep again at some of its seeds, to the end. The
 * kernel gives the engine's result to the last bit, and each program is equal to its spec; both have their own tests.
 */
import { createHash } from 'node:crypto';
import { codeOf } from '../code-of.ts';
import { keptAtOnce } from '../kept-between-builds.ts';
import { createRun, judgeOutcome, outputsOf, train } from '../../engine/index.ts';
import type { Reading } from '../facts/types.ts';
import { codeOfReadings, codeWithoutLayout, readingOf } from './own-readings.ts';
import { checkedProgram, snapshotsOf } from './programs.ts';
import type { Sweep } from './experiments.ts';
import type { Training } from './training.ts';

/** The digest of a sweep. */
export function digestOf(sweep: Sweep): string {
  const { runs, seeds, reading, folder } = sweep;
  const read = readingOf(folder, reading);
  const code = reading === 'outcome' ? '' : codeOfReadings(folder);
  const asked = [
    reading,
    code,
    seeds,
    runs.kind === 'spec' ? runs.training : [runs.text, runs.epochs ?? 'own'],
  ];
  return keptAtOnce(['digest', codeOf('src/lab', 'src/engine', 'src/book/experiments'), asked], () =>
    probed(sweep, read, code),
  );
}

function probed({ runs, seeds }: Sweep, read: Reading, code: string): string {
  const [does, data] =
    runs.kind === 'spec' ? probedTraining(runs.training) : probedProgram(runs.file, runs.text);
  const what = runs.kind === 'spec' ? inOrder(runs.training) : runs.epochs;
  const classes = data.rows.some((row) => row.length > 1) ? [probedClasses(data.rows)] : [];
  return hash(JSON.stringify([does, probedLetters(read, data), code, what, seeds, ...classes])).slice(0, 16);
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The same data, whatever the order in which its fields were written. */
function inOrder(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(inOrder);
  return Object.fromEntries(
    Object.entries(data)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, inOrder(value)]),
  );
}

interface Data {
  /** The first input and the first target of each sample. [N] */
  inputs: ArrayLike<number>;
  targets: ArrayLike<number>;
  /** The targets. [N, O] */
  rows: readonly (readonly number[])[];
}

/** About how many samples a probe goes through. */
const probedSamples = 4000;

/** The parameters and outputs of two runs after some updates, as hexadecimal bytes; and the data of the first. */
function probedTraining({ spec }: Training): [does: string, data: Data] {
  const runs = [1, 2].map((seed) => createRun(spec, seed));
  const { samples } = runs[0]!;
  const updates = spec.batch === 'sample' ? 240 : Math.min(240, Math.ceil(probedSamples / samples.count));
  const bits = runs.map((run) => {
    train(run, updates);
    const numbers = Float64Array.from([...run.network.parameters, ...outputsOf(run).flat()]);
    return Buffer.from(numbers.buffer).toString('hex');
  });
  const first = (rows: readonly ArrayLike<number>[]) => rows.map((row) => row[0]!);
  const rows = samples.targets.map((row) => [...row]);
  return [bits.join(), { inputs: first(samples.inputs), targets: first(samples.targets), rows }];
}

/** A program's code, and what two of its runs lead to, to nine digits: its Math.exp may differ in the last. */
function probedProgram(file: string, text: string): [does: string, data: Data] {
  const program = checkedProgram(file, text);
  const { inputs, targets, epochs, updatesPerEpoch } = program.info;
  const numbers = [1, 2].map((seed) => {
    const [, { outputs, layers }] = snapshotsOf(program, seed, 24);
    return [...outputs, ...layers].flat().map((number) => number.toPrecision(9));
  });
  const does = JSON.stringify([codeOfProgram(file, text), epochs, updatesPerEpoch, numbers]);
  const first = (rows: readonly (readonly number[])[]) => rows.map((row) => row[0]!);
  return [does, { inputs: first(inputs), targets: first(targets), rows: targets }];
}

const codeOfProgram = (file: string, text: string) => {
  const { transpiled } = checkedProgram(file, text);
  return codeWithoutLayout(`(() => {${transpiled.own}})`);
};

/** What is made of runs that end in one way or another: each as an outcome, and as the reading's letter. */
function probedLetters(read: Reading, { inputs, targets }: Data): string {
  const rows = Array.from(targets, (target) => [target]);
  return endsOfRuns(Array.from(inputs), Array.from(targets))
    .map((outputs) => {
      const outcome = judgeOutcome(
        outputs.map((output) => [output]),
        rows,
        [0],
      );
      return (
        JSON.stringify(outcome) + read({ outcome: outcome.kind, outputCount: 1, outputs, inputs, targets })
      );
    })
    .join();
}

/** How several outputs a sample are judged: each a little or much off its target, and all of them moved towards the middle. */
function probedClasses(rows: readonly (readonly number[])[]): string {
  const moved = [0, 0.1, 0.4, 0.45, 0.6, 1].flatMap((by) => [
    rows.map((row) => row.map((target) => target + by * (0.5 - target))),
    rows.map((row, n) => row.map((target, o) => target + (n === o ? by : -by / 3))),
    rows.map((row) => row.map((target, o) => target * (1 - by) + (o === 0 ? by / 2 : 0))),
  ]);
  return moved.map((outputs) => JSON.stringify(judgeOutcome(outputs, rows, [0]))).join();
}

/** Made-up outputs: right, constant, near the limits that outcomes and readings have, and not finite. */
function endsOfRuns(inputs: number[], targets: number[]): number[][] {
  const [low, high] = [Math.min(...targets), Math.max(...targets)];
  const [middle, span] = [(low + high) / 2, high - low];
  const offs = [0, 1e-13, 9e-13, 1.1e-12, 1e-9, 9e-7, 1.1e-6, 1e-3, 0.1, 0.24, 0.26, 0.49, 0.5, 0.51, 1];
  const ends = [0, 20 / 41, middle, 1, NaN, Infinity].map((value) => targets.map(() => value));
  for (const off of offs) {
    for (const signed of [off, -off]) {
      ends.push(targets.map((target) => target + signed * span));
      ends.push(targets.map((_, k) => middle + signed * (k === 1 ? 0 : 1)));
      ends.push(targets.map((target, k) => (k === 2 ? middle + signed : target)));
      ends.push(
        inputs.map((x) => x * (1 + signed / (1 + Math.abs(inputs.at(-1)!))) + (targets[0]! - inputs[0]!)),
      );
    }
  }
  return ends;
}
