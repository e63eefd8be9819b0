import type { SweepRun } from '../../../src/sweep/index.ts';

/** What became of one seed of an arm. */
export type ArmRun = Pick<SweepRun, 'seed' | 'outcome'>;
