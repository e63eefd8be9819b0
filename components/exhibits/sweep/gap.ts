/**
 * What a sweep can still tell where a curve is on the screen already: how it goes between two of its points. There the line
 * is drawn and not measured, and where the points are far apart in height it may hide a cliff.
 */
import type { Setting } from './settings.ts';
import type { TriedValue } from './sweep-slider.ts';

export interface Gap {
  left: TriedValue;
  right: TriedValue;
  /** Half-way on the setting's axis. */
  middle: number;
}

/** A lower step is within what chance does to two sweeps, and there is nothing to ask about. */
const leastStep = 0.3;

/** The highest step of the curve with room for a value between its ends; undefined where the curve has no high step. */
export function highestStep(tried: readonly TriedValue[], { log, whole }: Setting): Gap | undefined {
  const gaps = tried.slice(1).map((right, k): Gap => {
    const left = tried[k]!;
    const middle = log ? Math.sqrt(left.value * right.value) : (left.value + right.value) / 2;
    return { left, right, middle: whole ? Math.round(middle) : Number(middle.toPrecision(3)) };
  });
  const height = ({ left, right }: Gap) => Math.abs(right.shares.solved.share - left.shares.solved.share);
  return gaps
    .filter((gap) => gap.middle > gap.left.value && gap.middle < gap.right.value && height(gap) >= leastStep)
    .toSorted((a, b) => height(b) - height(a))[0];
}

/** Whose share the one in the middle is closest to, or half-way. @param solved That share, from 0 to 1. */
export function gapChoice({ left, right }: Gap, solved: number): 'left' | 'between' | 'right' {
  const [from, to] = [left.shares.solved.share, right.shares.solved.share];
  const way = (solved - from) / (to - from);
  return way < 1 / 3 ? 'left' : way > 2 / 3 ? 'right' : 'between';
}
