/** The run on a bench: loading, training, pausing, going back and forth. `step(n)` counts updates. */
import type { Advance, Frame, LabSession, Loaded, Result } from '../../../src/lab/index.ts';
import type { BenchContext } from './bench-context.ts';
import { createPlaneLook } from './bench-plane.ts';
import { addPoints } from './loss-record.ts';
import { outcomeOfFrame } from './outcome-words.ts';
import type { Rest, Standing } from './said.ts';
import type { Pace } from './speeds.ts';
import { pacesOf } from './speeds.ts';
import { worstSamples } from './worst-samples.ts';

/** One thing that a bench does; it gives back "running" where the run is to go on after it. */
type Action = () => Promise<unknown>;

interface Wish {
  action: Action;
  /** Whether another may be wished for meanwhile, which is then done after it. */
  waits: boolean;
}

/** Lines of printed output that are kept. */
const printedLines = 200;

export function createRun(context: BenchContext) {
  const { options, state, session, changed, keep } = context;
  const look = createPlaneLook(context);
  let stopWork = false;
  /** The text that runs in the lab. */
  let loadedText: string | undefined;
  /** The way to the next picture of a run, while it is under way. */
  let picturing: Promise<void> | undefined;
  /** What is to be done next: the latest wish. */
  let waiting: Wish | undefined;
  const paces = (): Pace[] => pacesOf(state.info);

  /**
   * Keeps the bench to one thing from its first step to its last: between two answers of the lab nothing else is begun, however
   * long they take.
   */
  async function alone(action: Action, waits = false): Promise<void> {
    if (state.activity.kind === 'working') return;
    let next: unknown;
    waiting = { action, waits };
    while (waiting) {
      const wish: Wish = waiting;
      waiting = undefined;
      state.activity = { kind: 'working', waits: wish.waits };
      stopWork = false;
      changed();
      await picturing;
      next = await wish.action();
    }
    state.activity = { kind: next === 'running' ? next : 'idle' };
    changed();
  }

  /** Does this if nothing is under way, or after what is, where that lets it wait. */
  async function begin(action: Action, waits = false): Promise<void> {
    const { activity } = state;
    if (activity.kind === 'idle') return alone(action, waits);
    if (activity.kind === 'working' && activity.waits) waiting = { action, waits };
  }

  /** Asks the lab for one thing; an answer that is a failure is shown and nothing is lost. */
  async function work<T>(ask: (lab: LabSession) => Promise<Result<T>>): Promise<T | undefined> {
    let answer: Result<T> | { kind: 'failed'; failure: { kind: 'no-lab' } };
    try {
      answer = await ask(await session());
    } catch {
      answer = { kind: 'failed', failure: { kind: 'no-lab' } };
    }
    if (answer.kind === 'failed') {
      state.failure = answer.failure;
      state.loaded = false;
      waiting = undefined;
      if ('printed' in answer.failure) print(answer.failure.printed ?? []);
      state.said = { kind: 'program-stopped' };
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

  /** The text that a run which is begun afresh runs. */
  const wantedText = () => (state.subject === 'posted' ? options.original : state.text);

  /** Loads a text and puts it on the bench at its first frame. @returns whether it could be loaded. */
  async function load(text: string, seed: number): Promise<boolean> {
    const loaded = await work<Loaded>((lab) => lab.load(text, seed));
    if (!loaded) return false;
    const lastPace = paces().length;
    loadedText = text;
    startFrom(loaded.frame, seed, loaded.info);
    if (paces().length !== lastPace) state.pace = paces().length - 1;
    print(loaded.printed);
    changed();
    return true;
  }

  const standing = (): Standing => {
    const { frame, info, nonFiniteAt } = state;
    return { frame, info, nonFiniteAt };
  };

  /** A run at its first frame, which was asked for with this seed. What the reader has changed since then is news. */
  function startFrom(frame: Frame, seed: number, info = state.info): void {
    if (state.loaded && state.frame.update > 0) state.before = standing();
    state.info = info;
    showFrame(frame);
    state.loss = { updates: [frame.update], meanSquaredErrors: [frame.meanSquaredError] };
    state.furthest = frame.update;
    state.end = state.endsAt ?? state.info.epochs * state.info.updatesPerEpoch;
    delete state.endsAt;
    state.stale = wantedText() !== loadedText || state.seed !== seed;
    state.loaded = true;
    state.printed = [];
    delete state.plane;
    delete state.worst;
    delete state.nonFiniteAt;
    delete state.diagnosis;
    delete state.opened;
    delete state.absent;
  }

  /** Loads what is to run, unless it is loaded already. @returns whether that is on the bench, and still wanted. */
  async function ready(): Promise<boolean> {
    if (state.loaded && !state.stale) return true;
    if (!(await load(wantedText(), state.seed))) {
      state.absent = 'not-loaded';
      delete state.diagnosis;
      changed();
      return false;
    }
    await look();
    return !state.stale;
  }

  async function advance(updates: number): Promise<boolean> {
    const told = await work<Advance>((lab) => lab.advance(updates));
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
  const atItsEnd = (): Rest => (state.nonFiniteAt === undefined ? 'ended' : 'stopped');

  /** The run rests: what it has come to is said, drawn and diagnosed. */
  async function settle(rest: Rest): Promise<void> {
    if (!state.loaded) return;
    state.said = { kind: 'at-rest', rest, at: standing(), before: state.before };
    const worst = worstSamples(state.info, state.frame);
    if (worst) state.worst = worst;
    await look();
    const diagnosis = await work((lab) => lab.diagnose());
    if (diagnosis) state.diagnosis = diagnosis;
    changed();
  }

  /** Makes ready to go on, from the end for as many epochs again. A run that blew up can't: it is put back to its start. */
  async function readyToRun(): Promise<boolean> {
    if (!(await ready())) return false;
    if (!isOver()) return true;
    if (state.nonFiniteAt !== undefined) {
      await startAgain(state.seed);
      return false;
    }
    state.end += state.info.epochs * state.info.updatesPerEpoch;
    return true;
  }

  /** Lets the run go on; a view then calls `tick` for every picture. */
  const run = () =>
    begin(async () => {
      if (!(await readyToRun())) return;
      delete state.diagnosis;
      state.said = { kind: 'running' };
      return 'running';
    });

  /** Trains up to the next picture. */
  async function tick(): Promise<void> {
    if (state.activity.kind !== 'running' || picturing) return;
    picturing = toNextPicture();
    await picturing;
    picturing = undefined;
    if (state.activity.kind !== 'running') return;
    if (!state.loaded) {
      state.activity = { kind: 'idle' };
      changed();
    } else if (isOver()) await alone(() => settle(atItsEnd()));
  }

  async function toNextPicture(): Promise<void> {
    const wanted = paces()[state.pace]?.next(state.frame.update) ?? 1;
    if ((await advance(Math.min(wanted, state.end - state.frame.update))) && !isOver()) await look();
  }

  /** Stops what goes on and what was to follow: a text that takes another's place does not run because Run was pressed for that. */
  function pause(): void {
    stopWork = true;
    waiting = undefined;
    if (state.activity.kind === 'running') void alone(() => settle(isOver() ? atItsEnd() : 'paused'));
  }

  /** Trains to an update without pictures in between, telling how far it is; `pause` stops it. @returns whether it came there. */
  async function trainTo(update: number, seed?: number): Promise<boolean> {
    const total = update - state.frame.update;
    const chunk = Math.max(state.info.updatesPerEpoch, Math.ceil(total / 40));
    while (state.frame.update < update && state.nonFiniteAt === undefined) {
      const done = 1 - (update - state.frame.update) / total;
      state.activity = { kind: 'working', training: { done, ...(seed !== undefined && { seed }) } };
      if (!(await advance(Math.min(chunk, update - state.frame.update)))) return false;
      if (stopWork) {
        state.activity = { kind: 'working' };
        await settle('stopped');
        return false;
      }
    }
    state.activity = { kind: 'working' };
    return true;
  }

  /** For readers who want no movement: the run's end instead of its course. */
  const runToEnd = () =>
    begin(async () => {
      if ((await readyToRun()) && (await trainTo(state.end))) await settle(atItsEnd());
    });

  /** Trains for so many updates, also beyond the end. */
  const step = (updates: number) =>
    begin(async () => {
      if ((await ready()) && (await advance(updates))) await settle('stepped');
    });

  /** The start again, from this seed. Defaults to the same one. Who sets a seed and presses Run at once need not press it twice. */
  async function reset(nextSeed = state.seed): Promise<void> {
    const { activity } = state;
    if (activity.kind === 'running' || (activity.kind === 'working' && !activity.waits)) return;
    state.seed = nextSeed;
    keep();
    await begin(() => startAgain(nextSeed), true);
  }

  async function startAgain(seed: number): Promise<void> {
    if (!state.loaded || state.stale) {
      state.stale = true;
      await ready();
    } else {
      const frame = await work((lab) => lab.restart(seed));
      if (frame) {
        startFrom(frame, seed);
        changed();
        await look();
      }
    }
    if (state.loaded) state.said = { kind: 'at-start', seed };
  }

  /** Shows the run after exactly this many updates; while something else is under way the latest wish waits for it. */
  async function seek(update: number): Promise<void> {
    const go = async () => {
      if (!state.loaded || state.stale) return;
      const frame = await work((lab) => lab.seek(update));
      if (!frame) return;
      showFrame(frame);
      changed();
      await look();
      if (!waiting) await settle('gone-there');
    };
    if (!state.loaded || state.stale) return;
    if (state.activity.kind === 'working') waiting = { action: go, waits: true };
    else await alone(go, true);
  }

  /** Has the next run that is begun afresh end there: where a link was made. */
  function endAt(update: number): void {
    state.endsAt = update;
    state.stale = true;
    changed();
  }

  return { paces, alone, load, run, tick, pause, trainTo, runToEnd, step, reset, seek, settle, endAt };
}
