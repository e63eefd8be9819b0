/** The public door of the seed sweeps. */
export { loadKernel } from '../kernel/index.ts';
export { sweepGrid, type GridCell, type GridOptions, type GridPlace } from './sweep-grid.ts';
export { sharesOf, sweep, type Shares } from './sweep.ts';
export type { SweepOptions, SweepProgress, SweepRun } from './sweep-options.ts';
export { type Looks, trainAlong } from './train-along.ts';
export { wilson, type Share } from './wilson.ts';
