/** What can be said of each lane's parameters between two calls of `train`: one bit a lane. */
import { vector } from './lanes';
import { parameterCount, parameters, slotBytes, snapshot, stateCount } from './network';

/** The lanes whose parameters are all finite: x - x is 0 for a finite x and NaN for any other. */
export function finiteLanes(): i32 {
  let lanes = 0;
  for (let half: usize = 0; half < slotBytes; half += vector) {
    let finite = i64x2.splat(-1);
    const end = parameters + <usize>parameterCount * slotBytes;
    for (let at = parameters + half; at < end; at += slotBytes) {
      const x = v128.load(at);
      const zero = f64x2.sub(x, x);
      finite = v128.and(finite, f64x2.eq(zero, zero));
    }
    lanes |= i64x2.bitmask(finite) << <i32>(half >>> 3);
  }
  return lanes;
}

/** The lanes whose state has the very bits of the snapshot. */
export function unchangedLanes(): i32 {
  let lanes = 0;
  for (let half: usize = 0; half < slotBytes; half += vector) {
    let same = i64x2.splat(-1);
    const bytes = <usize>stateCount * slotBytes;
    for (let at = half; at < bytes; at += slotBytes)
      same = v128.and(same, i64x2.eq(v128.load(parameters + at), v128.load(snapshot + at)));
    lanes |= i64x2.bitmask(same) << <i32>(half >>> 3);
  }
  return lanes;
}

/** Takes a new snapshot of the lanes in the set and leaves that of the others. */
export function takeSnapshot(lanes: i32): void {
  for (let half: usize = 0; half < slotBytes; half += vector) {
    const set = lanes >>> <i32>(half >>> 3);
    let mask = i64x2.splat(set & 1 ? -1 : 0);
    mask = i64x2.replace_lane(mask, 1, set & 2 ? -1 : 0);
    const bytes = <usize>stateCount * slotBytes;
    for (let at = half; at < bytes; at += slotBytes)
      v128.store(snapshot + at, v128.bitselect(v128.load(parameters + at), v128.load(snapshot + at), mask));
  }
}
