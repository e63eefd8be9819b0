/** Shares that were counted twice, or once and foretold: how far the two are apart, in words. */
import { numberText, percentText } from './numbers.ts';

/** What the first of the two is: the same exhibit's earlier count, the book's, or what theory says. */
export type Known = 'before' | 'in-the-book' | 'by-theory';

/** How far apart: less than 5 percentage points, 5 to 15, or more. */
export type Apart = 'near' | 'off' | 'far';

const knowns: Record<Known, string> = {
  before: 'before',
  'in-the-book': 'in the book',
  'by-theory': 'by theory',
};

const aparts: Record<Apart, string> = { near: 'less than 5', off: '5 to 15', far: 'more than 15' };

export const recountWords = {
  /** In percentage points. */
  apart: (apart: Apart): string => aparts[apart],

  /** "ReLU: 71.0% before, 64.0% here, 7 points apart". @param pair Shares from 0 to 1; `points` are percentage points. */
  pair(name: string, pair: { known: number; counted: number; points: number }, known: Known): string {
    const { points } = pair;
    const apart = `${numberText(points)} ${points === 1 ? 'point' : 'points'} apart`;
    return `${name}: ${percentText(pair.known)} ${knowns[known]}, ${percentText(pair.counted)} here, ${apart}`;
  },
};
