/** The public door of the sweep kernel. */
export { Batch, type LaneSet } from './batch.ts';
export { loadKernel } from './load-kernel.ts';
export { supports, type Support } from './supports.ts';
