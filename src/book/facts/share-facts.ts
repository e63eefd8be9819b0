/** The facts that are shares over seeds: which letters of which sweep count. */
import type { ShareFact } from './fact.ts';
import type { ReadingName } from './letters.ts';
import { factSweeps } from './sweeps.ts';

interface Measure {
  name: string;
  count: string;
  among?: string;
  says: string;
}

const solved: Measure = {
  name: 'solved',
  count: 's',
  says: 'every output on its target’s side of the middle',
};
const constant: Measure = { name: 'constant', count: 'cz', says: 'outputs within 1e-6 of each other' };
const constantAtZero: Measure = {
  name: 'constant-at-zero',
  count: 'z',
  says: 'all outputs within 1e-6 of 0',
};
const diverged: Measure = { name: 'diverged', count: 'd', says: 'a parameter or an output not finite' };
const affine: Measure = {
  name: 'affine-among-unsolved',
  count: 'a',
  among: 'apczd',
  says: 'unsolved, with f00 + f11 = f01 + f10 to twelve digits, among the unsolved',
};
const right: Measure = { name: 'right', count: 'r', says: 'every x from 0 to 999 answered within 1/2' };

const counted: Measure = { name: 'counted', count: 'r', says: 'every count answered within 1/4' };

const fromBelow: Measure = {
  name: 'from-below',
  count: 'b',
  says: 'all four outputs 0.48780487804878037, which is 20/41 as it is reached from below',
};
const oneOther: Measure = {
  name: 'one-other',
  count: 'o',
  says: '20/41 to 1e-6 in three of the four outputs, another number in the fourth',
};
const onOneOfNine: Measure = {
  name: 'on-one-of-nine',
  count: '012345678',
  among: '012345678u',
  says: 'outputs within 1e-6 of one of the nine exact fates, among the unsolved',
};

const measuresOf: Readonly<Record<ReadingName, Measure[]>> = {
  outcome: [solved, constant, constantAtZero, diverged],
  affinity: [solved, affine],
  'last digits': [fromBelow, oneOther],
  fate: [solved, onOneOfNine],
  successor: [right, diverged],
  'successor in thousands': [right, diverged],
  counts: [counted],
  'counts in thirds': [counted],
  'counts from 0.1 to 0.9': [counted],
  'counts in thousands': [counted],
};

/** What the last part of a share's id stands for. */
export const measureWords: ReadonlyMap<string, string> = new Map(
  Object.values(measuresOf)
    .flat()
    .map(({ name, says }) => [name, says]),
);

/** Facts that go by another name than their sweep's. */
const alias: Readonly<Record<string, string>> = { 'leaky-derivative.as-posted': 'leaky-derivative.all' };

export const shareFacts: readonly ShareFact[] = [...factSweeps].flatMap(([key, { training, reading }]) =>
  measuresOf[reading].flatMap(({ name, says, ...letters }): ShareFact[] => {
    const how = `${says}; ${training.epochs.toLocaleString('en')} epochs`;
    const names = alias[key] ? [key, alias[key]] : [key];
    return names.map((prefix) => ({ kind: 'share', id: `${prefix}.${name}`, sweep: key, how, ...letters }));
  }),
);
