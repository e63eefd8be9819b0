/**
 * A bench in a link: what stands behind `#bench=` in an address. Written by one reader and read by another, or by nobody who
 * means well: reading never throws and runs nothing, and gives text to be shown, numbers in their ranges, or a sentence.
 *
 * Where both sides have the original, the program is its difference from that.
 */
import { fingerprint } from '../fingerprint.ts';
import type { Hunk } from './line-difference.ts';
import { differences, withDifferences, withDifferencesMoved } from './line-difference.ts';
import { notWhole as broken, seal, unseal } from './sealed.ts';

/** What a bench shows first where its parts take turns. */
export const benchPanes = ['program', 'outputs', 'plane'] as const;
export type BenchPane = (typeof benchPanes)[number];

/** What a link says of a bench or of the workshop. */
export interface BenchLink {
  /** Names the bench, as in the browser's store. */
  bench: string;
  /** What the program is called, where it is none of the book's. */
  name?: string;
  /** The program; without one it is the original. */
  text?: string;
  /** Another version of it, to compare it with. */
  aside?: string;
  seed?: number;
  /** What was predicted: an outcome, or null if it was skipped. */
  predicted?: string | null;
  /** The update that was shown. */
  update?: number;
  /** Epochs that a sweep was to train. */
  epochs?: number;
  /** Whether the hints were shown. */
  hints?: boolean;
  /** The part that was in view; without one it is the program. */
  pane?: BenchPane;
  /** The sample, from 0, that the network was drawn on; without one it is the first. */
  sample?: number;
}

export type BenchLinkRead =
  { kind: 'none' } | { kind: 'opened'; link: BenchLink; note?: string } | { kind: 'failed'; message: string };

const mark = 'bench';
/** As much as the lab takes as a program. */
const longestText = 200_000;
const largestSeed = 2 ** 32 - 1;

/** What comes after the # of an address. @param original The program that the bench starts from, where it has one. */
export async function writeBenchLink(link: BenchLink, original?: string): Promise<string> {
  const { text, aside, bench, ...rest } = link;
  const isOriginal = text === undefined || text === original;
  const known = original === undefined ? {} : { f: fingerprint(original) };
  const program = isOriginal ? known : written(text, original);
  const other = aside === undefined ? {} : { a: written(aside, text ?? original) };
  return seal(mark, { b: bench, ...program, ...other, ...rest });
}

/** A program as its difference from one that whoever reads it has, or as it is where that is shorter. */
type WrittenText = { t: string } | { d: unknown[]; f: string };

function written(text: string, from: string | undefined): WrittenText {
  if (from === undefined) return { t: text };
  const hunks = differences(from, text).map(({ at, before, removed, inserted }) => [at, before ?? 0, removed, inserted]); // prettier-ignore
  const difference = { d: hunks, f: fingerprint(from) };
  return JSON.stringify(difference).length < text.length ? difference : { t: text };
}

/**
 * Reads what comes after the # of an address. @param originalOf The program that a bench starts from, by its name; undefined
 * for a bench that this page does not have.
 */
export async function readBenchLink(
  hash: string,
  originalOf: (bench: string) => string | undefined,
): Promise<BenchLinkRead> {
  const read = await unseal(mark, hash, 2 * longestText);
  if (read.kind !== 'read') return read;
  try {
    return linkOf(read.content, originalOf);
  } catch {
    return { kind: 'failed', message: broken };
  }
}

function linkOf(given: unknown, originalOf: (bench: string) => string | undefined): BenchLinkRead {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { kind: 'failed', message: broken };
  const fields = given as Record<string, unknown>;
  const settings = readSettings(fields);
  if (!settings) return { kind: 'failed', message: broken };
  const original = originalOf(settings.bench);
  if (original === undefined)
    return {
      kind: 'failed',
      message:
        'This link leads to a program that is not on this page. Perhaps the page has moved or changed.',
    };
  const program = readText(fields, original);
  if (program.kind === 'failed') return program;
  if (fields['a'] === undefined) return opened({ ...settings, ...program.text }, program.note);
  if (typeof fields['a'] !== 'object' || fields['a'] === null) return { kind: 'failed', message: broken };
  const aside = readText(fields['a'] as Record<string, unknown>, program.text.text ?? original);
  return aside.kind === 'failed'
    ? opened({ ...settings, ...program.text }, `The version to compare with is left out: it no longer fits. ${program.note ?? ''}`) // prettier-ignore
    : opened({ ...settings, ...program.text, aside: aside.text.text ?? original }, program.note);
}

