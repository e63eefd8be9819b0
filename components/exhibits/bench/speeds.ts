import type { ProgramInfo } from '../../../src/lab/index.ts';

/** How far a run goes between two pictures. */
export interface Pace {
  /** What it goes by: one update, so many epochs, or ever more of them. */
  by: 'update' | { epochs: number } | 'growth';
  /** Updates to the next picture of a run that has done so many. */
  next: (update: number) => number;
}

/** From slow to fast; the last one starts with single epochs and goes ever faster, even on a logarithmic axis. */
export function pacesOf({ epochs, updatesPerEpoch }: ProgramInfo): Pace[] {
  const paces: Pace[] = [{ by: 'update', next: () => 1 }];
  const longest = Math.max(1, epochs / 50);
  for (let count = updatesPerEpoch === 1 ? 10 : 1; count <= longest; count *= 10) {
    paces.push({ by: { epochs: count }, next: () => count * updatesPerEpoch });
  }
  const growing = (update: number) => updatesPerEpoch * Math.ceil((0.1 * update) / updatesPerEpoch + 1e-9);
  paces.push({ by: 'growth', next: (update) => Math.max(updatesPerEpoch, growing(update)) });
  return paces;
}
