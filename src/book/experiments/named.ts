/** What the tags of a page name: trainings by a page and a variant, groups of sweeps, and the fault board of a case. */
import { combinationKey } from '../combinations.ts';
import { expectedNames } from '../nearest.ts';
import { lettersOf } from './measured.ts';
import { folderOfId, pageFolders } from './page-folders.ts';
import { checkedProgram, epochsOf } from './programs.ts';
import type { BoardRow, Experiments, Sweep } from './experiments.ts';
import { experimentsOf } from './read-experiments.ts';
import { learnedLetters, type OutcomeKind, outcomeOfLetter } from './readings.ts';
import type { CountableBoard } from './recount.ts';
import type { Training } from './training.ts';

/**
 * The experiments of a page by its id.
 *
 * @param tag On whose behalf they are looked up.
 */
export function namedExperiments(tag: string, page: string): Experiments {
  const folder = folderOfId(page);
  if (folder === undefined) {
    const known = pageFolders().map((one) => one.split('/')[1]!);
    throw new Error(`<${tag}>: there is no page "${page}"; ${expectedNames(page, known)}`);
  }
  return experimentsOf(folder);
}

/** The training that an author names by a page's id and a variant's: "as-posted", or one of the page's variants. */
export function namedTraining(tag: string, page: string, variantId: string): Training {
  const experiments = namedExperiments(tag, page);
  const variant = experiments.variants.get(variantId);
  if (!variant)
    throw new Error(
      `<${tag}>: ${experiments.file} has no variant "${variantId}"; ${expectedNames(variantId, experiments.variants.keys())}`,
    );
  const training = experiments.trainingOf(variant);
  if (!training)
    throw new Error(`<${tag}>: ${experiments.file} has no spec for "${variantId}"; expected one to train`);
  return training;
}

/**
 * The trainings of several variants, each with what it is called.
 *
 * @param variants Their ids.
 * @param labels What they are called, in the same order; a variant without one is called by its id in words.
 */
export function namedVariants(
  tag: string,
  page: string,
  variants: readonly string[],
  labels: readonly string[],
): (Training & { label: string })[] {
  return variants.map((variant, k) => ({
    label: labels[k] ?? variant.replaceAll('-', ' '),
    ...namedTraining(tag, page, variant),
  }));
}

/** A sweep as its page shows it. */
export type NamedSweep = { label: string } & (
  | { kind: 'spec'; training: Training }
  /** Of a program's own text, and what became of its seeds, from 1 on. */
  | { kind: 'program'; source: string; epochs: number; outcomes: OutcomeKind[] }
);

/** The sweeps of a group of a page's experiments.yaml, each with its label. */
export function sweepGroup(tag: string, page: string, group: string): NamedSweep[] {
  const { sweeps, file } = namedExperiments(tag, page);
  const found = [...sweeps.values()].filter((sweep) => sweep.group === group);
  if (found.length === 0) {
    const groups = new Set([...sweeps.values()].flatMap((sweep) => sweep.group ?? []));
    throw new Error(`<${tag} sweeps="${group}">: ${file} has no such group; ${expectedNames(group, groups)}`);
  }
  return found.map((sweep) => {
    const label = sweep.label ?? sweep.id.replaceAll('-', ' ');
    return sweep.runs.kind === 'spec'
      ? { label, kind: 'spec', training: sweep.runs.training }
      : { label, ...keptSweep(`<${tag} sweeps="${group}">: ${file}: "${sweep.id}"`, sweep) };
  });
}

/** As `namedVariants`, and variants without a spec, by what was measured of them. */
export function sweptVariants(
  tag: string,
  page: string,
  variants: readonly string[],
  labels: readonly string[],
): NamedSweep[] {
  const { sweeps } = namedExperiments(tag, page);
  return variants.map((variant, k) => {
    const label = labels[k] ?? variant.replaceAll('-', ' ');
    const sweep = sweeps.get(variant);
    return sweep?.runs.kind === 'program'
      ? { label, ...keptSweep(`<${tag} variants="${variant}">`, sweep) }
      : { label, kind: 'spec', training: namedTraining(tag, page, variant) };
  });
}

/** A sweep of a program's own text; it is shown as it was measured, for a program can take long. */
function keptSweep(place: string, sweep: Sweep) {
  const { runs, reading } = sweep;
  if (runs.kind === 'spec' || reading !== 'outcome')
    throw new Error(`${place} is read as "${reading}"; expected a sweep whose reading is the outcome`);
  const outcomes = Array.from(lettersOf(sweep), outcomeOfLetter);
  return { kind: 'program', source: runs.text, epochs: epochsOf(runs), outcomes } as const;
}

/** A fault board as its page shows it. */
export interface NamedBoard {
  countable: CountableBoard;
  /** The faults that change its runs. */
  counting: string[];
  /** Each row, and which of its seeds have learned. */
  rows: { mended: string[]; learned: boolean[] }[];
}

/** The fault board of a case. */
export function namedBoard(tag: string, page: string): NamedBoard {
  const experiments = namedExperiments(tag, page);
  const { board, file, folder, measures, written, mends } = experiments;
  if (!board)
    throw new Error(`<${tag} case="${page}">: ${file} has no "board"; expected how many seeds a row has`);
  const { rows, ...settings } = board;
  const learned = Object.fromEntries([...measures].map(([name, measure]) => [name, learnedLetters(measure)]));
  return {
    countable: {
      folder,
      board: settings,
      learned,
      runs: written ? { kind: 'spec', written, mends } : ofProgram(folder, rows),
    },
    counting: rows.flatMap(({ mended }) => (mended.length === 1 ? mended : [])),
    rows: rows.map(({ mended, sweep }) => ({
      mended,
      learned: Array.from(lettersOf(sweep), (letter) => learned[sweep.reading]!.includes(letter)),
    })),
  };
}

function ofProgram(folder: string, rows: readonly BoardRow[]): CountableBoard['runs'] {
  const { text } = checkedProgram(`content/${folder}/program.ts`);
  const epochs = rows.map(({ mended, sweep }) => [combinationKey(mended), epochsOf(sweep.runs)]);
  return { kind: 'program', source: text, epochs: Object.fromEntries(epochs) as Record<string, number> };
}
