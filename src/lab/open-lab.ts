import type { Request } from './messages.ts';
import type { Failure, PlaneWindow, ProgramInfo, Result } from './protocol.ts';
import { Sandbox } from './sandbox.ts';
import type { LabSession, Loaded } from './session.ts';
import { isAdvanceOf, isDiagnosisOf, isFrameOf, isLoaded, isPlaneOf, isTranspiled } from './shapes.ts';
import { sweep } from './sweep.ts';
import type { Transpiled } from './transpile.ts';
import type { WorkerLink } from './worker-link.ts';
import { garbledAnswer } from './worker-link.ts';

export interface LabOptions {
  /** Address of the sandbox's document. Defaults to `sandbox.html` at the root of the book. */
  sandboxUrl?: string;
}

/** Opens a lab in this page. Cheap: the sandbox is made with the first program. */
export function openLab(options: LabOptions = {}): LabSession {
  return new Lab(options.sandboxUrl ?? `${import.meta.env.BASE_URL.replace(/\/$/, '')}/sandbox.html`);
}

const stopped: Failure = { kind: 'stopped', message: 'Another program was started instead.' };
const notLoaded: Failure = { kind: 'stopped', message: 'No program is running. Run the program first.' };
const noSandbox: Failure = {
  kind: 'stopped',
  message: 'The sandbox in which programs run could not be opened. Reload the page; your text is kept.',
};

function expectCount(method: string, name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`${method}: ${name} is ${value}; expected a whole number from 0`);
}

class Lab implements LabSession {
  readonly #url: string;
  #sandbox: Sandbox | undefined;
  #transpiler: Promise<WorkerLink> | undefined;
  #runtime: WorkerLink | undefined;
  #info: ProgramInfo | undefined;
  /** Counts loads, so that one that was overtaken by another does not put itself in its place. */
  #loads = 0;

  constructor(url: string) {
    this.#url = url;
  }

  async load(source: string, seed: number): Promise<Result<Loaded>> {
    const turn = ++this.#loads;
    this.#runtime?.end(stopped);
    this.#runtime = undefined;

    const program = await this.#transpile(source);
    if (program.kind === 'failed') return program;
    const runtime = await this.#start();
    if (!runtime) return { kind: 'failed', failure: noSandbox };
    if (turn !== this.#loads) {
      runtime.end(stopped);
      return { kind: 'failed', failure: stopped };
    }
    this.#runtime = runtime;
    const loaded = await this.#ask(runtime, { kind: 'load', program: program.value, seed }, isLoaded);
    if (loaded.kind === 'ok') this.#info = loaded.value.info;
    return loaded;
  }

  advance(updates: number): ReturnType<LabSession['advance']> {
    expectCount('advance', 'updates', updates);
    return this.#askRunning({ kind: 'advance', updates }, isAdvanceOf);
  }

  seek(update: number): ReturnType<LabSession['seek']> {
    expectCount('seek', 'update', update);
    return this.#askRunning({ kind: 'seek', update }, isFrameOf);
  }

  restart(seed: number): ReturnType<LabSession['restart']> {
    return this.#askRunning({ kind: 'restart', seed }, isFrameOf);
  }

  plane(window: PlaneWindow, forMs: number): ReturnType<LabSession['plane']> {
    return this.#askRunning({ kind: 'plane', window, forMs }, isPlaneOf);
  }

  diagnose(): ReturnType<LabSession['diagnose']> {
    return this.#askRunning({ kind: 'diagnose' }, isDiagnosisOf);
  }

  async sweep(request: Parameters<LabSession['sweep']>[0]): ReturnType<LabSession['sweep']> {
    if (request.epochs !== undefined) expectCount('sweep', 'epochs', request.epochs);
    const program = await this.#transpile(request.source);
    if (program.kind === 'failed') return program;
    return sweep({ ...request, program: program.value, start: () => this.#start() });
  }

  close(): void {
    this.#loads++;
    this.#runtime = undefined;
    this.#transpiler = undefined;
    this.#sandbox?.close();
    this.#sandbox = undefined;
  }

  async #transpile(source: string): Promise<Result<Transpiled>> {
    this.#transpiler ??= this.#sandboxNow().start('transpile');
    let worker: WorkerLink;
    try {
      worker = await this.#transpiler;
    } catch {
      this.#rebuild();
      return { kind: 'failed', failure: noSandbox };
    }
    const answer = await this.#ask(worker, { kind: 'transpile', source }, isTranspiled);
    if (worker.isEnded) this.#transpiler = undefined;
    return answer;
  }

  async #start(): Promise<WorkerLink | undefined> {
    try {
      return await this.#sandboxNow().start('runtime');
    } catch {
      this.#rebuild();
      return undefined;
    }
  }

  async #askRunning<T>(
    request: Request,
    check: (info: ProgramInfo) => (value: unknown) => value is T,
  ): Promise<Result<T>> {
    const runtime = this.#runtime;
    if (!runtime || !this.#info) return { kind: 'failed', failure: notLoaded };
    return this.#ask(runtime, request, (value): value is T => check(this.#info!)(value));
  }

  async #ask<T>(
    worker: WorkerLink,
    request: Request,
    check: (value: unknown) => value is T,
  ): Promise<Result<T>> {
    const answer = await worker.ask(request);
    if (answer.kind === 'failed') {
      if (worker.isEnded && worker === this.#runtime) this.#runtime = undefined;
      const broke = answer.failure.kind === 'timeout' || answer.failure.kind === 'memory';
      if (answer.ended && broke) this.#rebuild();
      return { kind: 'failed', failure: answer.failure };
    }
    if (check(answer.value)) return { kind: 'ok', value: answer.value };
    worker.end(garbledAnswer);
    return { kind: 'failed', failure: garbledAnswer };
  }

  #sandboxNow(): Sandbox {
    this.#sandbox ??= new Sandbox(this.#url);
    return this.#sandbox;
  }

  /** Throws the iframe away after a program that had to be ended by force: the next one starts in a fresh one. */
  #rebuild(): void {
    this.#sandbox?.close();
    this.#sandbox = undefined;
    this.#transpiler = undefined;
    this.#runtime = undefined;
  }
}
