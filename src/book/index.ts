/** What the page may use of the book: pure functions and types, nothing that reads files. */
export {
  applyEdits,
  applyMends,
  explainEdit,
  faultState,
  lineOf,
  mend,
  undoMends,
  type Edit,
  type EditResult,
  type FaultState,
  type Language,
  type Mendable,
} from './mends.ts';
export type { CaseFaults, Fault, Variant } from './faults.ts';
