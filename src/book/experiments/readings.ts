/**
 * The outcome of a run as one letter, so that a sweep of a thousand seeds is a string that can be kept and read. A page's
 * facts.ts has readings of its own; this one is there for all:
 *
 *     s  solved                 p  partly right
 *     z  constant, every output at 0          c  constant elsewhere
 *     d  diverged
 */
import type { EndOfRun, Reading } from '../facts/types.ts';
import type { Measure } from './schema.ts';

export const outcomeReading: Reading = ({ outcome, outputs, outputCount }: EndOfRun) => {
  if (outcome !== 'constant') return outcome[0]!;
  for (let o = 0; o < outputCount; o++) if (!(Math.abs(outputs[o]!) < 1e-6)) return 'c';
  return 'z';
};

export type OutcomeKind = EndOfRun['outcome'];

const outcomeOf: Readonly<Record<string, OutcomeKind>> = {
  s: 'solved',
  z: 'constant',
  c: 'constant',
  p: 'partly',
  d: 'diverged',
};

/** What became of a run that is kept as a letter. */
export const outcomeOfLetter = (letter: string): OutcomeKind => outcomeOf[letter]!;

/** What is counted of a reading's letters, by the last part of a fact's id. */
export type Measures = Readonly<Record<string, Measure>>;

export const outcomeMeasures: Measures = {
  solved: { count: 's', says: 'every output on its target’s side of the middle', learned: true },
  constant: { count: 'cz', says: 'outputs within 1e-6 of each other', learned: false },
  'constant-at-zero': { count: 'z', says: 'all outputs within 1e-6 of 0', learned: false },
  diverged: { count: 'd', says: 'a parameter or an output not finite', learned: false },
};

/** The letters of the runs that have learned their task; empty for a reading that does not tell. */
export function learnedLetters(measures: Measures): string {
  return Object.values(measures)
    .flatMap(({ learned, count }) => (learned ? [count] : []))
    .join('');
}
