/** What the parts of a bench share. */
import type { LabSession } from '../../../src/lab/index.ts';
import type { BenchOptions } from './model.ts';
import type { BenchState } from './bench-state.ts';

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
