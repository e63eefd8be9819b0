/** What a bench knows at one moment: plain data for a view to draw. */
import type {
  Diagnosis,
  Failure,
  Frame,
  LossPoints,
  Outcome,
  Plane,
  ProgramInfo,
  SeedReading,
} from '../../../src/lab/index.ts';
import type { BenchPane, Mendable } from '../../../src/book/index.ts';
import type { BenchSaid, Standing } from './said.ts';
import type { NotKept } from './stored-work.ts';
import type { SweepLevel } from './sweep-levels.ts';
import type { PredictionState } from '../../ui/Prediction.tsx';

/** A fault as a bench shows it: where it is, a hint, what is wrong, and its mend. The words are plain text, with their numbers. */
export interface BenchFault extends Mendable {
  title: string;
  hint: string;
  why: string;
  /** How much it matters to the failure; for a reader who has mended it. */
  matters: string;
  /** Snippets of the original program, each there once. */
  lines: string[];
}

/** Whose program is on the bench: the reader's own text, or the one that was posted. */
export type Subject = 'yours' | 'posted';

/** Why something stopped: as the lab tells it, or there is no lab: its script did not come. */
export type BenchFailure = Failure | { kind: 'no-lab' };

export type Activity =
  | { kind: 'idle' }
  | { kind: 'running' }
  /**
   * Something that takes a moment: loading, going to an update. Of a training that can be stopped it is told how much of it is
   * done, from 0 to 1, and which seed of a sweep it is; and whether what is pressed meanwhile is done after it.
   */
  | { kind: 'working'; waits?: boolean; training?: { done: number; seed?: number } };

export interface SweepRow {
  /** The text that was swept. */
  source: string;
  /** How far each seed is to be trained, and what the reader had asked for. */
  epochs: number;
  wanted: number | undefined;
  /** The latest reading of each seed. */
  results: SeedReading[];
  /** How the seeds stood on the way. */
  levels: SweepLevel[];
  /** The part of the work that is done, from 0 to 1. */
  part: number;
  /** How long the rest takes at most, once that is known. */
  leftMs: number | undefined;
}

export interface SweepState {
  /** Epochs for each seed where the reader has said so; by default the program's own number. */
  epochs?: number;
  /** While it runs. */
  running?: Subject;
  posted?: SweepRow;
  yours?: SweepRow;
  failure?: BenchFailure;
}

export interface BenchState {
  text: string;
  /** The fingerprint of the original that the text began from. */
  from: string;
  /** Where the text came in a link and the reader has not made it their own: it is shown, never kept, and runs when they say so. */
  foreign?: { note?: string; isOriginal?: boolean };
  /** The reader's own program, in whose place that of a link was made theirs. */
  replaced?: string;
  /** Why a link could not be opened. */
  linkProblem?: string;
  /** Whether that original is an earlier version of the one on the page: the text is shown as it is, beside what is new. */
  earlier: boolean;
  /** Whether a step of `undo` is left. */
  canUndo: boolean;
  info: ProgramInfo;
  /** The frame that is shown. */
  frame: Frame;
  loss: LossPoints;
  /** What the program answers over its two inputs; or why that can't be drawn. */
  plane?: { kind: 'seen'; plane: Plane } | { kind: 'broke'; message: string };
  /** The furthest update of this run. */
  furthest: number;
  /** The update at which Run ends. */
  end: number;
  /** Where the next run that is begun afresh is to end, instead of after the program's own epochs. */
  endsAt?: number;
  seed: number;
  /** The samples that the table shows of many: the worst ones, chosen while the run rests, so that none moves while one reads. */
  worst?: number[];
  /** The sample that the network is drawn on. */
  sample: number;
  /** What is in view where the program, the outputs and the plane take turns. */
  pane: BenchPane;
  /** Index into the paces. */
  pace: number;
  subject: Subject;
  /** Whether the text has changed since the program on the bench was loaded. */
  stale: boolean;
  /** Whether a program runs in the sandbox: nothing is loaded before the reader asks for it. */
  loaded: boolean;
  /**
   * There is no network to be shown: nothing has been run yet, or the text could not be loaded and what is known of a network
   * is that of an earlier one.
   */
  absent?: 'not-run' | 'not-loaded';
  activity: Activity;
  failure?: BenchFailure;
  nonFiniteAt?: number;
  printed: string[];
  diagnosis?: Diagnosis;
  prediction: PredictionState;
  /** How the run before this one stood when it was left; for the sentence that says what changed. */
  before?: Standing;
  /** How the first run that was carried to its end came out. */
  firstResult?: Outcome;
  sweep: SweepState;
  /** The seed that was opened from a sweep, and whether its outputs are the dot's to the last bit. */
  opened?: { subject: Subject; seed: number; same: boolean };
  hints: boolean;
  /** What is worth hearing. */
  said: BenchSaid;
  /** What the browser refuses to keep. */
  notKept?: NotKept;
}
