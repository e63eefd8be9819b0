/** Runs one program for the page: evaluates it, answers requests about it, and turns whatever goes wrong into a Failure. */
import type { Reply, Request } from '../messages.ts';
import { judgeOutcome } from '../../engine/outcome.ts';
import type { LoadedProgram } from '../program.ts';
import type { Advance, ProgramInfo, SeedResult } from '../protocol.ts';
import type { Transpiled } from '../transpile.ts';
import { diagnose } from '../checks/diagnose.ts';
import { checkExports, Complaints } from './contract.ts';
import { evaluate } from './evaluate.ts';
import { Printer } from './print.ts';
import { Recording } from './recording.ts';
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
      case 'prepare':
        this.#program = request.program;
        return null;
      case 'train':
        return this.#train(request.seed, request.epochs);
      case 'measure': {
        const recording = this.#start(request.seed);
        const program = this.#exports();
        const begun = this.#options.now();
        let elapsedMs: number;
        do {
          recording.train(program.updatesPerEpoch);
          elapsedMs = this.#options.now() - begun;
        } while (elapsedMs < request.forMs);
        return {
          updates: recording.update,
          elapsedMs,
          updatesPerEpoch: program.updatesPerEpoch,
          epochs: program.epochs,
        };
      }
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
    this.#exported = checkExports(evaluate(this.#program.code, this.printer.console), lines, complaints);
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

  #train(seed: number, epochs: number): SeedResult {
    const recording = this.#start(seed);
    recording.train(epochs * this.#exports().updatesPerEpoch);
    const { outputs, layers } = recording.frame();
    const parameters = layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
    const outcome = judgeOutcome(outputs, recording.data.targets, parameters);
    const hasOwnData = this.#exports().data instanceof Function;
    return { seed, outcome, outputs, ...(hasOwnData && { data: recording.data }) };
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
