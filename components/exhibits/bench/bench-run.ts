/** The run on a bench: loading, training, pausing, going back and forth. `step(n)` counts updates. */
import type { Advance, Failure, Frame, LabSession, Loaded, Result } from '../../../src/lab/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import type { BenchContext } from './bench-context.ts';
import { createPlaneLook } from './bench-plane.ts';
import { addPoints } from './loss-record.ts';
import { outcomeOfFrame, stateText } from './outcome-words.ts';
import type { Pace } from './speeds.ts';
import { pacesOf } from './speeds.ts';
import { worstSamples } from './worst-samples.ts';

const noLab: Failure = {
  kind: 'stopped',
  message: 'The lab could not be opened. Reload the page; your text is kept.',
};

/** Lines of printed output that are kept. */
const printedLines = 200;

export function createRun(context: BenchContext) {
  const { options, state, session, changed, keep } = context;
  const look = createPlaneLook(context);
  let stopWork = false;
  let wantedUpdate: number | undefined;
  const paces = (): Pace[] => pacesOf(state.info);

  /** Does one thing with the lab, alone; an answer that is a failure is shown and nothing is lost. */
  async function work<T>(what: string, ask: (lab: LabSession) => Promise<Result<T>>): Promise<T | undefined> {
    const mine = state.activity.kind === 'idle' ? ({ kind: 'working', what } as const) : undefined;
    if (mine) state.activity = mine;
    changed();
    let answer: Result<T>;
    try {
      answer = await ask(await session());
    } catch {
      answer = { kind: 'failed', failure: noLab };
    }
    if (state.activity === mine) state.activity = { kind: 'idle' };
    if (answer.kind === 'failed') {
      state.failure = answer.failure;
      state.activity = { kind: 'idle' };
      state.loaded = false;
      if (answer.failure.printed) print(answer.failure.printed);
      state.status = 'The program stopped.';
      changed();
      return undefined;
    }
    delete state.failure;
    return answer.value;
  }

  function print(lines: readonly string[]): void {
    if (lines.length > 0) state.printed = [...state.printed, ...lines].slice(-printedLines);
  }

  function showFrame(frame: Frame): void {
    state.frame = frame;
    if (frame.data) state.info = { ...state.info, inputs: frame.data.inputs, targets: frame.data.targets };
  }

  function begin({ info, frame, printed }: Loaded): void {
    const samePace = pacesOf(info).length === paces().length;
    state.info = info;
    if (!samePace) state.pace = paces().length - 1;
    startFrom(frame);
    print(printed);
  }

  /** A run at its first frame. */
  function startFrom(frame: Frame): void {
    if (state.loaded && state.frame.update > 0)
      state.before = stateText(state.frame, state.info, state.nonFiniteAt);
    showFrame(frame);
    state.seed = frame.seed;
    state.loss = { updates: [frame.update], meanSquaredErrors: [frame.meanSquaredError] };
    state.furthest = frame.update;
    state.end = state.endsAt ?? state.info.epochs * state.info.updatesPerEpoch;
    delete state.endsAt;
    state.stale = false;
    state.loaded = true;
    state.printed = [];
    delete state.plane;
    delete state.worst;
    delete state.nonFiniteAt;
    delete state.diagnosis;
    delete state.opened;
    delete state.absent;
  }

  /** Loads what is to run, unless it is loaded already. @returns whether there is something to run. */
  async function ready(): Promise<boolean> {
    if (state.loaded && !state.stale) return true;
    const loaded = await work('Loading the program', (lab) =>
      lab.load(state.subject === 'posted' ? options.original : state.text, state.seed),
    );
    if (!loaded) {
      state.absent = 'not-loaded';
      delete state.diagnosis;
      changed();
      return false;
    }
    begin(loaded);
    changed();
    await look();
    return true;
  }

  async function advance(updates: number): Promise<boolean> {
    const told = await work<Advance>('Training', (lab) => lab.advance(updates));
    if (!told) return false;
    showFrame(told.frame);
    state.loss = addPoints(state.loss, told.loss);
    state.furthest = Math.max(state.furthest, told.frame.update);
    print(told.printed);
    if (told.nonFiniteAt !== undefined) state.nonFiniteAt = told.nonFiniteAt;
    if (told.frame.update >= state.end || state.nonFiniteAt !== undefined) noteResult();
    changed();
    return true;
  }

  function noteResult(): void {
    state.firstResult ??= outcomeOfFrame(state.frame, state.info);
  }

  const isOver = () => state.frame.update >= state.end || state.nonFiniteAt !== undefined;

  /** A run that blew up has stopped where the lab noticed it, which is seldom its end. */
  const atItsEnd = () => (state.nonFiniteAt === undefined ? 'Ended' : 'Stopped');

  function sayWhere(prefix: string): void {
    const { frame, info, nonFiniteAt, before } = state;
    const now = stateText(frame, info, nonFiniteAt);
    const compared =
      before === undefined
        ? ''
        : before === now
          ? ' The run before ended alike.'
          : ` The run before: ${before}.`;
    state.status = `${prefix} after ${countedText(frame.update, 'update')}. ${now}.${compared}`;
  }

  async function settle(prefix: string): Promise<void> {
    sayWhere(prefix);
    const worst = worstSamples(state.info, state.frame);
    if (worst) state.worst = worst;
    await look();
    const diagnosis = await work('Checking the gradients', (lab) => lab.diagnose());
    if (diagnosis) state.diagnosis = diagnosis;
    changed();
  }

  /** Lets the run go on; a view then calls `tick` for every picture. */
  async function run(): Promise<void> {
    if (state.activity.kind !== 'idle' || !(await ready())) return;
    if (isOver()) {
      if (state.nonFiniteAt !== undefined) return reset();
      state.end += state.info.epochs * state.info.updatesPerEpoch;
    }
    delete state.diagnosis;
    state.activity = { kind: 'running' };
    state.status = 'Running.';
    changed();
  }

  /** Trains up to the next picture. */
  async function tick(): Promise<void> {
    if (state.activity.kind !== 'running') return;
    const wanted = paces()[state.pace]?.next(state.frame.update) ?? 1;
    const went = await advance(Math.min(wanted, state.end - state.frame.update));
    if (went && !isOver()) await look();
    if (went && state.activity.kind === 'running' && isOver()) {
      state.activity = { kind: 'idle' };
      await settle(atItsEnd());
    }
  }

  function pause(): void {
    stopWork = true;
    if (state.activity.kind !== 'running') return;
    state.activity = { kind: 'idle' };
    changed();
    void settle('Paused');
  }

  /** Trains to an update without pictures in between, telling how far it is; `pause` stops it. */
  async function trainTo(update: number, what: string): Promise<boolean> {
    stopWork = false;
    const total = update - state.frame.update;
    const chunk = Math.max(state.info.updatesPerEpoch, Math.ceil(total / 40));
    while (state.frame.update < update && state.nonFiniteAt === undefined) {
      const done = 1 - (update - state.frame.update) / total;
      state.activity = { kind: 'working', what, done, cancellable: true };
      if (!(await advance(Math.min(chunk, update - state.frame.update)))) return false;
      if (stopWork) {
        state.activity = { kind: 'idle' };
        await settle('Stopped');
        return false;
      }
    }
    state.activity = { kind: 'idle' };
    return true;
  }

  /** For readers who want no movement: the run's end instead of its course. */
  async function runToEnd(): Promise<void> {
    if (state.activity.kind !== 'idle' || !(await ready())) return;
    if (isOver() && state.nonFiniteAt === undefined)
      state.end += state.info.epochs * state.info.updatesPerEpoch;
    if (await trainTo(state.end, 'Training')) await settle(atItsEnd());
  }

  /** Trains for so many updates, also beyond the end. */
  async function step(updates: number): Promise<void> {
    if (state.activity.kind !== 'idle' || !(await ready())) return;
    if (await advance(updates)) await settle('Stepped');
  }

  /** The start again, from this seed. Defaults to the same one. */
  async function reset(nextSeed = state.seed): Promise<void> {
    if (state.activity.kind !== 'idle') return;
    state.seed = nextSeed;
    keep();
    if (!state.loaded || state.stale) {
      state.stale = true;
      await ready();
    } else {
      const frame = await work('Starting again', (lab) => lab.restart(nextSeed));
      if (frame) {
        startFrom(frame);
        await look();
      }
    }
    if (state.loaded) state.status = `At the start, seed ${nextSeed}.`;
    changed();
  }

  /** Shows the run after exactly this many updates; while one journey is under way the latest wish waits for it. */
  async function seek(update: number): Promise<void> {
    if (state.activity.kind === 'running') {
      state.activity = { kind: 'idle' };
    }
    wantedUpdate = update;
    if (state.activity.kind !== 'idle' || !state.loaded || state.stale) return;
    while (wantedUpdate !== undefined) {
      const target: number = wantedUpdate;
      wantedUpdate = undefined;
      const frame = await work('Going there', (lab) => lab.seek(target));
      if (!frame) return;
      showFrame(frame);
      changed();
      await look();
    }
    await settle('Here it is');
  }

  /** Has the next run that is begun afresh end there: where a link was made. */
  function endAt(update: number): void {
    state.endsAt = update;
    state.stale = true;
    changed();
  }

  return { paces, work, begin, run, tick, pause, trainTo, runToEnd, step, reset, seek, settle, endAt };
}
