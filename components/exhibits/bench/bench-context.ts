/** What the parts of a bench share. */
import type { LabSession } from '../../../src/lab/index.ts';
import type { BenchFault, BenchState } from './bench-state.ts';
import type { LinkSaid, Posted } from './said.ts';
import type { Start } from './start.ts';
import type { KeptWork } from './stored-work.ts';

export interface MadeLink {
  link: string;
  /** What is in it. */
  holds: LinkSaid | 'hunt';
}

export interface BenchOptions {
  /** Names the bench in links. */
  id: string;
  /** The program as posted: what the reader's text is compared with, and goes back to. */
  original: string;
  /**
   * What the program as posted says of itself, and its network before the first update; nothing of a program that was never run
   * where the page could see it.
   */
  start?: Start | undefined;
  faults: BenchFault[];
  /** Whether a sweep runs the program as posted, too, to be held against the reader's. Defaults to true. */
  comparesSeeds?: boolean;
  /** Where the program as posted comes from. Defaults to "posted". */
  posted?: Posted;
  /** Called when something is first asked of the lab. */
  openLab: () => Promise<LabSession>;
  /** Makes the link to the bench as it stands, and tells what is in it. By default a link to this bench on this page. */
  makeLink?: (state: BenchState) => Promise<MadeLink>;
  /** Where the reader's work is kept. Without it, it is not. */
  kept?: KeptWork | undefined;
  /** Called after every change of the state. */
  onChange: () => void;
}

export interface BenchContext {
  options: BenchOptions;
  state: BenchState;
  /** The lab, opened by the first who asks. */
  session: () => Promise<LabSession>;
  /** After a change of the state. */
  changed: () => void;
  /** Keeps the reader's work in this browser. */
  keep: () => void;
}
