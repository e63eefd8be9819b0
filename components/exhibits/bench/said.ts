/** What a bench has to say, as cases and numbers; words.ts puts it into words. */
import type { BenchPane } from '../../../src/book/index.ts';
import type { Frame, ProgramInfo } from '../../../src/lab/index.ts';

/** Where a run stands: what its outcome is read from. */
export interface Standing {
  frame: Frame;
  info: ProgramInfo;
  /** The first update after which a number was not finite, where there is one. */
  nonFiniteAt?: number | undefined;
}

/** How a run came to rest; the last is a seed of a sweep that was opened. */
export type Rest = 'ended' | 'stopped' | 'stepped' | 'paused' | 'gone-there' | 'opened';

/** How the program that the reader's is compared with came here: with the page, with a bug hunt, or set aside by the reader. */
export type Posted = 'posted' | 'given' | 'aside';

/** Seeds of one program that a sweep has trained. */
export interface RowSaid {
  whose: Posted | 'yours';
  solved: number;
  of: number;
  /** Of a sweep that was stopped: the epochs that every seed has come to; none where some have come to no reading. */
  stoppedAt?: { epochs?: number };
}

/** What a link holds. */
export interface LinkSaid {
  of:
    | { kind: 'bench'; places: number }
    | { kind: 'template'; title: string }
    /** @param places How many places differ from its template, where it has one. */
    | { kind: 'named'; name: string; places?: number };
  aside?: boolean;
  seed: number;
  update?: number | undefined;
  pane: BenchPane;
  /** The sample that the network is drawn on, where it is not the first. */
  input?: readonly number[] | undefined;
  characters: number;
}

export type BenchSaid =
  | { kind: 'nothing' }
  | { kind: 'as-left' }
  | { kind: 'program-stopped' }
  | { kind: 'running' }
  | { kind: 'at-start'; seed: number }
  | { kind: 'at-rest'; rest: Rest; at: Standing; before?: Standing | undefined }
  | { kind: 'sweeping'; seeds: number }
  | { kind: 'swept'; how: 'done' | 'stopped' | 'failed'; rows: RowSaid[] }
  | { kind: 'undone' }
  | { kind: 'added' }
  | { kind: 'as-posted' }
  | { kind: 'mended' | 'broken'; title: string }
  | { kind: 'rewritten' }
  | { kind: 'mended-on-board'; count: number }
  | {
      kind: 'data-taken';
      samples: number;
      inputs: number;
      targets: number;
      /** Whether the program had no data of its own that they could take the place of. */
      isAtTop: boolean;
      /** What each class that was written as a word is written as now. */
      classes: readonly string[];
    }
  | { kind: 'from-link' }
  | { kind: 'as-in-book' }
  | { kind: 'made-mine' }
  | { kind: 'changed-places' }
  | { kind: 'link-made'; link: LinkSaid | 'hunt'; isCopied: boolean };

/** What the loss of a run has done. */
export type LossFinding =
  | { kind: 'none' }
  | { kind: 'blown-up'; update: number }
  | { kind: 'fallen'; to: number }
  | { kind: 'risen'; from: number; to: number }
  | { kind: 'standing'; at: number };
