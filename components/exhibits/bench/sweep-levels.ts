/** What became of a sweep's seeds as their epochs grew. */
import type { SeedReading, SeedResult } from '../../../src/lab/index.ts';
import type { DotKind } from '../../ui/seed-dots/SeedDots.tsx';

/** How all seeds stood after so many epochs. */
export interface SweepLevel {
  epochs: number;
  counts: Partial<Record<DotKind, number>>;
}

export const kindOf = ({ failure, outcome }: SeedResult): DotKind => (failure ? 'failed' : outcome.kind);

/** Gathers readings as they come; a level is complete when every seed has been read there, or was at rest before. */
export function createSweepLevels(seedCount: number) {
  const read = new Map<number, DotKind[]>();
  const ended: { epochs: number; kind: DotKind }[] = [];

  function add(news: readonly SeedReading[]): void {
    for (const reading of news) {
      const kind = kindOf(reading);
      if (!reading.failure) read.set(reading.epochs, [...(read.get(reading.epochs) ?? []), kind]);
      if (reading.failure || reading.settled) ended.push({ epochs: reading.epochs, kind });
    }
  }

  /** The complete levels, by epochs. */
  function complete(): SweepLevel[] {
    return [...read]
      .toSorted(([a], [b]) => a - b)
      .map(([epochs, kinds]) => {
        const before = ended.filter((one) => one.epochs < epochs).map(({ kind }) => kind);
        return { epochs, kinds: [...kinds, ...before] };
      })
      .filter(({ kinds }) => kinds.length >= seedCount)
      .map(({ epochs, kinds }) => {
        const counts: SweepLevel['counts'] = {};
        for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
        return { epochs, counts };
      });
  }

  return { add, complete };
}
