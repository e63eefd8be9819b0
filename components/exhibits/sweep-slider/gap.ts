/**
 * What a sweep can still tell where a curve is on the screen already: how it goes between two of its points. There the line
 * is drawn and not measured, and where the points are far apart in height it may hide a cliff.
 */
import { percentText } from '../../../src/words/numbers.ts';
import type { PredictionChoice, PredictionResult } from '../../ui/Prediction.tsx';
import type { Setting } from '../sweeping/settings.ts';
import type { TriedValue } from './model.ts';

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

const solvedAt = ({ shares }: TriedValue, decimals?: number) => percentText(shares.solved.share, decimals);

/** @param valueText A value of the setting in words. */
export function gapQuestion({ left, right, middle }: Gap, valueText: (value: number) => string): string {
  const ends = `${solvedAt(left)} solve it at ${valueText(left.value)}, ${solvedAt(right)} at ${valueText(right.value)}`;
  return `${ends}; between, the line is only drawn. What will a sweep at ${valueText(middle)} say?`;
}

export const gapChoices = ({ left, right }: Gap): PredictionChoice[] => [
  { id: 'left', label: `close to ${solvedAt(left, 0)}` },
  { id: 'between', label: 'half-way' },
  { id: 'right', label: `close to ${solvedAt(right, 0)}` },
];

/** @param solved The share solved in the middle, from 0 to 1. */
export function gapResult(gap: Gap, solved: number, valueText: (value: number) => string): PredictionResult {
  const [left, right] = [gap.left.shares.solved.share, gap.right.shares.solved.share];
  const way = (solved - left) / (right - left);
  return {
    choice: way < 1 / 3 ? 'left' : way > 2 / 3 ? 'right' : 'between',
    text: `${percentText(solved)} solve it at ${valueText(gap.middle)}`,
    why: `Where between ${valueText(gap.left.value)} and ${valueText(gap.right.value)} does it turn, and why there?`,
  };
}
