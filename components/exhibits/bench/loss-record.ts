import type { LossPoints } from '../../../src/lab/index.ts';

/** The loss curve of a run, put together from the stretches in which it comes. Going back and on adds nothing twice. */
export function addPoints(record: LossPoints, stretch: LossPoints): LossPoints {
  const last = record.updates.at(-1) ?? -1;
  const start = stretch.updates.findIndex((update) => update > last);
  if (start < 0) return record;
  return {
    updates: [...record.updates, ...stretch.updates.slice(start)],
    meanSquaredErrors: [...record.meanSquaredErrors, ...stretch.meanSquaredErrors.slice(start)],
  };
}
