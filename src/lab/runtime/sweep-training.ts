/**
 * Many seeds of one program in one worker, trained in turns: all of them to one number of epochs, then all to the next. What
 * the page hears are readings, the outcome of a seed at such a level.
 *
 * Nothing may lead from one seed to another. A program whose top level shows all it keeps is evaluated once for all seeds, and
 * its top level is looked at after each turn: a browser compiles anew what is evaluated anew. Where something was kept there
 * after all, or could be out of sight, each seed has an evaluation of its own.
 *
 * What is read off a run is computed on copies of its network, by a second evaluation of the program: a copy's lists are laid
 * out in another way than those that the program made, and functions that have seen both are half as fast from then on.
 *
 * Nothing is recorded between levels: an update costs what the program's own loop would cost. A run whose network is after an
 * epoch what it was before, number for number, and whose program has kept nothing beside it, has come to rest: every later
 * epoch does the same, and its last reading holds for all levels to come.
 */
import type { LoadedProgram } from '../program.ts';
import type { Failure, SeedReading, SweepStretch } from '../protocol.ts';
import { sweepLevels } from '../sweep-levels.ts';
import type { Transpiled } from '../transpile.ts';
import { Complaints } from './contract.ts';
import { watchPrototypes } from './harden.ts';
import { openProgram } from './open-program.ts';
import type { Printer } from './print.ts';
import { Recording } from './recording.ts';
import { failureOf } from './thrown.ts';
import { watchTopLevel } from './top-level-watch.ts';

/** Numbers in all networks that are trained in turns; where there are more, fewer seeds take turns. */
const mostNumbers = 4_000_000;
/** Between two looks at the clock a worker trains for about so long, as far as single updates allow. */
const chunkMs = 20;
/** What is evaluated twice word for word, browsers compile once: then what one has seen would slow down the other as well. */
const lookingNote = '// for looking';
/** From so long a worker's pace is known: before, its program is being compiled. */
const paceAfterMs = 1_000;
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

/** A program that has been evaluated. */
interface Evaluated {
  program: LoadedProgram;
  /** Whether its top level is as it was; nothing where that can't be told. */
  isUntouched: (() => boolean) | undefined;
}

/** One seed on its way. */
interface Run {
  seed: number;
  recording: Recording;
  updatesPerEpoch: number;
  /** Whether its data are drawn from its seed. */
  hasOwnData: boolean;
  epochs: number;
  /** [N, O]: at its latest reading. */
  outputs: number[][];
}

/** One evaluation that trains all seeds, and one that looks at copies of their networks. */
interface Shared {
  training: Evaluated;
  looking: Evaluated;
}

/** A program that was evaluated for all seeds has kept something at its top level. */
class Touched extends Error {}

/** The clock is looked at now and then while a seed is trained: nothing has been read yet. */
type Pause = undefined;

export class SweepTraining {
  /** How far each seed is trained. */
  readonly epochs: number;
  readonly #options: SweepTrainingOptions;
  readonly #levels: readonly number[];
  readonly #readings: Iterator<SeedReading | Pause>;
  /** For all seeds, as long as nothing is kept in it. */
  #shared: Shared | undefined;
  #mayShare = true;
  /** Updates in a row without a look at the clock. */
  #chunk = 1;
  readonly #expectOwnPrototypes = watchPrototypes();
  #updates = 0;
  #tookMs = 0;
  /** Epochs that are left, of all seeds together, at most. */
  #epochsLeft: number;
  #updatesPerEpoch = 1;

  constructor(options: SweepTrainingOptions) {
    this.#options = options;
    this.epochs = options.epochs ?? this.#ownEpochs();
    this.#levels = sweepLevels(this.epochs);
    this.#epochsLeft = options.seeds.length * this.epochs;
    this.#readings = this.#train();
  }

  /** Trains for so long, or until all is done. */
  trainFor(forMs: number): SweepStretch {
    const { now } = this.#options;
    const began = now();
    const readings: SeedReading[] = [];
    let done = false;
    while (!done && now() - began < forMs) {
      const next = this.#readings.next();
      if (next.done) done = true;
      else if (next.value) readings.push(next.value);
    }
    this.#tookMs += now() - began;
    const left = this.#epochsLeft * this.#updatesPerEpoch;
    const isPaceKnown = this.#tookMs > paceAfterMs && this.#updates > 0;
    return {
      readings,
      done,
      updates: this.#updates,
      ...(isPaceKnown && { leftMs: (left * this.#tookMs) / this.#updates }),
    };
  }

  *#train(): Generator<SeedReading | Pause, void> {
    /** How far each seed has been read, so that a level is told once. */
    const told = new Map<number, number>();
    const ended = new Set<number>();
    for (let isOver = false; !isOver;) {
      try {
        for (const reading of this.#trainAll(this.#options.seeds.filter((seed) => !ended.has(seed)))) {
          if (!reading) yield reading;
          else if (reading.epochs > (told.get(reading.seed) ?? -1)) {
            told.set(reading.seed, reading.epochs);
            if (reading.failure || reading.settled || reading.epochs === this.epochs) ended.add(reading.seed);
            yield reading;
          }
        }
        isOver = true;
      } catch (thrown) {
        if (!(thrown instanceof Touched)) throw thrown;
        this.#shared = undefined;
        this.#mayShare = false;
        this.#epochsLeft = (this.#options.seeds.length - ended.size) * this.epochs;
      }
    }
  }

  *#trainAll(seeds: readonly number[]): Generator<SeedReading | Pause, void> {
    const [first, ...later] = this.#levels;
    const waiting = [...seeds];
    while (waiting.length > 0) {
      let going: Run[] = [];
      let numbers = 0;
      // Each goes to the first level as soon as it has begun: there is something to see before all have.
      while (waiting.length > 0 && numbers < mostNumbers) {
        const run = this.#start(waiting.shift()!);
        if ('recording' in run) {
          numbers += run.recording.size;
          if (yield* this.#goesOn(run, first!)) going.push(run);
        } else {
          this.#epochsLeft -= this.epochs;
          yield run;
        }
      }
      for (const level of later) {
        const goOn: Run[] = [];
        for (const run of going) if (yield* this.#goesOn(run, level)) goOn.push(run);
        going = goOn;
      }
    }
  }

  /** Trains to a level and tells its reading. @returns whether there is more to train. */
  *#goesOn(run: Run, level: number): Generator<SeedReading | Pause, boolean> {
    const reading = yield* this.#trainTo(run, level);
    yield reading;
    if (!reading.failure && !reading.settled) return true;
    this.#epochsLeft -= this.epochs - run.epochs;
    return false;
  }

  #ownEpochs(): number {
    const complaints = new Complaints();
    const { program } = this.#evaluate(1, complaints);
    complaints.tell();
    return program.epochs;
  }

  /** @param note Put after the program. */
  #evaluate(seed: number, complaints: Complaints, note = ''): Evaluated {
    const { program: transpiled, printer } = this.#options;
    const { code, topLevel } = transpiled;
    const noted = { ...transpiled, code: `${code}${note}` };
    const { program, values, standsAlone } = openProgram(noted, seed, printer.console, complaints);
    this.#expectOwnPrototypes();
    return { program, isUntouched: standsAlone() ? watchTopLevel(topLevel, values) : undefined };
  }

