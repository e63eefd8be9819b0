/** Units that are one unit: equal in every weight that leads to them and from them, on every sample, and after every update. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { entriesOf } from './specimen.ts';
import type { Entries } from './specimen.ts';

/** Updates after which twins must still be twins. */
const mostUpdates = 16;

export function twinFindings({ specimen, present }: GradientCheck): Finding[] {
  const { program } = specimen;
  const [observation] = present;
  if (!observation || !program.layers) return [];
  const count = Math.min(mostUpdates, Math.max(2, program.updatesPerEpoch));
  const before = observation.before;
  if (!before.slice(0, -1).some((_, layer) => groupsOf(before, layer).length > 0)) return [];
  const network = specimen.successors(count + 1).at(-1);
  const after = entriesOf(program.layers(structuredClone(network)));
  return before.slice(0, -1).flatMap((rows, layer): Finding[] =>
    groupsOf(before, layer)
      .filter((units) => units.every((unit) => areTwins(after, layer, units[0]!, unit)))
      .map((units) =>
        finding(
          'twin-units',
          'problem',
          { count: rows.length, all: units.length === rows.length },
          { layer, units },
        ),
      ),
  );
}

function groupsOf(entries: Entries, layer: number): number[][] {
  const groups: number[][] = [];
  entries[layer]!.forEach((_, unit) => {
    const own = groups.find(([first]) => areTwins(entries, layer, first!, unit));
    if (own) own.push(unit);
    else groups.push([unit]);
  });
  return groups.filter(({ length }) => length > 1);
}

function areTwins(entries: Entries, layer: number, one: number, other: number): boolean {
  const isSame = (a: number, b: number): boolean =>
    Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  return (
    entries[layer]![one]!.every((value, input) => isSame(value, entries[layer]![other]![input]!)) &&
    entries[layer + 1]!.every((row) => isSame(row[one]!, row[other]!))
  );
}
