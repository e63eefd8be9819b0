/** Runs one program for the page: evaluates it, answers requests about it, and turns whatever goes wrong into a Failure. */
import type { Reply, Request } from '../messages.ts';
import type { LoadedProgram } from '../program.ts';
import type { Advance, ProgramInfo } from '../protocol.ts';
import type { Transpiled } from '../transpile.ts';
import { diagnose } from '../checks/diagnose.ts';
import { Complaints } from './contract.ts';
import { openProgram } from './open-program.ts';
import { planeOf } from './plane.ts';
import { Printer } from './print.ts';
import { Recording } from './recording.ts';
import { SweepTraining } from './sweep-training.ts';
import { failureOf, Stop } from './thrown.ts';

/** How often the page hears that a busy worker lives. */
const beatEveryMs = 100;

interface RuntimeOptions {
  /** Tells the page that the worker lives. */
  alive: () => void;
  /** Milliseconds from any fixed moment. */
  now: () => number;
}

export class Runtime {
  readonly printer = new Printer();
  readonly #options: RuntimeOptions;
  #program: Transpiled | undefined;
  #recording: Recording | undefined;
  #sweep: SweepTraining | undefined;
  #lastBeat = -Infinity;

  constructor(options: RuntimeOptions) {
    this.#options = options;
  }

  /** Does what is asked. Never throws. */
  answer(request: Request): Reply {
    try {
      return { kind: 'answer', value: this.#do(request) };
    } catch (thrown) {
      return { kind: 'failed', failure: { ...failureOf(thrown), printed: this.printer.take() } };
    }
  }

  #do(request: Request): unknown {
    switch (request.kind) {
      case 'load': {
        this.#program = request.program;
        const recording = this.#start(request.seed);
        return { info: this.#info(recording), frame: recording.frame(), printed: this.printer.take() };
      }
      case 'advance': {
        const recording = this.#running();
        recording.advance(request.updates);
        const advance: Advance = {
          frame: recording.frame(),
          loss: recording.takeLoss(),
          printed: this.printer.take(),
          ...(recording.nonFiniteAt !== undefined && { nonFiniteAt: recording.nonFiniteAt }),
        };
        return advance;
      }
      case 'seek': {
        const recording = this.#running();
        recording.seek(request.update);
        return recording.frame();
      }
      case 'restart': {
        this.#running();
        const recording = this.#start(request.seed);
        const frame = recording.frame();
        return this.#exports().data instanceof Function ? { ...frame, data: recording.data } : frame;
      }
      case 'plane': {
        const recording = this.#running();
        const network = recording.copy();
        const looked = {
          update: recording.update,
          predict: (input: number[]) => recording.predict(network, input),
          layers: () => recording.layersOf(network),
        };
        return planeOf(looked, { ...request, now: this.#options.now, beat: this.#beat });
      }
      case 'diagnose': {
        const recording = this.#running();
        const program = this.#exports();
        return this.printer.silently(() =>
          diagnose({
            program,
            data: recording.data,
            network: recording.copy(),
            initial: recording.initial(),
            update: recording.update,
            ...(recording.nonFinite && { nonFinite: recording.nonFinite }),
            beat: this.#beat,
          }),
        );
      }
      case 'sweep': {
        this.#sweep = new SweepTraining({
          ...request,
          printer: this.printer,
          beat: this.#beat,
          now: this.#options.now,
        });
        return { epochs: this.#sweep.epochs };
      }
      case 'sweepOn':
        if (!this.#sweep) throw notLoaded();
        return this.#sweep.trainFor(request.forMs);
      case 'transpile':
        throw new Stop({ kind: 'stopped', message: 'This worker runs programs; another one reads them.' });
    }
  }

  #exported: LoadedProgram | undefined;

  #exports(): LoadedProgram {
    if (!this.#exported) throw notLoaded();
    return this.#exported;
  }

  #running(): Recording {
    if (!this.#recording) throw notLoaded();
    return this.#recording;
  }

  /** Evaluates the program anew, so that nothing is left over from the last run, and creates its network. */
  #start(seed: number): Recording {
    if (!this.#program) throw notLoaded();
    const lines = this.#program;
    this.#recording = undefined;
    this.printer.reset();
    const complaints = new Complaints();
    this.#exported = openProgram(this.#program, seed, this.printer.console, complaints).program;
    this.#recording = new Recording({
      program: this.#exported,
      lines,
      seed,
      printer: this.printer,
      beat: this.#beat,
      complaints,
    });
    return this.#recording;
  }

  #info({ data, widths }: Recording): ProgramInfo {
    const { learningRate, epochs, updatesPerEpoch, missing } = this.#exports();
    const known = missing?.includes('learningRate') ? {} : { learningRate };
    return { ...known, epochs, updatesPerEpoch, ...data, widths };
  }

  #beat = (): void => {
    const now = this.#options.now();
    if (now - this.#lastBeat < beatEveryMs) return;
    this.#lastBeat = now;
    this.#options.alive();
  };
}

function notLoaded(): Stop {
  return new Stop({ kind: 'stopped', message: 'No program is loaded. Run the program first.' });
}
