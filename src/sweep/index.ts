/** The public door of the seed sweeps. */
export { coarseToFine, sweepGrid, type GridCell, type GridOptions, type GridPlace } from './sweep-grid.ts';
export {
  sharesOf,
  sweep,
  type Shares,
  type SweepOptions,
  type SweepProgress,
  type SweepRun,
} from './sweep.ts';
export { wilson, type Share } from './wilson.ts';