  /** What a seed is trained and looked at with: what all share, or an evaluation of its own. */
  #programs(seed: number, complaints: Complaints): { program: LoadedProgram; looking?: LoadedProgram } {
    if (!this.#shared) {
      const training = this.#evaluate(seed, complaints);
      if (!training.isUntouched || !this.#mayShare || !complaints.isEmpty)
        return { program: training.program };
      this.#shared = { training, looking: this.#evaluate(seed, complaints, lookingNote) };
    }
    return { program: this.#shared.training.program, looking: this.#shared.looking.program };
  }

  #start(seed: number): Run | SeedReading {
    try {
      const { program: lines, printer, beat } = this.#options;
      printer.reset();
      const complaints = new Complaints();
      const { program, looking } = this.#programs(seed, complaints);
      const recording = new Recording({ program, looking, lines, seed, printer, beat, complaints });
      this.#expectUntouched();
      const { data, updatesPerEpoch } = program;
      this.#updatesPerEpoch = updatesPerEpoch;
      return {
        seed,
        recording,
        updatesPerEpoch,
        hasOwnData: data instanceof Function,
        epochs: 0,
        outputs: [],
      };
    } catch (thrown) {
      if (thrown instanceof Touched) throw thrown;
      this.#expectUntouched();
      return failed(seed, 0, failureOf(thrown));
    }
  }

  *#trainTo(run: Run, level: number): Generator<Pause, SeedReading> {
    try {
      yield* this.#trainEpochs(run, level - run.epochs);
      const isLast = level === this.epochs;
      this.#expectOwnPrototypes();
      const reading: SeedReading = { seed: run.seed, epochs: run.epochs, ...run.recording.result() };
      const rests = !isLast && this.#shared !== undefined && (yield* this.#isAtRest(run, reading.outputs));
      this.#expectUntouched();
      if (!isLast && !rests && reading.outputs.length > mostRows) reading.outputs.length = mostRows;
      if (run.hasOwnData && (isLast || rests)) reading.data = run.recording.data;
      return rests ? { ...reading, settled: true } : reading;
    } catch (thrown) {
      if (thrown instanceof Touched) throw thrown;
      this.#expectUntouched();
      return failed(run.seed, run.epochs, failureOf(thrown));
    }
  }

  /** Where the outputs are those of the reading before: trains one epoch more and looks whether it changed anything. */
  *#isAtRest(run: Run, outputs: number[][]): Generator<Pause, boolean> {
    const stands = isSameTable(run.outputs, outputs);
    run.outputs = outputs.slice();
    if (!stands) return false;
    const before = run.recording.copy();
    yield* this.#trainEpochs(run, 1);
    return run.recording.isSameAs(before);
  }

  #expectUntouched(): void {
    if (!this.#shared) return;
    const { training, looking } = this.#shared;
    if (!training.isUntouched?.() || !looking.isUntouched?.()) throw new Touched();
  }

  *#trainEpochs(run: Run, epochs: number): Generator<Pause, void> {
    const { beat, now } = this.#options;
    for (let left = epochs * run.updatesPerEpoch; left > 0;) {
      const count = Math.min(left, this.#chunk);
      const began = now();
      run.recording.train(count);
      beat();
      left -= count;
      this.#updates += count;
      const tookMs = now() - began;
      if (tookMs > chunkMs) this.#chunk = Math.max(1, Math.floor(this.#chunk / 4));
      else if (tookMs < chunkMs / 4 && count === this.#chunk) this.#chunk *= 2;
      if (left > 0) yield;
    }
    run.epochs += epochs;
    this.#epochsLeft -= epochs;
  }
}

const isSameTable = (a: number[][], b: number[][]): boolean =>
  a.length === b.length && a.every((row, n) => row.every((value, o) => Object.is(value, b[n]![o])));

const failed = (seed: number, epochs: number, failure: Failure): SeedReading => ({
  seed,
  epochs,
  outcome: { kind: 'partly', right: 0 },
  outputs: [],
  failure,
});
