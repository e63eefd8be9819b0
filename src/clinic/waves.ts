/** How far the simulation goes: few runs of every suspect first, then more of those that are still in question. */
import type { Listed } from './listed.ts';
import type { Particles } from './particles.ts';
import type { Telling } from './variants.ts';

/** Each suspect of the wave has so many runs when it is over. */
interface Wave {
  told: number;
  off: number;
  /** Suspects less probable than this wait. */
  above: number;
  /** At most so many suspects, the most probable first. */
  most: number;
}

export const waves: readonly Wave[] = [
  { told: 4, off: 0, above: 0, most: Infinity },
  { told: 16, off: 8, above: 0, most: Infinity },
  { told: 128, off: 24, above: 0.003, most: Infinity },
  { told: 512, off: 64, above: 0.01, most: 12 },
];

/** Runs that are wanted: of one suspect, from these seeds. */
export interface WantedRuns {
  suspect: number;
  id: string;
  telling: Telling;
  seeds: number[];
}

/** What the wave still wants, the most probable suspects first. `p`: [suspects]; all alike where it is left out. */
export function wantedIn(
  wave: Wave,
  suspects: readonly Listed[],
  particles: Particles,
  p?: Float64Array,
): WantedRuns[] {
  const probability = (s: number) => p?.[s] ?? 1;
  return [...suspects.keys()]
    .toSorted((a, b) => probability(b) - probability(a))
    .filter((s) => probability(s) >= wave.above)
    .slice(0, wave.most)
    .flatMap((suspect) => {
      const have = particles.runsOf(suspect);
      return (['told', 'off'] as const)
        .filter((telling) => wave[telling] > have[telling])
        .map((telling) => ({
          suspect,
          id: suspects[suspect]!.id,
          telling,
          seeds: Array.from({ length: wave[telling] - have[telling] }, (_, k) => have[telling] + k + 1),
        }));
    });
}
