/** The sweeps that facts are read off: which training, over how many seeds, and how a run becomes a letter. */
import { xorTraining } from '../cases/all-outputs-equal.ts';
import { reluTraining } from '../cases/negative-zero.ts';
import { caseTrainings } from '../cases/index.ts';
import type { Training } from '../cases/training.ts';
import { combinationKey } from '../combinations.ts';
import { boardRowSweeps } from './board-sweeps.ts';
import { chapterSweeps } from './chapter-sweeps.ts';
import type { EndOfRun, ReadingName } from './letters.ts';

interface Sweep {
  /** How many seeds, counted from 1. */
  seeds: number;
  reading: ReadingName;
}

/** Runs of the engine. */
export interface TrainedSweep extends Sweep {
  training: Training;
}

/** Runs of a program of its own, for what the engine has no fault for. */
export interface OwnSweep extends Sweep {
  own: {
    /** Tells the sweeps of one program apart. */
    name: string;
    /** The program's file, whose text the sweep depends on. */
    file: string;
    epochs: number;
    endOf(seed: number): EndOfRun;
  };
}

export type FactSweep = TrainedSweep | OwnSweep;

/** How long each seed of a sweep is trained. */
export const epochsOf = (sweep: FactSweep): number =>
  'own' in sweep ? sweep.own.epochs : sweep.training.epochs;

/** "<case>.<variant>", the variant as in faults.yaml or "as-posted". */
export type SweepKey = string;

function caseSweeps(
  caseId: string,
  seedsOf: Record<string, number>,
  readingOf: (variant: string) => ReadingName = () => 'outcome',
): [SweepKey, FactSweep][] {
  const { training, variants } = caseTrainings[caseId]!;
  return Object.entries(seedsOf).map(([variant, seeds]) => {
    const own = variant === 'as-posted' ? training() : variants[variant];
    if (!own) throw new Error(`sweeps: ${caseId} has no variant "${variant}"`);
    return [`${caseId}.${variant}`, { training: own, seeds, reading: readingOf(variant) }];
  });
}

const widths = [2, 8, 16].flatMap((width) =>
  ['as-posted', 'derivative-right', 'hidden-derivative-right'].map((variant) => [
    `width-${width}.${variant}`,
    500,
  ]),
);

const storySweeps: [SweepKey, FactSweep][] = [
  ...caseSweeps('all-outputs-equal', {
    'as-posted': 1000,
    'derivative-right': 1000,
    'linear-output': 1000,
    'hidden-derivative-right': 1000,
    'hidden-right-linear-output': 1000,
    'leaky-hidden-linear-output': 1000,
    'leaky-line': 1000,
    'all-sigmoid': 1000,
    ...(Object.fromEntries(widths) as Record<string, number>),
  }),
  [
    'all-outputs-equal.all-sigmoid.1000-epochs',
    {
      training: { ...caseTrainings['all-outputs-equal']!.variants['all-sigmoid']!, epochs: 1000 },
      seeds: 1000,
      reading: 'outcome',
    },
  ],
  ...[10_000, 100_000, 1_000_000].map((epochs): [SweepKey, FactSweep] => [
    `all-outputs-equal.lr-0.02.${epochs}-epochs`,
    {
      training: xorTraining({ openLayers: [0, 1], learningRate: 0.02, epochs }),
      seeds: 100,
      reading: 'outcome',
    },
  ]),
  [
    'all-outputs-equal.last-digits',
    { training: caseTrainings['all-outputs-equal']!.training(), seeds: 2000, reading: 'last digits' },
  ],
  [
    'all-outputs-equal.fates',
    {
      training: caseTrainings['all-outputs-equal']!.variants['hidden-right-linear-output']!,
      seeds: 2000,
      reading: 'fate',
    },
  ],
  ...caseSweeps(
    'leaky-derivative',
    {
      'as-posted': 1000,
      eps: 1000,
      zero: 1000,
      'zero-linear-output': 1000,
      'zero-linear-output.lr-0.2': 1000,
      'output-bias': 1000,
      'full-epochs': 1000,
    },
    () => 'affinity',
  ),
  ...caseSweeps(
    'exploding-successor',
    {
      'as-posted': 300,
      'biases-trained': 100,
      activation: 100,
      'linear-output': 100,
      'no-decay': 100,
      'lr-1e-8': 300,
      'lr-1e-8-activation': 300,
      normalised: 300,
      'normalised-decay': 300,
      'all-mended': 300,
    },
    (variant) => {
      if (variant.startsWith('lr-')) return 'outcome';
      return /normalised|all-mended/.test(variant) ? 'successor in thousands' : 'successor';
    },
  ),
  ...caseSweeps('negative-zero', {
    'as-posted': 3000,
    'bias-gradient-right': 3000,
    'sigmoid-output': 600,
    'linear-output-alone': 600,
    'linear-output': 600,
    'all-sigmoid': 600,
    'lr-0.001': 600,
    'bias-gradient-right.lr-0.001': 600,
  }),
  [
    'negative-zero.lost',
    { training: caseTrainings['negative-zero']!.training(), seeds: 1000, reading: 'lost' },
  ],
  [
    'negative-zero.all-sigmoid.lr-0.1.20000-epochs',
    {
      training: {
        ...reluTraining({ hidden: 'sigmoid', output: 'sigmoid', learningRate: 0.1 }),
        epochs: 20_000,
      },
      seeds: 100,
      reading: 'outcome',
    },
  ],
  ...caseSweeps('unbounded-classifier', {
    'as-posted': 1000,
    sigmoid: 1000,
    leaky: 1000,
    'leaky-lr-0.1': 1000,
    'leaky-lr-0.1.20-epochs': 1000,
    'own-derivative-lr-0.1': 1000,
    'relu-lr-0.1': 1000,
    'identity-lr-0.15': 1000,
    'identity-lr-0.16': 1000,
  }),
  ...chapterSweeps,
];

/** The other readings tell more of a failure, and not all of them whether a run was solved. */
const tellsSolved = (reading: ReadingName) =>
  reading !== 'last digits' && reading !== 'fate' && reading !== 'lost';

/** The sweep that a row of a board is read off: one that the story has already, or else the board's own. */
const boardSweepsByRow = new Map(
  boardRowSweeps.map(({ caseId, mended, key, sweep }): [string, [SweepKey, FactSweep]] => {
    const training = JSON.stringify(sweep.training);
    const told = storySweeps
      .filter(([other]) => other.startsWith(`${caseId}.`))
      .filter(([, other]) => tellsSolved(other.reading) && 'training' in other)
      .filter(([, other]) => JSON.stringify((other as TrainedSweep).training) === training)
      .toSorted(([, a], [, b]) => b.seeds - a.seeds)[0];
    return [rowName(caseId, mended), told ?? [key, sweep]];
  }),
);

export const factSweeps: ReadonlyMap<SweepKey, FactSweep> = new Map([
  ...storySweeps,
  ...boardSweepsByRow.values(),
]);

/** Names the sweep of a combination of mends. Throws where the board has no such row. */
export function boardKey(caseId: string, mended: readonly string[]): SweepKey {
  const sweep = boardSweepsByRow.get(rowName(caseId, mended));
  if (!sweep) throw new Error(`boardKey: ${caseId} has no row for "${mended.join(', ')}"`);
  return sweep[0];
}

function rowName(caseId: string, mended: readonly string[]): string {
  return `${caseId}: ${combinationKey(mended)}`;
}
