/** What a diagnosis is asked about. */
import type { DataSet, LoadedProgram } from '../program.ts';

export interface Subject {
  program: LoadedProgram;
  data: DataSet;
  /** The network as it stands. */
  network: unknown;
  /** The network before its first update. */
  initial: unknown;
  update: number;
  /** The update at which something first was not finite, and the network just before it. */
  nonFinite?: { update: number; before: unknown };
  /** Called now and then, so that the page knows that the check goes on. */
  beat: () => void;
}