type TextRead =
  /** Without a text it is the original. */
  { kind: 'read'; text: { text?: string }; note?: string } | { kind: 'failed'; message: string };

function readText({ t, d, f }: Record<string, unknown>, original: string): TextRead {
  if (typeof t === 'string') return { kind: 'read', text: { text: t } };
  const isSame = f === undefined || f === fingerprint(original);
  if (d === undefined) return { kind: 'read', text: {}, ...(!isSame && { note: changedSince }) };
  const hunks = readHunks(d);
  if (!hunks || typeof f !== 'string') return { kind: 'failed', message: broken };
  const text = isSame ? withDifferences(original, hunks) : withDifferencesMoved(original, hunks);
  if (text !== undefined) return { kind: 'read', text: { text }, ...(!isSame && { note: movedOn }) };
  if (isSame) return { kind: 'failed', message: broken };
  return {
    kind: 'failed',
    message: `The program on this page has changed since the link was made, and the link’s changes no longer fit it. It put in place of others: ${listed(hunks)}`,
  };
}

const changedSince =
  'The link was made with an earlier version of this program, as it was posted then. Here it is as it is posted now.';
const movedOn =
  'The link was made with an earlier version of this program. Its changes fit the program as it is now, and are in it.';

function opened(link: BenchLink, note?: string): BenchLinkRead {
  if (Math.max(link.text?.length ?? 0, link.aside?.length ?? 0) > longestText)
    return { kind: 'failed', message: 'The program in this link is longer than the lab takes.' };
  return { kind: 'opened', link, ...(note !== undefined && { note }) };
}

const listed = (hunks: readonly Hunk[]): string => {
  const lines = hunks.flatMap(({ inserted }) => inserted.map((line) => line.trim())).filter(Boolean);
  const shown = lines.slice(0, 3).map((line) => `“${line.slice(0, 80)}”`);
  return `${shown.join(', ') || 'nothing'}${lines.length > 3 ? ', and more' : ''}.`;
};

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/** The settings, each in its range, or undefined where one is not. */
function readSettings(fields: Record<string, unknown>): BenchLink | undefined {
  const { b, name, seed, predicted, update, epochs, hints, pane, sample } = fields;
  if (typeof b !== 'string' || b.length > 200) return undefined;
  if (name !== undefined && (typeof name !== 'string' || name.length > 200)) return undefined;
  if (seed !== undefined && !isWhole(seed, 0, largestSeed)) return undefined;
  if (update !== undefined && !isWhole(update, 0, 1e12)) return undefined;
  if (epochs !== undefined && !isWhole(epochs, 1, 1e9)) return undefined;
  if (hints !== undefined && typeof hints !== 'boolean') return undefined;
  if (pane !== undefined && !isPane(pane)) return undefined;
  if (sample !== undefined && !isWhole(sample, 0, 1e6)) return undefined;
  if (predicted !== undefined && predicted !== null && !/^[a-z-]{1,30}$/.test(String(predicted)))
    return undefined;
  return {
    bench: b,
    ...(name !== undefined && { name: name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() }),
    ...(seed !== undefined && { seed }),
    ...(update !== undefined && { update }),
    ...(epochs !== undefined && { epochs }),
    ...(hints !== undefined && { hints }),
    ...(pane !== undefined && { pane }),
    ...(sample !== undefined && { sample }),
    ...(predicted !== undefined && { predicted: predicted as string | null }),
  };
}

const isPane = (value: unknown): value is BenchPane => benchPanes.some((pane) => pane === value);

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((line) => typeof line === 'string');

function readHunks(given: unknown): Hunk[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const hunks: Hunk[] = [];
  for (const one of given as unknown[]) {
    if (!Array.isArray(one) || one.length !== 4) return undefined;
    const [at, before, removed, inserted] = one as unknown[];
    if (!isWhole(at, 0, longestText) || !isLines(removed) || !isLines(inserted)) return undefined;
    if (before !== 0 && typeof before !== 'string') return undefined;
    hunks.push({ at, before: before === 0 ? undefined : before, removed, inserted });
  }
  return hunks;
}
