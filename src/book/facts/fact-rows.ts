/** The facts as a page lists them: the shares of one sweep side by side, every other number in a row of its own. */
import { epochsOf, factSweeps } from './sweeps.ts';
import { factIds, factOf } from './index.ts';

export interface FactRow {
  /** The case or chapter that the row belongs to: the first part of its ids. */
  group: string;
  /** What its ids have in common, without the group. */
  name: string;
  /** For the shares of a sweep: the last part of each id, and how long each seed was trained. */
  sweep?: { measures: { id: string; name: string }[]; epochs: number };
  /** For any other number. */
  id?: string;
}

/** All facts there are, in alphabetical order. */
export function factRows(): FactRow[] {
  const rows = new Map<string, FactRow>();
  for (const id of factIds()) {
    const fact = factOf(id);
    const [group, ...rest] = id.split('.') as [string, ...string[]];
    if (fact.kind === 'number') {
      rows.set(id, { group, name: rest.join('.'), id });
      continue;
    }
    const measure = rest.pop()!;
    const name = rest.join('.');
    const row = rows.get(`${group}.${name}`) ?? {
      group,
      name,
      sweep: { measures: [], epochs: epochsOf(factSweeps.get(fact.sweep)!) },
    };
    row.sweep!.measures.push({ id, name: measure });
    rows.set(`${group}.${name}`, row);
  }
  return [...rows.values()];
}
