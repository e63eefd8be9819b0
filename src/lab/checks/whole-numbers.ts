/**
 * Parameters that every update cuts to whole numbers, by `| 0`, by a rounding, or because they are written to an integer array
 * on the way: whatever stood there before, a whole number stands there afterwards. What is set to the same number each time is
 * not cut, it is overwritten.
 */
import type { Observation } from './observations.ts';
import type { Specimen } from './specimen.ts';

/** Relative to the number: what is read off a change may have lost its last digits. */
const wholeWithin = 1e-9;
/** Moved by so much, what is cut is cut again, and is another number; what is set to its place stays the same. */
const shifts = [10.37, -7.61];

/** [P]: whether a parameter is cut, of observations of which some began at numbers that are not whole. */
export function cutToWhole(specimen: Specimen, observations: Observation[]): boolean[] {
  const { learningRate } = specimen.program;
  const isWholeAfter = ({ values, followed }: Observation, index: number): boolean =>
    isWhole(values[index]! - learningRate * followed[index]!, values[index]!);
  const candidates = specimen.parameters.map(
    (_, index) =>
      observations.some(({ values }) => !isWhole(values[index]!, 0)) &&
      observations.every((observation) => isWholeAfter(observation, index)),
  );
  if (!candidates.includes(true)) return candidates;
  const { values, k } = observations[0]!;
  const [from] = specimen.successors(1);
  const ends = [0, ...shifts].map((shift) => {
    const moved = values.map((value, index) => (candidates[index] ? value + shift : value));
    return specimen.change(moved, k, from).map((change, index) => moved[index]! + change);
  });
  return candidates.map(
    (isCandidate, index) =>
      isCandidate &&
      ends.every((end) => isWhole(end[index]!, values[index]!)) &&
      ends.some((end) => Math.abs(end[index]! - ends[0]![index]!) > 0.5),
  );
}

/** @param before What a change was taken from, and may have lost digits to. */
function isWhole(value: number, before: number): boolean {
  return Math.abs(value - Math.round(value)) <= wholeWithin * Math.max(1e-3, Math.abs(before));
}
