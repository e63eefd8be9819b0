/**
 * What an address says of one exhibit or exercise, so that an instructor can hand it out as they want it seen: its settings by
 * name, and which of them whoever opens it may not change or is not shown.
 *
 *     ?exhibit=plateau&seed=7&epoch=600&lock=seed,epoch&hide=hints
 *
 * It is meant to be read and written by hand. A lock is a courtesy and no protection: another address is another assignment.
 * What is long or should not be read at a glance stands behind the # (bench-link/sealed.ts).
 */

export interface Assignment {
  /** The exhibit it is about, as its page calls it; none on a page that shows one alone. */
  exhibit?: string;
  /** Settings by name, as they are written. */
  values: ReadonlyMap<string, string>;
  /** Names of settings and parts. */
  lock: readonly string[];
  hide: readonly string[];
}

/** Something in an address that can't be meant so. */
export type AssignmentMistake = { kind: 'twice'; name: string } | { kind: 'empty'; name: string };

export interface AssignmentRead extends Assignment {
  mistakes: AssignmentMistake[];
}

/** Stands for every setting and part in `lock` and `hide`. */
export const everything = 'all';

/**
 * Reads the query of an address; undefined where it assigns nothing.
 *
 * @param isAlone Whether the page shows one exhibit alone, so that its query is about nothing else.
 */
export function readAssignment(search: string, isAlone: boolean): AssignmentRead | undefined {
  const values = new Map<string, string>();
  const lists = { lock: new Set<string>(), hide: new Set<string>() };
  const mistakes: AssignmentMistake[] = [];
  let exhibit: string | undefined;
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === 'theme') continue;
    if (name === 'exhibit') exhibit ??= value;
    else if (name === 'lock' || name === 'hide') {
      const names = value.split(',').map((one) => one.trim());
      if (names.includes('')) mistakes.push({ kind: 'empty', name });
      for (const one of names) if (one !== '') lists[name].add(one);
    } else if (values.has(name)) mistakes.push({ kind: 'twice', name });
    else if (name.trim() === '') mistakes.push({ kind: 'empty', name: value });
    else values.set(name, value);
  }
  if (exhibit === undefined && !isAlone) return undefined;
  const [lock, hide] = [[...lists.lock], [...lists.hide]];
  if (exhibit === undefined && values.size + lock.length + hide.length + mistakes.length === 0)
    return undefined;
  return { ...(exhibit !== undefined && { exhibit }), values, lock, hide, mistakes };
}

/** The query that says so, with its question mark; empty where there is nothing to say. */
export function writeAssignment(
  { exhibit, values, lock, hide }: Assignment,
  theme?: 'light' | 'dark',
): string {
  const parts = [
    ...(exhibit === undefined ? [] : [['exhibit', exhibit]]),
    ...values,
    ...(lock.length > 0 ? [['lock', lock.join(',')]] : []),
    ...(hide.length > 0 ? [['hide', hide.join(',')]] : []),
    ...(theme ? [['theme', theme]] : []),
  ].map((part) => part.map(readable).join('='));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** As much as may stand in a query stays as a reader would write it. */
const readable = (text: string): string =>
  encodeURIComponent(text).replace(/%(2C|3A|2F|20|40|3B)/g, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  );

/** Names that differ in hyphens and capitals alone are meant to be the same: "learning-rate" is learningRate. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
