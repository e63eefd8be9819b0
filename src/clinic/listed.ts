/** The suspects of one patient, each with its weight before anything is printed; pairs of them on demand. */
import { checkSpec } from '../engine/index.ts';
import type { Description } from './description.ts';
import { type Change, changed, type Place } from './suspects.ts';

export interface Listed {
  id: string;
  family: string;
  place?: Place;
  /** Before anything is printed, up to a factor. */
  prior: number;
}

/** That nothing is wrong is thought so many times as likely as any one mistake. */
const priorOfNone = 4;
/** All pairs together, beside all single faults. */
const priorOfPairs = 0.15;

export function listedOf(changes: readonly Change[]): Listed[] {
  return changes.map(({ id, family, place }) => ({
    id,
    family,
    ...(place && { place }),
    prior: id === 'none' ? priorOfNone : 1,
  }));
}

/** Pairs that are not listed yet: `best` single changes, the most probable by `p`, each with all others. */
export function pairsOf(
  d: Description,
  changes: readonly Change[],
  p: Float64Array,
  listed: readonly Listed[],
  best: number,
): Listed[] {
  const singles = changes
    .map((change, s) => ({ change, p: p[s]! }))
    .filter(({ change }) => change.id !== 'none');
  const firsts = singles.toSorted((a, b) => b.p - a.p).slice(0, best);
  const known = new Set(listed.map(({ id }) => id));
  const pairs: Listed[] = [];
  for (const { change: one } of firsts) {
    for (const { change: other } of singles) {
      const id = `${one.id} + ${other.id}`;
      if (one.family === other.family || known.has(id) || known.has(`${other.id} + ${one.id}`)) continue;
      if (!canBeTried(d, [one, other])) continue;
      known.add(id);
      pairs.push({ id, family: `${one.family} + ${other.family}`, prior: 0 });
    }
  }
  const all = listed.reduce((sum, { prior }) => sum + prior, 0);
  for (const pair of pairs) pair.prior = (all * priorOfPairs) / (1 - priorOfPairs) / pairs.length;
  return pairs;
}

function canBeTried(d: Description, pair: Change[]): boolean {
  try {
    checkSpec(changed(d, pair).spec, 'addPairs');
    return true;
  } catch {
    return false;
  }
}
