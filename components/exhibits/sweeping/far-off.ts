/**
 * How far a second count of shares ends from the first, or from theory: what an exhibit asks before it counts with seeds of
 * its own. What a count says is sure only to within that distance.
 */
import { numberText, percentText } from '../../../src/words/numbers.ts';

/** A share that was known and the same share counted now, both from 0 to 1. */
export interface TwoCounts {
  name: string;
  known: number;
  counted: number;
}

/** In percentage points. */
export const farOffChoices = [
  { id: 'near', label: 'less than 5' },
  { id: 'off', label: '5 to 15' },
  { id: 'far', label: 'more than 15' },
];

/** The pair that differs most, by how many percentage points, and the choice that says so. */
export function farthestOff(pairs: readonly TwoCounts[]) {
  const pointsOf = ({ known, counted }: TwoCounts) => Math.round(Math.abs(known - counted) * 1000) / 10;
  const pair = pairs.reduce((worst, one) => (pointsOf(one) > pointsOf(worst) ? one : worst));
  const points = pointsOf(pair);
  return { ...pair, points, choice: points < 5 ? 'near' : points <= 15 ? 'off' : 'far' };
}

/** "ReLU: 71% before, 64% now, 7 points apart". @param before What the known share is called: "before". */
export function farOffText(
  { name, known, counted, points }: ReturnType<typeof farthestOff>,
  before: string,
): string {
  const apart = `${numberText(points)} ${points === 1 ? 'point' : 'points'} apart`;
  return `${name}: ${percentText(known)} ${before}, ${percentText(counted)} here, ${apart}`;
}
