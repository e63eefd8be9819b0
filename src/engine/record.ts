/**
 * Recorded runs: go back to any update of a run and on from there, to the same bits.
 *
 * A snapshot is taken every so many updates: parameters, the optimiser's memory, and the generator's state. To
 * reach an update in between, the nearest snapshot before it is put back and the rest is trained again.
 */
import { type Run, train } from './run.ts';

/** All that changes during a run. */
export interface Snapshot {
  updateCount: number;
  parameters: Float64Array;
  memory: Float64Array;
  randomState: number;
}

export interface Recording {
  run: Run;
  /** Updates from one snapshot to the next. */
  every: number;
  /** In order, the first at the update where the recording began. */
  snapshots: Snapshot[];
}

export function takeSnapshot({ updateCount, network, optimizer, random }: Run): Snapshot {
  return {
    updateCount,
    parameters: network.parameters.slice(),
    memory: optimizer.memory.slice(),
    randomState: random.state,
  };
}

/** Puts a run back to where a snapshot of it was taken. */
export function restore(run: Run, snapshot: Snapshot): void {
  run.network.parameters.set(snapshot.parameters);
  run.optimizer.memory.set(snapshot.memory);
  run.random.state = snapshot.randomState;
  run.updateCount = snapshot.updateCount;
}

/** Starts to record a run where it stands. */
export function startRecording(run: Run, every: number): Recording {
  if (!Number.isInteger(every) || every < 1) {
    throw new RangeError(`startRecording: every is ${every}; expected a whole number of at least 1`);
  }
  return { run, every, snapshots: [takeSnapshot(run)] };
}

/** Trains a recorded run for so many updates, taking snapshots where none has been taken yet. */
export function trainRecorded(recording: Recording, updates: number): void {
  if (!Number.isInteger(updates) || updates < 0) {
    throw new RangeError(`trainRecorded: updates is ${updates}; expected a whole number of at least 0`);
  }
  const { run, every, snapshots } = recording;
  const end = run.updateCount + updates;
  while (run.updateCount < end) {
    const next = snapshots.at(-1)!.updateCount + every;
    train(run, Math.min(next, end) - run.updateCount);
    if (run.updateCount === next) snapshots.push(takeSnapshot(run));
  }
}

/** Takes the run to exactly this update, back or forth. */
export function seek(recording: Recording, update: number): void {
  const { run, snapshots } = recording;
  const first = snapshots[0]!.updateCount;
  if (!Number.isInteger(update) || update < first) {
    throw new RangeError(
      `seek: update is ${update}; expected a whole number of at least ${first}, where the recording began`,
    );
  }
  const nearest = snapshots.findLast((snapshot) => snapshot.updateCount <= update)!;
  if (run.updateCount > update || run.updateCount < nearest.updateCount) restore(run, nearest);
  trainRecorded(recording, update - run.updateCount);
}

/**
 * The first recorded update after which `holds` is true of the run, or null. `holds` must stay true once it has
 * become true (as death and divergence do): the snapshots are searched by halving, then the updates between two
 * of them one by one. Leaves the run at that update, or where it was.
 */
export function findUpdate(recording: Recording, holds: (run: Run) => boolean): number | null {
  const { run, snapshots } = recording;
  const end = run.updateCount;
  if (!holds(run)) return null;
  let low = 0; // the last snapshot known not to hold
  restore(run, snapshots[0]!);
  if (holds(run)) return run.updateCount;
  let high = snapshots.length; // the first known to hold, or the end
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    restore(run, snapshots[middle]!);
    if (holds(run)) high = middle;
    else low = middle;
  }
  restore(run, snapshots[low]!);
  while (run.updateCount < end && !holds(run)) train(run, 1);
  return run.updateCount;
}
