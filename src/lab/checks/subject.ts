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
  /** How much is done at most: parameters times samples, and updates of other seeds in all. Defaults to what a page bears. */
  most?: { work: number; updates: number };
  /** Called now and then, so that the page knows that the check goes on. */
  beat: () => void;
}
