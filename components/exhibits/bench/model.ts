/**
 * The bench: a program's text, the run it makes in the lab, its evidence over seeds. A plain state machine over a
 * LabSession; it knows no time, no page and no chart.
 *
 * One thing happens at a time: while something is under way, further wishes are not taken, except to pause, to
 * cancel, to edit, and to go to another update; and while the bench goes to an update or to the start of a seed, which a reader
 * may have typed into a field and pressed a button at once, to run and to step. Of such wishes the latest is taken up next.
 * A sweep goes on beside all that.
 */
import { type BenchPane, fingerprint } from '../../../src/book/index.ts';
import type { LabSession } from '../../../src/lab/index.ts';
import type { BenchContext, BenchOptions } from './bench-context.ts';
import { createRun } from './bench-run.ts';
import { createLinks } from './bench-links.ts';
import type { BenchState } from './bench-state.ts';
import { createSweep } from './bench-sweep.ts';
import { createSeedOpener } from './open-seed.ts';
import { createProgramText } from './program-text.ts';
import { pacesOf } from './speeds.ts';
import type { Start } from './start.ts';
import type { Work } from './stored-work.ts';

export type Bench = ReturnType<typeof createBench>;

/** Stands where nothing has been run yet. */
const nothingRun: Start = {
  info: { epochs: 1, updatesPerEpoch: 1, inputs: [], targets: [], widths: [] },
  frame: { seed: 1, update: 0, outputs: [], meanSquaredError: NaN, layers: [] },
};

export function createBench(options: BenchOptions) {
  const { original, kept, onChange } = options;
  const { info, frame } = options.start ?? nothingRun;
  const state: BenchState = {
    text: original,
    from: fingerprint(original),
    earlier: false,
    canUndo: false,
    info,
    frame,
    ...(!options.start && { absent: 'not-run' }),
    loss: { updates: [0], meanSquaredErrors: [frame.meanSquaredError] },
    furthest: 0,
    end: info.epochs * info.updatesPerEpoch,
    seed: frame.seed,
    sample: 0,
    pane: 'program',
    pace: pacesOf(info).length - 1,
    subject: 'yours',
    stale: false,
    loaded: false,
    activity: { kind: 'idle' },
    printed: [],
    prediction: { kind: 'open' },
    sweep: {},
    hints: false,
    said: { kind: 'nothing' },
  };
  let lab: Promise<LabSession> | undefined;
  let wasIdle = true;
  const context: BenchContext = {
    options,
    state,
    session: () => (lab ??= options.openLab()),
    changed: () => {
      const isIdle = state.activity.kind === 'idle';
      if (wasIdle && !isIdle) text.endTyping();
      wasIdle = isIdle;
      onChange();
    },
    keep,
  };
  const run = createRun(context);
  const text = createProgramText(context, run.pause);
  const sweep = createSweep(context);

  /** Takes up what the reader left here on an earlier visit. */
  function restore(): void {
    const { text, replaced, from, seed, predicted } = kept?.read() ?? {};
    if (replaced !== undefined) state.replaced = replaced;
    if (text !== undefined) {
      state.text = text;
      state.earlier = text !== original && from !== state.from;
      state.from = from ?? 'unknown';
    }
    if (seed !== undefined) state.seed = seed;
    if (predicted !== undefined)
      state.prediction = predicted === null ? { kind: 'skipped' } : { kind: 'made', choice: predicted };
    state.stale = state.text !== original || state.seed !== frame.seed;
    if (text !== undefined) state.said = { kind: 'as-left' };
    onChange();
  }

  function keep(): void {
    // What came in a link takes nobody's work's place.
    if (state.foreign) return;
    const { text, prediction } = state;
    const work: Work = {
      ...(text !== original && { text, from: state.from }),
      ...(state.replaced !== undefined && { replaced: state.replaced }),
      ...(state.seed !== frame.seed && { seed: state.seed }),
      ...(prediction.kind === 'made' && { predicted: prediction.choice }),
      ...(prediction.kind === 'skipped' && { predicted: null }),
    };
    const notKept = kept?.keep(work);
    if (notKept) state.notKept = notKept;
    else delete state.notKept;
  }

  function showHints(shown: boolean): void {
    state.hints = shown;
    onChange();
  }

  function showSample(sample: number): void {
    state.sample = sample;
    onChange();
  }

  function showPane(pane: BenchPane): void {
    state.pane = pane;
    onChange();
  }

  function setPace(index: number): void {
    state.pace = Math.min(run.paces().length - 1, Math.max(0, index));
    onChange();
  }

  /** @param choice The outcome the reader expects; undefined to skip. */
  function predict(choice: string | undefined): void {
    state.prediction = choice === undefined ? { kind: 'skipped' } : { kind: 'made', choice };
    keep();
    onChange();
  }

  /** Leaves the posted program and takes the reader's own again. */
  function backToYours(): void {
    state.subject = 'yours';
    state.stale = true;
    delete state.opened;
    onChange();
  }

  function close(): void {
    sweep.cancelSweep();
    void lab?.then((open) => open.close());
  }

  return {
    state,
    comparesSeeds: options.comparesSeeds ?? true,
    posted: options.posted ?? 'posted',
    restore,
    ...text,
    ...run,
    ...sweep,
    openSeed: createSeedOpener(context, run, text),
    showHints,
    showSample,
    showPane,
    setPace,
    predict,
    backToYours,
    ...createLinks(context, text),
    close,
  };
}
