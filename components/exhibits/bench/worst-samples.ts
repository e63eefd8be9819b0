/** Which samples of many a table shows: those that the network gets most wrong. */
import { rightSamples } from '../../../src/engine/index.ts';
import type { Frame, ProgramInfo } from '../../../src/lab/index.ts';
import { shownRows } from '../../ui/shown-samples.ts';

/** The worst first: wrong ones before right ones, then by squared error. Nothing where all samples can be shown. */
export function worstSamples({ targets }: ProgramInfo, { outputs }: Frame): number[] | undefined {
  if (targets.length <= shownRows) return undefined;
  const right = rightSamples(outputs, targets);
  const errors = targets.map((row, n) => {
    const error = row.reduce((sum, target, o) => sum + ((outputs[n]?.[o] ?? NaN) - target) ** 2, 0);
    return Number.isNaN(error) ? Infinity : error;
  });
  return targets
    .map((_, n) => n)
    .toSorted((a, b) => Number(right[a]) - Number(right[b]) || order(errors[b]!, errors[a]!) || a - b)
    .slice(0, shownRows);
}

/** Infinities are equal, which their difference does not say. */
const order = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Of each class, how many of its samples the network puts elsewhere. */
export function wrongByClass(
  { targets }: ProgramInfo,
  { outputs }: Frame,
): { wrong: number; count: number }[] {
  const right = rightSamples(outputs, targets);
  return targets[0]!.map((_, one) => {
    const members = targets.flatMap((row, n) => (row[one] === 1 ? [n] : []));
    return { wrong: members.filter((n) => !right[n]).length, count: members.length };
  });
}
