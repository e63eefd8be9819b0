/** What the simulated runs of a suspect print, beside what the reader saw. */
import type { Patient } from '../../../src/clinic/index.ts';

export interface Printing {
  /** Runs as told. */
  runs: number;
  /** Of these, those with every output near the reader's. */
  alike: number;
  /** For the first outputs: heights from 0 to 1. */
  columns: { seen: number; printed: number[] }[];
}

/** A part of the targets' range. */
const near = 0.05;
const [mostColumns, mostDots] = [8, 49];

export function printing({ particles, description, printed: seen }: Patient, suspect: number): Printing {
  const targets = description.data.targets.flat();
  const low = Math.min(...targets);
  const range = Math.max(...targets) - low || 1;
  const height = (x: number) =>
    Number.isFinite(x) ? Math.max(0, Math.min(1, (x - low + 0.15 * range) / (1.3 * range))) : 0;
  const columns = Array.from(seen)
    .slice(0, mostColumns)
    .map((x) => ({ seen: height(x), printed: [] as number[] }));
  let runs = 0;
  let alike = 0;
  for (let j = 0; j < particles.count; j++) {
    if (particles.suspect[j] !== suspect || particles.off[j]) continue;
    runs++;
    const row = particles.rows.subarray(j * particles.width, j * particles.width + seen.length);
    const isAlike = row.every((x, k) => {
      const y = seen[k]!;
      return Number.isFinite(x) && Number.isFinite(y) ? Math.abs(x - y) <= near * range : Object.is(x, y);
    });
    if (isAlike) alike++;
    if (runs <= mostDots) columns.forEach((column, k) => column.printed.push(height(row[k]!)));
  }
  return { runs, alike, columns };
}
