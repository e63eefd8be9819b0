/** The public door of the seed sweeps. */
export { sweepGrid, type GridCell, type GridOptions, type GridPlace } from './sweep-grid.ts';
export { sharesOf, sweep, type Shares } from './sweep.ts';
export type { SweepOptions, SweepProgress, SweepRun } from './sweep-options.ts';
export { wilson, type Share } from './wilson.ts';
