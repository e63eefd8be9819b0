/**
 * Many seeds of one program in one worker, trained in turns: all of them to one number of epochs, then all to the next. What
 * the page hears are readings, the outcome of a seed at such a level.
 *
 * Each seed has the program evaluated for itself, so that nothing a program keeps outside its network leads from one seed to
 * another. Nothing is recorded between levels: an update costs what the program's own loop would cost. A run whose network
 * is after an epoch what it was before, number for number, has come to rest: by the contract a network holds all that its
 * updates depend on, so every later epoch does the same, and its last reading holds for all levels to come. For a program
 * with variables at its top level, which an update could change beside the network, this is not taken for proven.
 */
import type { LoadedProgram } from '../program.ts';
import type { Failure, SeedReading, SweepStretch } from '../protocol.ts';
import { sweepLevels } from '../sweep-levels.ts';
import type { Transpiled } from '../transpile.ts';
import { checkExports, Complaints } from './contract.ts';
import { evaluate } from './evaluate.ts';
import type { Printer } from './print.ts';
import { Recording } from './recording.ts';
import { failureOf } from './thrown.ts';

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

/** One seed on its way. */
interface Run {
  seed: number;
  recording: Recording;
  updatesPerEpoch: number;
  /** Whether its data are drawn from its seed. */
  hasOwnData: boolean;
  epochs: number;
}

export class SweepTraining {
  /** How far each seed is trained. */
  readonly epochs: number;
  readonly #options: SweepTrainingOptions;
  readonly #levels: readonly number[];
  readonly #readings: Iterator<SeedReading>;
  /** Updates in a row without a look at the clock. */
  #chunk = 1;

  constructor(options: SweepTrainingOptions) {
    this.#options = options;
    this.epochs = options.epochs ?? this.#ownEpochs();
    this.#levels = sweepLevels(this.epochs);
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
        if (!('recording' in run)) yield run;
        else {
          numbers += run.recording.size;
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

  #ownEpochs(): number {
    const complaints = new Complaints();
    const { epochs } = this.#evaluate(complaints);
    complaints.tell();
    return epochs;
  }

  #evaluate(complaints: Complaints): LoadedProgram {
    const { program, printer } = this.#options;
    return checkExports(evaluate(program.code, printer.console), program, complaints);
  }

  #start(seed: number): Run | SeedReading {
    try {
      const { program: lines, printer, beat } = this.#options;
      printer.reset();
      const complaints = new Complaints();
      const program = this.#evaluate(complaints);
      const recording = new Recording({ program, lines, seed, printer, beat, complaints });
      const { data, updatesPerEpoch } = program;
      return { seed, recording, updatesPerEpoch, hasOwnData: data instanceof Function, epochs: 0 };
    } catch (thrown) {
      return failed(seed, 0, failureOf(thrown));
    }
  }

  #trainTo(run: Run, level: number): SeedReading {
    try {
      this.#trainEpochs(run, level - run.epochs);
      const isLast = level === this.epochs;
      const reading: SeedReading = {
        seed: run.seed,
        epochs: run.epochs,
        ...run.recording.result(),
      };
      const rests = !isLast && !this.#options.program.hasVariables && this.#isAtRest(run);
      if (!isLast && !rests && reading.outputs.length > mostRows) reading.outputs.length = mostRows;
      if (run.hasOwnData && (isLast || rests)) reading.data = run.recording.data;
      return rests ? { ...reading, settled: true } : reading;
    } catch (thrown) {
      return failed(run.seed, run.epochs, failureOf(thrown));
    }
  }

  /** Trains one epoch more and looks whether it changed anything. */
  #isAtRest(run: Run): boolean {
    const before = run.recording.copy();
    this.#trainEpochs(run, 1);
    return run.recording.isSameAs(before);
  }

  #trainEpochs(run: Run, epochs: number): void {
    const { beat, now } = this.#options;
    for (let left = epochs * run.updatesPerEpoch; left > 0;) {
      const count = Math.min(left, this.#chunk);
      const began = now();
      run.recording.train(count);
      beat();
      left -= count;
      const tookMs = now() - began;
      if (tookMs > chunkMs) this.#chunk = Math.max(1, Math.floor(this.#chunk / 4));
      else if (tookMs < chunkMs / 4 && count === this.#chunk) this.#chunk *= 2;
    }
    run.epochs += epochs;
  }
}

const failed = (seed: number, epochs: number, failure: Failure): SeedReading => ({
  seed,
  epochs,
  outcome: { kind: 'partly', right: 0 },
  outputs: [],
  failure,
});
