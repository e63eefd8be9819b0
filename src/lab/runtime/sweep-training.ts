/**
 * Many seeds of one program in one worker, trained in turns: all of them to one number of epochs, then all to the next. What
 * the page hears are readings, the outcome of a seed at such a level.
 *
 * Each seed has the program evaluated for itself, so that nothing a program keeps outside its network leads from one seed to
 * another. Nothing is recorded between levels: an update costs what the program's own loop would cost. A run whose network
 * is after an epoch what it was before, number for number, has come to rest: by the contract a network holds all that its
 * updates depend on, so every later epoch does the same, and its last reading holds for all levels to come. For a program
 * that keeps variables at its top level this is not taken for proven.
 */
import { judgeOutcome } from '../../engine/outcome.ts';
import type { DataSet, Program } from '../program.ts';
import type { Failure, SeedReading, SweepStretch } from '../protocol.ts';
import { sweepLevels } from '../sweep-levels.ts';
import type { Transpiled } from '../transpile.ts';
import { checkExports, createNetwork, predictOne, readData, readLayers } from './contract.ts';
import { evaluate } from './evaluate.ts';
import { numberPaths } from './plain-data.ts';
import type { Printer } from './print.ts';
import { failureOf, Stop } from './thrown.ts';

/** Numbers in all networks that are trained in turns; where there are more, fewer seeds take turns. */
const mostNumbers = 4_000_000;
/** Between two looks at the clock a worker trains for about so long, as far as single updates allow. */
const chunkMs = 20;
/** Rows of outputs that a reading brings before its seed is done. */
const mostRows = 64;

export interface SweepTrainingOptions {
  program: Transpiled;
  seeds: readonly number[];
  /** Defaults to the program's own number. */
  epochs?: number | undefined;
  printer: Printer;
  beat: () => void;
  /** Milliseconds from any fixed moment. */
  now: () => number;
}

interface Run {
  seed: number;
  program: Program;
  data: DataSet;
  network: unknown;
  epochs: number;
}

export class SweepTraining {
  /** How far each seed is trained. */
  readonly epochs: number;
  readonly #options: SweepTrainingOptions;
  readonly #levels: readonly number[];
  readonly #isStateless: boolean;
  readonly #readings: Iterator<SeedReading>;
  /** Updates in a row without a look at the clock. */
  #chunk = 1;

  constructor(options: SweepTrainingOptions) {
    this.#options = options;
    this.epochs = options.epochs ?? this.#evaluate().epochs;
    this.#levels = sweepLevels(this.epochs);
    this.#isStateless = !/^\s*(?:let|var)\b/m.test(options.program.code.replace(/^[ \t]+.*$/gm, ''));
    this.#readings = this.#train();
  }

  /** Trains for so long, and at least one seed by one level. */
  trainFor(forMs: number): SweepStretch {
    const { now } = this.#options;
    const until = now() + forMs;
    const readings: SeedReading[] = [];
    do {
      const next = this.#readings.next();
      if (next.done) return { readings, done: true };
      readings.push(next.value);
    } while (now() < until);
    return { readings, done: false };
  }

  *#train(): Generator<SeedReading, void> {
    const waiting = [...this.#options.seeds];
    while (waiting.length > 0) {
      const runs: Run[] = [];
      let numbers = 0;
      while (waiting.length > 0 && numbers < mostNumbers) {
        const seed = waiting.shift()!;
        const run = this.#start(seed);
        if ('failure' in run) yield run;
        else {
          numbers += numberPaths(run.network).length;
          runs.push(run);
        }
      }
      let going = runs;
      for (const level of this.#levels) {
        const goOn: Run[] = [];
        for (const run of going) {
          const reading = this.#trainTo(run, level);
          if (!reading.failure && !reading.settled) goOn.push(run);
          yield reading;
        }
        going = goOn;
      }
    }
  }

  #evaluate(): Program {
    const { program, printer } = this.#options;
    return checkExports(evaluate(program.code, printer.console), program);
  }

  #start(seed: number): Run | SeedReading {
    try {
      const { program: lines, printer } = this.#options;
      printer.reset();
      const program = this.#evaluate();
      const data = readData(program, seed, lines);
      return { seed, program, data, network: createNetwork(program, seed, lines), epochs: 0 };
    } catch (thrown) {
      return failed(seed, 0, failureOf(thrown));
    }
  }

  #trainTo(run: Run, level: number): SeedReading {
    try {
      this.#trainEpochs(run, level - run.epochs);
      const isLast = level === this.epochs;
      const reading = this.#read(run);
      const rests = !isLast && this.#isStateless && this.#isAtRest(run);
      if (!isLast && !rests && reading.outputs.length > mostRows) reading.outputs.length = mostRows;
      return rests ? { ...reading, settled: true } : reading;
    } catch (thrown) {
      return failed(run.seed, run.epochs, failureOf(thrown));
    }
  }

  /** Trains one epoch more and looks whether it changed anything. */
  #isAtRest(run: Run): boolean {
    const before: unknown = structuredClone(run.network);
    this.#trainEpochs(run, 1);
    return isSame(before, run.network);
  }

  #trainEpochs(run: Run, epochs: number): void {
    const { printer, beat, now } = this.#options;
    const { network } = run;
    const { update, updatesPerEpoch } = run.program;
    let left = epochs * updatesPerEpoch;
    let k = 0;
    let done = run.epochs * updatesPerEpoch;
    while (left > 0) {
      const count = Math.min(left, this.#chunk);
      const began = now();
      try {
        for (let n = 0; n < count; n++) {
          update(network, k);
          done++;
          if (++k === updatesPerEpoch) k = 0;
        }
      } catch (thrown) {
        throw new Stop({ ...failureOf(thrown), update: done });
      }
      if (printer.flooded) throw printer.flooded;
      beat();
      left -= count;
      const tookMs = now() - began;
      if (tookMs > chunkMs) this.#chunk = Math.max(1, Math.floor(this.#chunk / 4));
      else if (tookMs < chunkMs / 4 && count === this.#chunk) this.#chunk *= 2;
    }
    run.epochs += epochs;
  }

  /** The outcome of a run as it stands, found on a copy, so that looking at it changes nothing. */
  #read({ seed, program, data, network, epochs }: Run): SeedReading {
    const { program: lines, printer } = this.#options;
    const copy: unknown = structuredClone(network);
    return printer.silently(() => {
      const width = data.targets[0]!.length;
      const outputs = data.inputs.map((input) => predictOne(program, copy, input, width, lines));
      const layers = readLayers(program, copy, data.inputs[0]!.length, lines);
      const parameters = layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
      return { seed, epochs, outcome: judgeOutcome(outputs, data.targets, parameters), outputs };
    });
  }
}

const failed = (seed: number, epochs: number, failure: Failure): SeedReading => ({
  seed,
  epochs,
  outcome: { kind: 'partly', right: 0 },
  outputs: [],
  failure,
});

/** Whether two networks hold the same numbers, to the bit, and the same of all else. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
