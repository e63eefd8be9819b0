import { useModel } from '../use-model.ts';
import { createFirstRun, type FirstRun } from './first-run.ts';

/** The first run of the exhibit that calls it, which is drawn again whenever it changes. */
export const useFirstRun = (): FirstRun => useModel(createFirstRun);
