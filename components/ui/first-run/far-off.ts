/**
 * How far a second count of shares ends from the first, or from theory: what an exhibit asks before it counts with seeds of
 * its own. What a count says is sure only to within that distance.
 */
import { type Apart, recountWords } from '../../../src/words/recounts.ts';

/** A share that was known and the same share counted now, both from 0 to 1. */
export interface TwoCounts {
  known: number;
  counted: number;
}

/** In percentage points. */
export const farOffChoices = (['near', 'off', 'far'] as const).map((id) => ({
  id,
  label: recountWords.apart(id),
}));

export interface HowFar {
  /** Percentage points between the two. */
  points: number;
  choice: Apart;
}

/** The pair that differs most, by how many percentage points, and the choice that says so. */
export function farthestOff<Pair extends TwoCounts>(pairs: readonly Pair[]): Pair & HowFar {
  const pointsOf = ({ known, counted }: TwoCounts) => Math.round(Math.abs(known - counted) * 1000) / 10;
  const pair = pairs.reduce((worst, one) => (pointsOf(one) > pointsOf(worst) ? one : worst));
  const points = pointsOf(pair);
  const choice: Apart = points < 5 ? 'near' : points <= 15 ? 'off' : 'far';
  return { ...pair, points, choice };
}
