/** The facts that are shares over seeds: which letters of which sweep count. */
import type { ShareFact } from './fact.ts';
import type { ReadingName } from './letters.ts';
import { epochsOf, factSweeps } from './sweeps.ts';

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
const atTwentyFortyFirsts: Measure = {
  name: 'at-twenty-forty-firsts',
  count: 'bf',
  among: 'bfcz',
  says: 'all four outputs 20/41 to 1e-6, among those that are constant',
};
const inQuarters: Measure = {
  name: 'in-quarters',
  count: 'nxyt',
  says: 'mean squared error 0, 1/4 or 1/2: every output at its target, but for none, one or both of those with target 1, which are at 0',
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
  'last digits': [fromBelow, oneOther, atTwentyFortyFirsts],
  lost: [inQuarters],
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

/** Other names that a sweep's facts go by beside its own. */
const aliases: Readonly<Record<string, string>> = { 'leaky-derivative.as-posted': 'leaky-derivative.all' };

/** The first seeds of a sweep, as many as those that it is compared with: of its single mends, of other widths. */
const firstSeeds: readonly ShareFact[] = [
  {
    kind: 'share',
    id: 'exploding-successor.as-posted.first-100.right',
    sweep: 'exploding-successor.as-posted',
    first: 100,
    count: right.count,
    how: `${right.says}; 60,000 epochs; the seeds that its single mends are measured on`,
  },
  ...['as-posted', 'derivative-right', 'hidden-derivative-right'].map((variant): ShareFact => ({
    kind: 'share',
    id: `all-outputs-equal.width-4.${variant}.solved`,
    sweep: `all-outputs-equal.${variant}`,
    first: 500,
    count: solved.count,
    how: `${solved.says}; 100,000 epochs; as many seeds as of the other widths`,
  })),
];

const ofSweeps = [...factSweeps].flatMap(([key, sweep]) =>
  measuresOf[sweep.reading].flatMap(({ name, says, ...letters }): ShareFact[] => {
    const how = `${says}; ${epochsOf(sweep).toLocaleString('en')} epochs`;
    const names = aliases[key] ? [key, aliases[key]] : [key];
    return names.map((prefix) => ({ kind: 'share', id: `${prefix}.${name}`, sweep: key, how, ...letters }));
  }),
);

export const shareFacts: readonly ShareFact[] = [...ofSweeps, ...firstSeeds];
