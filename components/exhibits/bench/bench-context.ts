/** What the parts of a bench share. */
import type { TextStore } from '../../../src/book/index.ts';
import type { Frame, LabSession, ProgramInfo } from '../../../src/lab/index.ts';
import type { BenchFault, BenchState } from './bench-state.ts';

export interface BenchOptions {
  /** Names the bench in the browser's store. */
  id: string;
  /** The program as posted. */
  original: string;
  /** What the program as posted says of itself, and its network from `frame.seed` before the first update. */
  info: ProgramInfo;
  frame: Frame;
  faults: BenchFault[];
  /** Called when something is first asked of the lab. */
  openLab: () => Promise<LabSession>;
  store?: TextStore | undefined;
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
